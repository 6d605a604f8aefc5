package io.seenby.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What dashboards consume: a finding shown to people. It holds refs and codes, never text of a client.
 *
 * @param alertId stable: derived from tenant, index of the entry that raised it, and rule
 * @param revision 1 when raised; each later change of status, and each time that further clients are named, adds one
 * @param ordinal place in the tenant's sequence of alert revisions, from 1; also the SSE id
 * @param rule name of the rule, with {@code ruleVersion} from 1
 * @param summary one sentence in plain words, without names
 * @param evidence ledger indexes of the entries that show it, ascending
 * @param occurredAt when the access or disclosure happened
 * @param raisedAt core time of the tenant at the entry that raised or changed it
 */
public record BreachAlert(
        String alertId,
        int revision,
        TenantId tenant,
        long ordinal,
        String rule,
        int ruleVersion,
        Severity severity,
        Status status,
        Optional<ActorRef> actor,
        List<ClientRef> clients,
        String summary,
        List<Long> evidence,
        Instant occurredAt,
        Instant raisedAt) {

    /** Wire name of an alert, for CloudEvents {@code type}. */
    public static final String TYPE = "seenby.breach-alert.v1";

    public enum Severity implements WireCode {
        MEDIUM("medium"),
        HIGH("high"),
        CRITICAL("critical");

        private final String wire;

        Severity(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    public enum Status implements WireCode {
        OPEN("open"),
        EXPLAINED("explained");

        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }
}
