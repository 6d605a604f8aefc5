package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Texts that must be sealed are sent in every field of every event and in every wrong place, asked for, worked with and
 * tripped over. Then nothing that is left behind shows one, however it is written; only who may unseal it reads it.
 */
class NobodyCanReadItTest {

    private final RunningSystem system = RunningSystem.shared();
    private final Canaries canaries = new Canaries();
    private final CanaryStory story = new CanaryStory(system, canaries);

    @Test
    void whatIsSealedIsReadableNowhere() throws Exception {
        String unsealed = story.happen();
        flush();

        assertThat(canaries.searcher().in(unsealed)).as("positive control").isNotEmpty();
        TreeSet<String> leaks = new TreeSet<>();
        TreeSet<String> searched = new TreeSet<>();
        lookEverywhere(leaks, searched);
        assertThat(leaks).isEmpty();
        assertThat(searched)
                .contains("answers", "metrics", "topic access-ledger", "table views.entries_all", "file data/postgres")
                .contains("log access-service.log", "log audit-projector.log", "log kafka.log", "log identity.log");
    }

    @Test
    void howeverItIsWrittenItIsFound() {
        Searcher searcher = canaries.searcher();
        HiddenForms.ofWord(canaries.word)
                .forEach((form, bytes) -> assertThat(
                                searcher.in(("é" + new String(bytes, StandardCharsets.ISO_8859_1) + "=?")
                                        .getBytes(StandardCharsets.ISO_8859_1)))
                        .as(form)
                        .isNotEmpty());
        String text = canaries.at("/anywhere");
        for (int before = 0; before < 3; before++) {
            byte[] around = ("x".repeat(before) + text + "yy").getBytes(StandardCharsets.UTF_8);
            assertThat(searcher.in(Base64.getEncoder().encode(around))).isNotEmpty();
        }
        assertThat(searcher.in(URLEncoder.encode(text, StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(searcher.in("nothing of it: " + UUID.randomUUID())).isEmpty();
    }

    /** So that what the database keeps in memory, and what it thinks typical of its columns, lies on its disk. */
    private void flush() throws Exception {
        try (var connection = system.stack.postgres().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("analyze");
            statement.execute("checkpoint");
        }
    }

    private void lookEverywhere(TreeSet<String> leaks, TreeSet<String> searched) throws Exception {
        Searcher secret = canaries.searcher();
        Searcher known = Canaries.plain(story.control);
        Traces traces = new Traces(system);
        for (String answer : story.answers) {
            secret.in(answer)
                    .forEach(hit -> leaks.add("answer " + hit + " of "
                            + answer.lines().findFirst().orElse("")));
            note(known.in(answer), "answers", searched);
        }
        String metrics = traces.metrics();
        secret.in(metrics).forEach(hit -> leaks.add("metrics " + hit));
        note(Canaries.plain("jvm_memory_used").in(metrics), "metrics", searched);
        traces.records((topic, bytes) -> {
            secret.in(bytes).forEach(hit -> leaks.add("topic " + topic + " " + hit));
            note(known.in(bytes), "topic " + topic, searched);
        });
        traces.rows((table, bytes) -> {
            secret.in(bytes).forEach(hit -> leaks.add("table " + table + " " + hit));
            note(known.in(bytes), "table " + table, searched);
        });
        Path state = system.stack.settings().state();
        for (Path file : traces.files()) {
            Path path = state.relativize(file);
            secret.in(file).forEach(hit -> leaks.add("file " + path + " " + hit));
            note(known.in(file), "file " + path.subpath(0, Math.min(2, path.getNameCount())), searched);
            if (path.startsWith("logs")) {
                searched.add("log " + path.getFileName());
            }
        }
        System.out.println("canaries: " + story.answers.size() + " answers; the control was found in " + searched);
    }

    private static void note(List<String> hits, String where, TreeSet<String> searched) {
        if (!hits.isEmpty()) {
            searched.add(where);
        }
    }
}
