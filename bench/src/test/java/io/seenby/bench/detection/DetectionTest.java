package io.seenby.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a small corpus: generated, published, integrated, compared. */
class DetectionTest {
    @TempDir
    private Path folder;

    @Test
    void aWallThatIsCrossedIsFoundAndAWallThatWasLiftedIsNot() throws Exception {
        Path kept = folder.resolve("kept");
        String report = run("--accesses", "2000", "--kind", "1", "--keep", kept.toString());

        assertThat(row(report, "SeenBy, as raised").get(0))
                .isEqualTo(
                        Long.toString(Truth.read(kept.resolve("truth.ndjson")).violations()));
        for (String found : List.of(
                "wall-crossed",
                "after-departure",
                "departure-told-late",
                "co-worker",
                "neighbour",
                "deceased-client",
                "suspicious-look",
                "vip-without-relationship",
                "disclosure-without-basis",
                "self-access")) {
            assertThat(row(report, found).subList(2, 4)).as(found).containsExactly("100.0", "%");
        }
        assertThat(row(report, "wall-lifted").subList(1, 4)).containsExactly("0", "0", "0");
        assertThat(row(report, "colleague-cover").subList(1, 4)).containsExactly("0", "0", "0");
        assertThat(Files.readAllLines(kept.resolve("reports.ndjson"))).hasSizeGreaterThan(2_000);
    }

    @Test
    void filesComeInPairs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--reports", "reports.ndjson"))
                .withMessage("--reports and --truth come together.");
        assertThatIllegalArgumentException().isThrownBy(() -> run("--kind", "4"));
    }

    private static String run(String... words) throws Exception {
        var detection = new Detection();
        var options = Options.parse(detection.options(), List.of(words));
        return detection.run(options, new Progress(System.err)).toString();
    }

    /** The cells after the name of the first row that begins with it. */
    private static List<String> row(String report, String name) {
        return report.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .map(line -> List.of(line.substring(name.length()).strip().split("\\s+")))
                .orElseThrow(() -> new AssertionError("no row " + name + " in\n" + report));
    }
}
