package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static IdentityServer identity;

    @BeforeAll
    static void startIdentity() {
        identity = new IdentityServer(
                ProjectRoot.find(),
                folder.resolve("identity"),
                folder.resolve("identity.log"),
                Ports.free().identity());
        identity.start();
    }

    @AfterAll
    static void stopIdentity() {
        identity.stop();
    }

    @Test
    void putsTheWishedClaimsIntoASignedToken() throws Exception {
        var claims = verified(token("grant_type=client_credentials&client_id=console&client_secret=any"
                + "&role=auditor%20investigator&tenant=harbor-law&sub=auditor-01&acr=mfa&expires_in=90"));

        assertThat(claims.getIssuer()).isEqualTo(identity.issuerUrl());
        assertThat(claims.getSubject()).isEqualTo("auditor-01");
        assertThat(claims.getAudience()).containsExactly("seenby");
        assertThat(claims.getStringListClaim("roles")).containsExactly("auditor", "investigator");
        assertThat(claims.getStringClaim("tenant")).isEqualTo("harbor-law");
        assertThat(claims.getStringClaim("acr")).isEqualTo("mfa");
        assertThat(claims.getStringClaim("azp")).isEqualTo("console");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("console");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getLongClaim("auth_time")).isCloseTo(Instant.now().getEpochSecond(), within(60));
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isBetween(Duration.ofSeconds(88), Duration.ofSeconds(92));
    }

    private static org.assertj.core.data.Offset<Long> within(long seconds) {
        return org.assertj.core.data.Offset.offset(seconds);
    }

    @Test
    void namesTheClientItselfAndAnotherAudience() throws Exception {
        var claims = verified(token(
                "grant_type=client_credentials&client_id=console&client_secret=any" + "&role=auditor&aud=elsewhere"));

        assertThat(claims.getStringListClaim("roles")).containsExactly("auditor");
        assertThat(claims.getAudience()).containsExactly("elsewhere");
        assertThat(claims.getSubject()).isEqualTo("console");
        assertThat(claims.getClaim("tenant")).isNull();
    }

    @Test
    void givesTheProjectorItsServiceRoleForPlainCredentials() throws Exception {
        var plain = HttpRequest.newBuilder(URI.create(identity.issuerUrl() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic YXVkaXQtcHJvamVjdG9yOmFueQ==")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();

        assertThat(verified(send(plain)).getStringListClaim("roles")).containsExactly("service");
        assertThat(verified(token("grant_type=client_credentials&client_id=stranger&client_secret=any"))
                        .getClaim("roles"))
                .isNull();
    }

    @Test
    void signsInAPersonByTheCodeFlow() throws Exception {
        var login = HttpRequest.newBuilder(URI.create(identity.issuerUrl()
                        + "/authorize?response_type=code&client_id=console&scope=openid&state=s1&nonce=n1"
                        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fback"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=auditor-01&claims=%7B%22roles%22%3A%5B%22auditor%22%5D%7D"))
                .build();
        var answer = HTTP.send(login, BodyHandlers.ofString());
        var code = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*[?&]code=([^&]+).*", "$1");

        var claims = verified(token("grant_type=authorization_code&client_id=console&client_secret=any&code=" + code
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fback"));

        assertThat(claims.getSubject()).isEqualTo("auditor-01");
        assertThat(claims.getStringListClaim("roles")).containsExactly("auditor");
        assertThat(claims.getAudience()).isEqualTo(List.of("seenby"));
    }

    @Test
    void acceptsItsOlderTokensAfterItWasStartedAgain() throws Exception {
        var older = token("grant_type=client_credentials&client_id=console&client_secret=any&role=auditor");

        identity.kill();
        identity.start();

        assertThat(verified(older).getStringListClaim("roles")).containsExactly("auditor");
    }

    private static String token(String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(identity.issuerUrl() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private static String send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("access_token").asText();
    }

    /** The claims, once the signature is checked with the key that discovery leads to. */
    private static JWTClaimsSet verified(String token) throws Exception {
        JsonNode discovery = JSON.readTree(get(identity.issuerUrl() + "/.well-known/openid-configuration"));
        assertThat(discovery.get("issuer").asText()).isEqualTo(identity.issuerUrl());
        var keys = JWKSet.parse(get(discovery.get("jwks_uri").asText()));
        var jwt = SignedJWT.parse(token);
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static String get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
