package io.seenby.bench.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.corpus.ReportLine;
import io.seenby.cli.export.ExportWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedLedgerTest {
    private static final String OPENED = """
            {"actor":{"kind":"service","ref":"-yN3HUsAMug3la3LrTgr6Q"},"contentTag":"J2RHEkr4ddNTrVWRrv3pJw",\
            "eventId":"opened","instance":"one","occurredAt":"2026-03-04T10:15:30Z","partition":%d,\
            "publisher":"seenby","recordedAt":"2026-03-04T10:15:31Z","sealed":[],"tenant":"%s","type":"seenby.tenant-opened.v1"}""";

    @TempDir
    Path folder;

    private final Map<Integer, List<RealEntry>> real =
            Map.of(0, entries("harbor-law", 0, 6), 1, List.of(), 2, entries("east-bank", 2, 3));

    private static List<RealEntry> entries(String tenant, int partition, int count) {
        var entries = new ArrayList<>(List.of(entry(tenant, OPENED.formatted(partition, tenant))));
        for (int i = 1; i < count; i++) {
            entries.add(entry(tenant, "{\"eventId\":\"event-000000000000\",\"of\":\"" + tenant + "\"}"));
        }
        return entries;
    }

    private static RealEntry entry(String tenant, String json) {
        return new RealEntry(
                tenant.getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8),
                ReportLine.numberIn(json).orElse(-1));
    }

    private Path export(Pinned signedBy) {
        var export = folder.resolve("made.ledger");
        long written = ExportWriter.write(new RepeatedLedger(real, 900).signedBy(signedBy, 100), export);
        assertThat(written).isEqualTo(900);
        return export;
    }

    @Test
    void isCleanToTheVerifier() {
        var keys = new Pinned();
        var export = export(keys);

        var measured = new Verifier(List.of("--export", export.toString()), keys, 900, 1).measure(1);

        assertThat(measured.perSecond()).isPositive();
        assertThat(Contents.of(export).records()).isEqualTo(900);
    }

    @Test
    void nothingIsMeasuredIfTheVerifierFindsSomething() {
        var export = export(new Pinned());
        var verifier = new Verifier(List.of("--export", export.toString()), new Pinned(), 900, 1);

        assertThatThrownBy(() -> verifier.measure(1)).isInstanceOf(NotMeasured.class);
    }
}
