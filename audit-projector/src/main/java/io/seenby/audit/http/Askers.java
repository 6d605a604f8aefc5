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
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw Refusals.noTenant();
        }
        return new Asker(
                tenant(token),
                Optional.ofNullable(token.getSubject()).orElseThrow(Refusals::noSubject),
                ActorKind.WORKFORCE,
                name(token),
                identity.getRoles().stream().filter(KNOWN::contains).collect(Collectors.toUnmodifiableSet()),
                purpose(),
                Instant.ofEpochSecond(token.getExpirationTime()));
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
                .filter(name -> !name.isEmpty() && name.codePointCount(0, name.length()) <= 256)
                .findFirst();
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
