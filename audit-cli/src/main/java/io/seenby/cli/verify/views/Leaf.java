package io.seenby.cli.verify.views;

import java.util.Optional;

/** An entry of the log that waits to be compared. */
record Leaf(int partition, long index, long offset, Optional<byte[]> key, Optional<byte[]> value) {

    int bytes() {
        return 200 + value.map(bytes -> bytes.length).orElse(0);
    }
}
