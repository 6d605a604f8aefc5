package io.seenby.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part of the stack didn't come up. The message is one sentence, then the last lines of the part's log. */
public final class StartFailed extends RuntimeException {
    private static final int LINES = 20;

    public StartFailed(String sentence) {
        super(sentence);
    }

    public StartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static StartFailed quoting(Path log, String sentence) {
        return new StartFailed(sentence + " Its log is " + log + " and ends with:\n" + tail(log));
    }

    private static String tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(unreadable: " + unreadable.getMessage() + ")";
        }
    }
}
