package io.seenby.endtoend;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code that a person's phone shows: RFC 6238 with the realm's policy of SHA-256, six digits and thirty seconds. */
final class OneTimeCode {

    private static final int PERIOD = 30;
    private static final int DIGITS = 1_000_000;

    /** The realm takes no code but the current one, so nobody types one that is about to go. */
    private static final int ABOUT_TO_GO = 3;

    private OneTimeCode() {}

    /** @param used the code before this one, which the realm takes once; another is waited for */
    static String shownBy(byte[] secret, String used) throws GeneralSecurityException, InterruptedException {
        long left = PERIOD - Instant.now().getEpochSecond() % PERIOD;
        if (left <= ABOUT_TO_GO || at(Instant.now(), secret).equals(used)) {
            Thread.sleep(Duration.ofSeconds(left));
        }
        return at(Instant.now(), secret);
    }

    private static String at(Instant now, byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "RAW"));
        long step = now.getEpochSecond() / PERIOD;
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % DIGITS);
    }
}
