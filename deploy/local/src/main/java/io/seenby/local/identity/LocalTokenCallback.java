package io.seenby.local.identity;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What stands in a token: what the caller wished for in its form fields {@code role}, {@code tenant}, {@code client},
 * {@code sub}, {@code acr}, {@code aud} and {@code expires_in}, or typed as claims on the login page. This machine trusts
 * its callers; no other place may.
 */
final class LocalTokenCallback implements OAuth2TokenCallback {
    private static final long AN_HOUR = 3600;

    /** Clients that ask without wishes, as plain OpenID Connect clients do, and the role they have. */
    private static final Map<String, List<String>> ROLES_OF_CLIENTS = Map.of("audit-projector", List.of("service"));

    @Override
    public String issuerId() {
        return "seenby";
    }

    @Override
    public String subject(TokenRequest request) {
        return field(request, "sub").orElseGet(() -> client(request));
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        var wished = words(request, "aud");
        return wished.isEmpty() ? List.of("seenby") : wished;
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("azp", client(request));
        claims.put("client_id", client(request));
        claims.put("auth_time", Instant.now().getEpochSecond());
        // What a person typed on the login page gives way to what stands here, so no empty roles.
        var roles = roles(request);
        if (!roles.isEmpty()) {
            claims.put("roles", roles);
        }
        field(request, "tenant").ifPresent(tenant -> claims.put("tenant", tenant));
        field(request, "client").ifPresent(id -> claims.put("client", id));
        field(request, "acr").ifPresent(level -> claims.put("acr", level));
        claims.put("jti", UUID.randomUUID().toString());
        // The library asks for the life span without the request, so a wished one replaces the claim itself.
        field(request, "expires_in")
                .map(seconds -> Instant.now().plusSeconds(Long.parseLong(seconds)))
                .ifPresent(end -> claims.put("exp", Date.from(end)));
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return AN_HOUR;
    }

    private static List<String> roles(TokenRequest request) {
        var wished = words(request, "role");
        return wished.isEmpty() ? ROLES_OF_CLIENTS.getOrDefault(client(request), List.of()) : wished;
    }

    private static String client(TokenRequest request) {
        if (request.getClientAuthentication() != null) {
            return request.getClientAuthentication().getClientID().getValue();
        }
        return request.getClientID() == null
                ? "anonymous"
                : request.getClientID().getValue();
    }

    private static Optional<String> field(TokenRequest request, String name) {
        return words(request, name).stream().findFirst();
    }

    /** The words of a field: OAuth lets no field be repeated, so several values stand in one, with spaces. */
    private static List<String> words(TokenRequest request, String name) {
        var values = request.getCustomParameter(name);
        return values == null
                ? List.of()
                : values.stream()
                        .flatMap(value -> Arrays.stream(value.split(" ")))
                        .filter(word -> !word.isBlank())
                        .toList();
    }
}
