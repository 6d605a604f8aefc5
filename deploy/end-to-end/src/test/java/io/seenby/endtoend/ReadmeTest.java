package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the README's own commands, in its order, in one shell, on a stack of their own: other ports, other state. Only
 * {@code ./dev verify} is left out, which is what runs this.
 */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private final Path root = ProjectRoot.find().folder();
    private final int base = Ports.free().access() - 1;

    @TempDir
    private Path state;

    @Test
    void itsCommandsDoWhatItSays() throws Exception {
        String said = run(script());
        assertThat(said)
                .as("what the commands printed")
                .contains("\"publisher\":\"my-system\"")
                .contains("\"rule\"")
                .contains("\"eventId\":\"readme-1\"")
                .contains("disclosure-without-basis")
                .contains("\"publisher\":\"audit-projector\"")
                .contains("\"precision\":")
                .contains("\"verdict\"")
                .contains("passed on information about you to a recipient outside by e-mail")
                .contains("\"state\":\"done\"")
                .contains("\"publishers\":")
                .contains("\"leafHash\"")
                .contains("recorded")
                .contains("prod: ", " resources, 0 faults", "compose: 0 faults")
                .contains("equal");
    }

    /** The blocks, one after the other; each command is printed before it runs, the first that fails ends it. */
    private String script() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(root.resolve("README.md")));
        while (block.find()) {
            blocks.add(block.group(1).replaceAll("(?m)^\\./dev verify.*$", ""));
        }
        assertThat(blocks).hasSizeGreaterThan(4);
        return "set -euo pipefail\n" + String.join("\n", blocks);
    }

    @BeforeEach
    void nothingRunsYet() {
        assertThat(state).isEmptyDirectory();
    }

    @AfterEach
    void stopWhatItStarted() throws Exception {
        run("./dev down");
    }

    private String run(String script) throws IOException, InterruptedException {
        Path output = Files.createTempFile("readme", ".log");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SEENBY_PORT_BASE", Integer.toString(base));
        builder.environment().put("SEENBY_STATE", state.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(6, TimeUnit.MINUTES)).as("ends in time").isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
