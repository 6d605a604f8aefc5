package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.seenby.events.EventType;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the resource is. By itself of the examples only; {@code ./dev fuzz guided} lets coverage find others. */
class GuidedFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    static List<byte[]> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/fhir"))) {
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

    @MethodSource("examples")
    @FuzzTest(maxDuration = "60s")
    void aResourceBecomesAReportThatMayBeTakenOrIsRefusedWithAReason(byte[] text) {
        if (FhirBody.read(text) instanceof FhirBody.Single single) {
            switch (ResourceMapping.of(single.resource(), NOW)) {
                case Mapping.Report report -> {
                    EventType type = EventType.ofWire(report.json().get("type").textValue());
                    assertThat(Validator.violations(ReportShapes.of(type), report.json()))
                            .isEmpty();
                }
                case Mapping.Refused refused -> assertThat(refused.flaws()).isNotEmpty();
            }
        }
    }
}
