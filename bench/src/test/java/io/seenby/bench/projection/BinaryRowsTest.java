package io.seenby.bench.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryRowsTest {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    @Test
    void cutsRowsIntoBatchesThatAreEachACopyOfTheirOwn() throws IOException {
        Path file = Files.write(folder.resolve("rows"), copyOf(0, 5));

        var rows = BinaryRows.in(file, 2);

        assertThat(rows.rows()).isEqualTo(5);
        assertThat(rows.batches()).hasSize(3);
        assertThat(rows.read(rows.batches().get(0))).isEqualTo(copyOf(0, 2));
        assertThat(rows.read(rows.batches().get(1))).isEqualTo(copyOf(2, 4));
        assertThat(rows.read(rows.batches().get(2))).isEqualTo(copyOf(4, 5));
    }

    @Test
    void fullBatchesLeaveNoEmptyOneBehind() throws IOException {
        Path file = Files.write(folder.resolve("rows"), copyOf(0, 4));

        assertThat(BinaryRows.in(file, 2).batches()).hasSize(2);
        assertThat(BinaryRows.in(file, 4).batches()).hasSize(1);
    }

    @Test
    void noRowsMakeNoBatch() throws IOException {
        Path file = Files.write(folder.resolve("rows"), copyOf(0, 0));

        var rows = BinaryRows.in(file, 2);

        assertThat(rows.rows()).isZero();
        assertThat(rows.batches()).isEmpty();
    }

    /** Rows of a text that grows with their number, and a NULL. */
    private static byte[] copyOf(int from, int to) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        for (int row = from; row < to; row++) {
            out.writeShort(2);
            byte[] text = "x".repeat(row * 7).getBytes(StandardCharsets.US_ASCII);
            out.writeInt(text.length);
            out.write(text);
            out.writeInt(-1);
        }
        out.writeShort(-1);
        return bytes.toByteArray();
    }
}
