package io.seenby.audit.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.seenby.events.ActorKind;
import io.seenby.events.Purpose;
import io.seenby.events.TenantId;
import io.seenby.events.WireCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the asker of the current request from its verified token and its headers. */
@RequestScoped
public class Askers {

    /** Says why one asks: a wire name of {@link Purpose}. */
    public static final String PURPOSE_HEADER = "SeenBy-Purpose";

    /** Which client the holder of a token is. */
    static final String CLIENT_CLAIM = "client";

    private static final Function<String, Purpose> PURPOSE = WireCode.reader(Purpose.class);
    private static final Set<String> KNOWN = Set.of(Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER);

    private final SecurityIdentity identity;
    private final HttpHeaders headers;

    Askers(SecurityIdentity identity, HttpHeaders headers) {
        this.identity = identity;
        this.headers = headers;
    }

    /** Refuses with 403 a token of no tenant, and with 400 an unknown purpose. */
    public Asker current() {
        Set<String> roles =
                identity.getRoles().stream().filter(KNOWN::contains).collect(Collectors.toUnmodifiableSet());
        return asker(ActorKind.WORKFORCE, roles, purpose());
    }

    /** Whoever asks as a client, about themselves; at a client's request is why. Refuses as {@link #current} does. */
    public Asker client() {
        return asker(
                ActorKind.CLIENT, Set.of(Role.CLIENT), Optional.of(purpose().orElse(Purpose.CLIENT_REQUEST)));
    }

    /**
     * Which client they are: the publishers' id, 1 to 256 characters in the claim {@value #CLIENT_CLAIM}. Refuses with
     * 403 a token that doesn't say it.
     */
    public String clientId() {
        return Optional.ofNullable(token().<Object>getClaim(CLIENT_CLAIM))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(Askers::isShort)
                .filter(Askers::isPlain)
                .orElseThrow(Refusals::noClient);
    }

    private Asker asker(ActorKind kind, Set<String> roles, Optional<Purpose> purpose) {
        JsonWebToken token = token();
        return new Asker(
                tenant(token),
                Optional.ofNullable(token.getSubject()).orElseThrow(Refusals::noSubject),
                kind,
                name(token),
                roles,
                purpose,
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private JsonWebToken token() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw Refusals.noTenant();
        }
        return token;
    }

    private static TenantId tenant(JsonWebToken token) {
        try {
            return Optional.ofNullable(token.<Object>getClaim("tenant"))
                    .map(Object::toString)
                    .map(TenantId::new)
                    .orElseThrow(Refusals::noTenant);
        } catch (IllegalArgumentException notATenant) {
            throw Refusals.noTenant();
        }
    }

    private static Optional<String> name(JsonWebToken token) {
        return Stream.of("name", "preferred_username")
                .map(claim -> Optional.ofNullable(token.<Object>getClaim(claim)))
                .flatMap(Optional::stream)
                .map(Object::toString)
                .filter(Askers::isShort)
                .findFirst();
    }

    private static boolean isShort(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= 256;
    }

    /** What the ledger stores: no U+0000 and no half of a pair. */
    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(each -> each == 0 || each >= 0xD800 && each <= 0xDFFF);
    }

    private Optional<Purpose> purpose() {
        List<String> given =
                Optional.ofNullable(headers.getRequestHeader(PURPOSE_HEADER)).orElseGet(List::of);
        if (given.size() > 1) {
            throw Refusals.malformed(PURPOSE_HEADER, "must be given once");
        }
        return given.stream().findFirst().map(Askers::purpose);
    }

    private static Purpose purpose(String wire) {
        try {
            return PURPOSE.apply(wire);
        } catch (IllegalArgumentException unknown) {
            throw Refusals.malformed(
                    PURPOSE_HEADER,
                    "must be one of "
                            + Arrays.stream(Purpose.values()).map(Purpose::wire).collect(Collectors.joining(", ")));
        }
    }
}
