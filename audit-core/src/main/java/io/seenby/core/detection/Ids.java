package io.seenby.core.detection;

import io.seenby.events.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names of findings and alerts: base64url of the first 16 bytes of SHA-256(tenant 0x00 index 0x00 rule 0x00 subject),
 * 22 characters. A function of the ledger, so that a rebuild gives every alert the name it had.
 */
final class Ids {

    private static final int BYTES = 16;

    private Ids() {}

    static String of(TenantId tenant, long index, String rule, String subject) {
        String name = String.join("\0", tenant.value(), Long.toString(index), rule, subject);
        byte[] digest = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
