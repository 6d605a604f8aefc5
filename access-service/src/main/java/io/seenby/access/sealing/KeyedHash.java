package io.seenby.access.sealing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key, cut to 128 bits, base64url. Each thread keeps its own prepared state. */
final class KeyedHash {

    static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final ThreadLocal<Mac> mac = ThreadLocal.withInitial(this::prepared);

    KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Over the parts one after the other: 22 characters. */
    String of(byte[]... parts) {
        Mac ours = mac.get();
        for (byte[] part : parts) {
            ours.update(part);
        }
        return BASE64URL.encodeToString(Arrays.copyOf(ours.doFinal(), 16));
    }

    private Mac prepared() {
        try {
            Mac fresh = Mac.getInstance(ALGORITHM);
            fresh.init(key);
            return fresh;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
