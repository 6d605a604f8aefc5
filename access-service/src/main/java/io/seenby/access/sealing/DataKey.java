package io.seenby.access.sealing;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * An AES-256-GCM key that seals text. Two hundred thousand of them are held in memory, so it is the bare bytes.
 *
 * @param id which generation; stands beside each box
 */
record DataKey(String id, byte[] bytes) {

    static final int BYTES = 32;

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** A new key with a new id. */
    static DataKey fresh() {
        return new DataKey(BASE64URL.encodeToString(Random.randBytes(9)), Random.randBytes(BYTES));
    }

    byte[] seal(byte[] text, byte[] associatedData) {
        try {
            return new AesGcmJce(bytes).encrypt(text, associatedData);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot encrypt", impossible);
        }
    }

    /** Empty if the ciphertext was not made by this key for this place. */
    Optional<byte[]> open(byte[] ciphertext, byte[] associatedData) {
        try {
            return Optional.of(new AesGcmJce(bytes).decrypt(ciphertext, associatedData));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** Without the bytes. */
    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
