package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.seenby.events.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final TrailKey KEY = new TrailKey(Instant.parse("2026-03-02T08:00:00.000001Z"), 42);

    private final Cursor cursor = cursor("client", "a");
    private final String written = cursor.write(KEY.parts());

    private static Cursor cursor(String name, String value) {
        return Cursor.of(
                Question.CLIENT_TRAIL, JsonNodeFactory.instance.objectNode().put(name, value));
    }

    private static Optional<TrailKey> read(Cursor cursor, String text) {
        return cursor.read(Optional.of(text), 2, TrailKey::of);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(read(cursor, written)).contains(KEY);
        assertThat(cursor.read(Optional.empty(), 2, TrailKey::of)).isEmpty();
    }

    @Test
    void refusesTheCursorOfAnotherFilterOrQuestion() {
        refused(cursor("client", "b"), written);
        refused(cursor("actor", "a"), written);
        refused(Cursor.of(Question.TRAIL, JsonNodeFactory.instance.objectNode().put("client", "a")), written);
    }

    @Test
    void refusesWhatItDidNotWriteAndNeverBreaks() {
        for (String text : List.of("", "!", "AQ", "null", "x".repeat(10_000), written + "A", written.substring(1))) {
            refused(cursor, text);
        }
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            char[] tampered = written.toCharArray();
            tampered[random.nextInt(tampered.length)] = (char) (' ' + random.nextInt(95));
            try {
                TrailKey read = read(cursor, new String(tampered)).orElseThrow();
                assertThat(cursor.write(read.parts())).isEqualTo(new String(tampered));
            } catch (HttpProblem refused) {
                assertThat(refused.getStatusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void refusesKeysThatNoEntryHas() {
        for (List<String> parts : List.of(
                List.of("0", "-1"),
                List.of("0", "+1"),
                List.of("00", "1"),
                List.of(Long.toString(Long.MAX_VALUE), "1"),
                List.of(Long.toString(Long.MIN_VALUE), "1"),
                List.of("0"),
                List.of("0", "1", "2"))) {
            refused(cursor, cursor.write(parts));
        }
    }

    private static void refused(Cursor cursor, String text) {
        assertThatThrownBy(() -> read(cursor, text))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
    }
}
