package io.seenby.core.ledger;

import java.util.Base64;

/** Standard base64, padded: bytes have one encoding, so that no text can be altered without notice. */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** Throws {@link IllegalArgumentException} if the text is not what encoding the result gives. */
    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not canonical base64");
        }
        return bytes;
    }
}
