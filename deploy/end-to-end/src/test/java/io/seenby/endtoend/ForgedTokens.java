package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A good token with one thing wrong. All but two are signed with the identity server's own key, so that only the thing
 * itself can be what they are refused for; {@link #again} signs a good one anew, to show that this signature counts.
 */
final class ForgedTokens {

    private static final long AN_HOUR = 3_600;
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

    private final ObjectMapper json = new ObjectMapper();
    private final PrivateKey theirs;
    private final PrivateKey stranger;

    /** @param signingKey the identity server's, as a JWK (RFC 7517) */
    ForgedTokens(Path signingKey) throws IOException, GeneralSecurityException {
        JsonNode jwk = json.readTree(Files.readString(signingKey));
        theirs = KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateKeySpec(number(jwk, "n"), number(jwk, "d")));
        stranger = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, FROM_TEXT.decode(jwk.get(name).textValue()));
    }

    /** By what is wrong: what stands after {@code Bearer }; empty: no such header. */
    Map<String, Optional<String>> from(String good) throws IOException, GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        Map<String, Optional<String>> wrong = new LinkedHashMap<>();
        wrong.put("missing", Optional.empty());
        wrong.put("garbage", Optional.of("not.a.token"));
        wrong.put(
                "expired",
                Optional.of(changed(
                        good,
                        claims -> claims.put("iat", now - 2 * AN_HOUR)
                                .put("nbf", now - 2 * AN_HOUR)
                                .put("exp", now - AN_HOUR))));
        wrong.put("not yet valid", Optional.of(changed(good, claims -> claims.put("nbf", now + AN_HOUR))));
        wrong.put("wrong issuer", Optional.of(changed(good, claims -> claims.put("iss", "https://elsewhere.example"))));
        wrong.put("wrong audience", Optional.of(changed(good, claims -> claims.put("aud", "another-service"))));
        wrong.put("wrong signature", Optional.of(signed(part(good, 0), part(good, 1), stranger)));
        wrong.put("alg none", Optional.of(unsigned(good)));
        return wrong;
    }

    /** The same token, signed by us with the identity server's key. */
    String again(String good) throws IOException, GeneralSecurityException {
        return changed(good, claims -> {});
    }

    private String changed(String good, Consumer<ObjectNode> change) throws IOException, GeneralSecurityException {
        ObjectNode claims = (ObjectNode) json.readTree(FROM_TEXT.decode(part(good, 1)));
        change.accept(claims);
        return signed(part(good, 0), text(claims), theirs);
    }

    private String unsigned(String good) throws IOException {
        ObjectNode header = (ObjectNode) json.readTree(FROM_TEXT.decode(part(good, 0)));
        return text(header.put("alg", "none")) + "." + part(good, 1) + ".";
    }

    private static String signed(String header, String claims, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return header + "." + claims + "." + TO_TEXT.encodeToString(signature.sign());
    }

    private static String text(JsonNode part) {
        return TO_TEXT.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String token, int index) {
        return token.split("\\.", -1)[index];
    }
}
