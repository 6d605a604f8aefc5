package io.seenby.audit.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows by {@code COPY … FROM STDIN (FORMAT binary)}: the fields of each row in the order of the columns, each by
 * the method of its column's type. The server works on the rows sent so far while the next are encoded.
 *
 * <p>The format is PostgreSQL's documented file format of COPY, version 1: signature, then per row a count of fields
 * and per field a length and the type's binary form.
 */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLUSH_AT = 64 * 1024;
    private static final int NULL = -1;
    private static final int TEXT_OID = 25;
    private static final int BIGINT_OID = 20;

    /** PostgreSQL counts microseconds from 2000-01-01T00:00:00Z. */
    private static final long EPOCH_2000_SECONDS = 946_684_800L;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[FLUSH_AT + 16 * 1024];
    private int length;

    /** Opens a COPY into {@code columns} of {@code table}; both are our own words, never data. */
    BinaryCopy(PGConnection connection, String table, List<String> columns) throws SQLException {
        this.columns = columns.size();
        this.copy = connection
                .getCopyAPI()
                .copyIn("COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, String.join(", ", columns)));
        raw(SIGNATURE);
        int32(0);
        int32(0);
    }

    BinaryCopy row() throws SQLException {
        if (length >= FLUSH_AT) {
            flush();
        }
        ensure(2);
        buffer[length++] = (byte) (columns >> 8);
        buffer[length++] = (byte) columns;
        return this;
    }

    BinaryCopy text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy text(Optional<String> value) {
        return value.isPresent() ? text(value.get()) : nothing();
    }

    BinaryCopy bytes(byte[] value) {
        int32(value.length);
        raw(value);
        return this;
    }

    BinaryCopy bytes(Optional<byte[]> value) {
        return value.isPresent() ? bytes(value.get()) : nothing();
    }

    BinaryCopy bigint(long value) {
        int32(8);
        int64(value);
        return this;
    }

    BinaryCopy bigint(Optional<Long> value) {
        return value.isPresent() ? bigint(value.get()) : nothing();
    }

    BinaryCopy integer(int value) {
        int32(4);
        int32(value);
        return this;
    }

    BinaryCopy bool(boolean value) {
        int32(1);
        ensure(1);
        buffer[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** A {@code timestamptz}; anything finer than a microsecond is cut off. */
    BinaryCopy moment(Instant value) {
        return bigint((value.getEpochSecond() - EPOCH_2000_SECONDS) * 1_000_000L + value.getNano() / 1_000);
    }

    BinaryCopy moment(Optional<Instant> value) {
        return value.isPresent() ? moment(value.get()) : nothing();
    }

    /** A {@code text[]} without nulls. */
    BinaryCopy texts(List<String> values) {
        if (values.isEmpty()) {
            int32(12);
            int32(0);
            int32(0);
            int32(TEXT_OID);
            return this;
        }
        int start = length;
        int32(0);
        int32(1);
        int32(0);
        int32(TEXT_OID);
        int32(values.size());
        int32(1);
        values.forEach(this::text);
        int end = length;
        length = start;
        int32(end - start - 4);
        length = end;
        return this;
    }

    /** A {@code bigint[]} without nulls. */
    BinaryCopy bigints(Optional<List<Long>> values) {
        if (values.isEmpty()) {
            return nothing();
        }
        List<Long> present = values.get();
        int dimensions = present.isEmpty() ? 0 : 1;
        int32(12 + dimensions * (8 + 12 * present.size()));
        int32(dimensions);
        int32(0);
        int32(BIGINT_OID);
        if (dimensions > 0) {
            int32(present.size());
            int32(1);
            for (long each : present) {
                bigint(each);
            }
        }
        return this;
    }

    private BinaryCopy nothing() {
        int32(NULL);
        return this;
    }

    /** Ends the COPY; answers how many rows the server took. */
    long end() throws SQLException {
        ensure(2);
        buffer[length++] = (byte) 0xff;
        buffer[length++] = (byte) 0xff;
        flush();
        return copy.endCopy();
    }

    /** Gives up a COPY that was not ended, so that the connection can roll back. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }

    private void raw(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void int32(int value) {
        ensure(4);
        buffer[length++] = (byte) (value >> 24);
        buffer[length++] = (byte) (value >> 16);
        buffer[length++] = (byte) (value >> 8);
        buffer[length++] = (byte) value;
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
