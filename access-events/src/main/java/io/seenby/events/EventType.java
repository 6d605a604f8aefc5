package io.seenby.events;

import java.util.Optional;
import java.util.function.Function;

/** The explicit table of wire names. A name with its version is a promise: it is never given another meaning. */
public enum EventType implements WireCode {
    RECORD_READ("seenby.record-read.v1", Family.ACCESS, Action.READ),
    CLIENTS_SEARCHED("seenby.clients-searched.v1", Family.ACCESS, Action.SEARCH),
    RECORD_EXPORTED("seenby.record-exported.v1", Family.ACCESS, Action.EXPORT),
    RECORD_PRINTED("seenby.record-printed.v1", Family.ACCESS, Action.PRINT),
    ACCESS_DENIED("seenby.access-denied.v1", Family.ACCESS, Action.DENIED),
    ACTOR_AUTHENTICATED("seenby.actor-authenticated.v1", Family.ACCESS, Action.AUTHENTICATE),
    INFORMATION_DISCLOSED("seenby.information-disclosed.v1", Family.DISCLOSURE, Action.DISCLOSE),
    CLIENT_REGISTERED("seenby.client-registered.v1", Family.CLIENT_FACT),
    CLIENT_TRAITS_CHANGED("seenby.client-traits-changed.v1", Family.CLIENT_FACT),
    CONSENT_GRANTED("seenby.consent-granted.v1", Family.CLIENT_FACT),
    CONSENT_REVOKED("seenby.consent-revoked.v1", Family.CLIENT_FACT),
    ACTOR_JOINED("seenby.actor-joined.v1", Family.ACTOR_FACT),
    ACTOR_CHANGED("seenby.actor-changed.v1", Family.ACTOR_FACT),
    ACTOR_LEFT("seenby.actor-left.v1", Family.ACTOR_FACT),
    RELATIONSHIP_ESTABLISHED("seenby.relationship-established.v1", Family.RELATIONSHIP_FACT),
    RELATIONSHIP_ESTABLISHED_2("seenby.relationship-established.v2", Family.RELATIONSHIP_FACT),
    RELATIONSHIP_ENDED("seenby.relationship-ended.v1", Family.RELATIONSHIP_FACT),
    WALL_RAISED("seenby.wall-raised.v1", Family.RELATIONSHIP_FACT),
    WALL_LIFTED("seenby.wall-lifted.v1", Family.RELATIONSHIP_FACT),
    EXCEPTION_REVIEWED("seenby.exception-reviewed.v1", Family.EXCEPTION),
    PUBLISHER_HEARTBEAT("seenby.publisher-heartbeat.v1", Family.PUBLISHER),
    TENANT_OPENED("seenby.tenant-opened.v1", Family.SERVICE),
    PUBLISHER_REGISTERED("seenby.publisher-registered.v1", Family.SERVICE),
    PUBLISHER_SUSPENDED("seenby.publisher-suspended.v1", Family.SERVICE),
    LEDGER_KEY_ROTATED("seenby.ledger-key-rotated.v1", Family.SERVICE),
    CHECKPOINT_KEY_ROTATED("seenby.checkpoint-key-rotated.v1", Family.SERVICE),
    AUDIT_QUERIED("seenby.audit-queried.v1", Family.SERVICE),
    INTEGRITY_DOUBTED("seenby.integrity-doubted.v1", Family.SERVICE),
    ALERT_ACKNOWLEDGED("seenby.alert-acknowledged.v1", Family.SERVICE),
    ALERT_ASSIGNED("seenby.alert-assigned.v1", Family.SERVICE),
    ALERT_SUPPRESSED("seenby.alert-suppressed.v1", Family.SERVICE),
    ALERT_JUDGED("seenby.alert-judged.v1", Family.SERVICE),
    LEGAL_HOLD_PLACED("seenby.legal-hold-placed.v1", Family.SERVICE),
    LEGAL_HOLD_RELEASED("seenby.legal-hold-released.v1", Family.SERVICE),
    DUTY_REQUESTED("seenby.duty-requested.v1", Family.SERVICE),
    DUTY_APPROVED("seenby.duty-approved.v1", Family.SERVICE),
    CLIENT_ERASED("seenby.client-erased.v1", Family.SERVICE),
    TIME_PASSED("seenby.time-passed.v1", Family.SERVICE);

    /** Who may say it: publishers report all but the last; {@code SERVICE} events are SeenBy's own. */
    public enum Family {
        ACCESS,
        DISCLOSURE,
        CLIENT_FACT,
        ACTOR_FACT,
        RELATIONSHIP_FACT,
        EXCEPTION,
        PUBLISHER,
        SERVICE
    }

    private static final Function<String, EventType> BY_WIRE_NAME = WireCode.reader(EventType.class);

    private final String wire;
    private final Family family;
    private final Optional<Action> action;

    EventType(String wire, Family family, Action action) {
        this.wire = wire;
        this.family = family;
        this.action = Optional.of(action);
    }

    EventType(String wire, Family family) {
        this.wire = wire;
        this.family = family;
        this.action = Optional.empty();
    }

    @Override
    public String wire() {
        return wire;
    }

    public Family family() {
        return family;
    }

    /** What the envelope's {@code action} says for this type. */
    public Optional<Action> action() {
        return action;
    }

    /** Throws {@link IllegalArgumentException} for a name outside the table. */
    public static EventType ofWire(String wire) {
        return BY_WIRE_NAME.apply(wire);
    }
}
