package io.seenby.local.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** An input that knows how much of it was read. */
final class CountedInput extends FilterInputStream {
    private final AtomicLong count = new AtomicLong();

    CountedInput(InputStream input) {
        super(input);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count.addAndGet(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count.addAndGet(Math.max(0, read));
        return read;
    }

    long count() {
        return count.get();
    }
}
