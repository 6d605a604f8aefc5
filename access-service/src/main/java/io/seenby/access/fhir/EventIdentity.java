package io.seenby.access.fhir;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The id under which a resource is reported: {@code fhir-} and 128 bits of SHA-256 over its canonical text and its
 * moment, so that a resend is a duplicate.
 *
 * <p>Nothing in the resource itself would do: the id of a resource that is being created is void (FHIR R4, 3.1.0.8),
 * two systems may use one id, and X-Request-Id is shared by all events of a request.
 */
final class EventIdentity {

    private EventIdentity() {}

    static String of(String canonical, String occurredAt) {
        MessageDigest digest = sha256();
        digest.update(canonical.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(occurredAt.getBytes(StandardCharsets.UTF_8));
        byte[] first = Arrays.copyOf(digest.digest(), 16);
        return "fhir-" + Base64.getUrlEncoder().withoutPadding().encodeToString(first);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
