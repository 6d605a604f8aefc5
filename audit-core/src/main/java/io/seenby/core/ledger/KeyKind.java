package io.seenby.core.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a key's signature under a note states. */
public enum KeyKind {
    /** "I said this": Ed25519 over the text (C2SP signed-note). */
    LOG(1, 64),
    /** "I saw this log grow to here, at that time": Ed25519 over time and text (C2SP tlog-cosignature, version 1). */
    WITNESS(4, 72);

    private final int type;
    private final int signatureLength;

    KeyKind(int type, int signatureLength) {
        this.type = type;
        this.signatureLength = signatureLength;
    }

    byte type() {
        return (byte) type;
    }

    int signatureLength() {
        return signatureLength;
    }

    static KeyKind of(byte type) {
        for (KeyKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a key of unknown kind " + type);
    }

    /** The bytes that a cosigner signs. */
    static byte[] cosigned(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** Times are not negative, and Java can hold them. */
    static boolean isTime(long seconds) {
        return seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
    }

    static long secondsOf(byte[] cosignature) {
        return ByteBuffer.wrap(cosignature).getLong();
    }
}
