package io.seenby.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.EventType;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are. By itself of the golden files only; {@code ./dev fuzz guided} lets coverage find others. */
class GuidedFuzzTest {

    static List<byte[]> golden() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(GuidedFuzzTest::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @MethodSource("golden")
    @FuzzTest(maxDuration = "60s")
    void aValueIsAnEntryOrSaidToBeNone(byte[] value) throws MalformedJson {
        if (EntryCodec.decode(value) instanceof EntryCodec.Entry) {
            byte[] canonical = CanonicalJson.write(StrictJson.read(value));

            assertThat(CanonicalJson.write(StrictJson.read(canonical))).isEqualTo(canonical);
            assertThat(EntryCodec.decode(canonical)).isEqualTo(EntryCodec.decode(value));
        }
    }

    @MethodSource("golden")
    @FuzzTest(maxDuration = "60s")
    void aReportIsRightOrItIsSaidWhereItIsWrong(byte[] text) {
        JsonNode report;
        try {
            report = StrictJson.read(text);
        } catch (MalformedJson malformed) {
            assertThat(malformed.offset()).isBetween(0L, (long) text.length);
            return;
        }
        for (EventType type : EventType.values()) {
            if (type.family() != EventType.Family.SERVICE) {
                Validator.violations(ReportShapes.of(type), report)
                        .forEach(violation -> assertThat(violation.pointer()).matches("(?s)(/.*)?"));
            }
        }
    }
}
