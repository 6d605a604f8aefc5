package io.seenby.audit.pipeline;

import io.seenby.events.LedgerEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What makes an event one event, however often it is sent: the first 16 bytes of SHA-256 over tenant, publisher, id. */
record Identity(long high, long low) {

    static Identity of(LedgerEntry entry) {
        // No alphabet of the three has a zero byte, so the joined text is unambiguous.
        String text = entry.tenant() + "\0" + entry.publisher() + "\0" + entry.eventId();
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Identity(digest.getLong(), digest.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
