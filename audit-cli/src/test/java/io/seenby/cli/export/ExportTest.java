package io.seenby.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.cli.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read again; what was damaged on the way is refused. */
class ExportTest {

    @TempDir
    Path folder;

    private static MemoryLedger ledger() {
        MemoryLedger ledger = new MemoryLedger(3);
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] value = new byte[random.nextInt(2_000)];
            random.nextBytes(value);
            byte[] key = i % 7 == 0 ? null : ("tenant-" + i % 5).getBytes(StandardCharsets.UTF_8);
            int partition = i % 2;
            ledger.entries.add(new MemoryLedger.Entry(
                    partition, i / 2 + (i > 3_000 ? 10 : 0), key, i % 11 == 0 ? null : value, i % 3 != 0));
        }
        ledger.entries.add(new MemoryLedger.Entry(1, 9_000, null, new byte[3 * Block.FULL], true));
        for (int i = 0; i < 10; i++) {
            ledger.notes.add(("note " + i + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return ledger;
    }

    private static List<String> contents(LedgerSource source) {
        List<String> contents = new ArrayList<>();
        source.checkpoints((offset, note) -> contents.add("note %d %s".formatted(offset, new String(note))));
        for (LedgerSource.Extent extent : source.partitions()) {
            contents.add(extent.toString());
            source.records(
                    extent,
                    record -> contents.add("%d %s %s %s %d %d"
                            .formatted(
                                    record.offset(),
                                    record.hasKey() ? new String(record.key()) : "none",
                                    record.hasValue(),
                                    record.hasMac(),
                                    record.value().length,
                                    java.util.Arrays.hashCode(record.value()))));
        }
        return contents;
    }

    @Test
    void readsWhatWasWritten() {
        Path file = folder.resolve("ledger.export");
        long records = ExportWriter.write(ledger(), file);

        try (ExportFile export = ExportFile.open(file)) {
            assertThat(records).isEqualTo(5_001);
            assertThat(contents(export)).isEqualTo(contents(ledger()));
            assertThat(export.asOf()).isEqualTo(ledger().asOf());
        }
        assertThat(folder.toFile().list()).containsExactly("ledger.export");
        assertThatThrownBy(() -> ExportWriter.write(ledger(), file)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesWhatIsNotWhole() throws Exception {
        Path file = folder.resolve("ledger.export");
        ExportWriter.write(ledger(), file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThatThrownBy(() -> readAll(cut)).isInstanceOf(SourceUnreadable.class);
        }
        for (int i = 0; i < 30; i++) {
            byte[] flipped = whole.clone();
            int at = i < 10 ? i : random.nextInt(whole.length);
            flipped[at] ^= 4;
            Path damaged = Files.write(folder.resolve("damaged"), flipped);
            assertThatThrownBy(() -> readAll(damaged)).as("byte %d", at).isInstanceOf(SourceUnreadable.class);
        }
        Path longer = Files.write(folder.resolve("longer"), java.util.Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> readAll(longer)).isInstanceOf(SourceUnreadable.class);
        assertThatThrownBy(() -> readAll(folder.resolve("nowhere"))).isInstanceOf(SourceUnreadable.class);
    }

    private static void readAll(Path file) {
        try (ExportFile export = ExportFile.open(file)) {
            contents(export);
        }
    }
}
