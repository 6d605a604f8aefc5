package io.seenby.events;

/**
 * Text nobody can read without the key.
 *
 * @param subject whose key: a {@link ClientRef}, {@code tenant}, or {@code shared} (every listed client's key is needed)
 * @param keyId which generation of that key
 * @param ciphertext AEAD ciphertext, base64url without padding
 */
public record SealedBox(String subject, String keyId, String ciphertext) {

    public static final String TENANT = "tenant";
    public static final String SHARED = "shared";
}
