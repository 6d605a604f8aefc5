package io.seenby.bench.tamper;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A record as it stands in a copy of the log. */
record Entry(long offset, byte[] key, byte @Nullable [] value, byte[] mac) {

    Entry at(long other) {
        return new Entry(other, key, value, mac);
    }

    Entry withKey(byte[] other) {
        return new Entry(offset, other, value, mac);
    }

    Entry withValue(byte @Nullable [] other) {
        return new Entry(offset, key, other, mac);
    }

    /** The same place with what stands elsewhere. */
    Entry holding(Entry other) {
        return new Entry(offset, other.key, other.value, other.mac);
    }

    byte[] bytes() {
        return value == null ? new byte[0] : value;
    }

    String tenant() {
        return new String(key, StandardCharsets.UTF_8);
    }
}
