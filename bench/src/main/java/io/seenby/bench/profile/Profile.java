package io.seenby.bench.profile;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A recording of a running JVM: a stack for each 10 ms of processor time, and each wait for a socket. It costs a few per
 * cent, so rates beside a profile are not to be quoted.
 */
public final class Profile {
    /** Makes a benchmark say where the time went. */
    public static final Option ASKED = new Option("profile", 0, "1: say where the service's time goes, at some cost");

    private static final String NAME = "name=bench";

    private final long pid;
    private final Path file;

    private Profile(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    /** Begins to record that process, a JVM like ours: the event by processor time came with Java 25. */
    public static Profile begin(long pid, Path file) throws IOException, InterruptedException {
        Path settings = file.resolveSibling("profile.jfc");
        try (var ours = Profile.class.getResourceAsStream("profile.jfc")) {
            Files.copy(Objects.requireNonNull(ours), settings, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Runtime.version().feature() < 25) {
            throw new NotMeasured("profiles by processor time need Java 25");
        }
        ask(pid, List.of("JFR.start", NAME, "settings=" + settings));
        return new Profile(pid, file);
    }

    /** Ends the recording; the process must still run. */
    public Shares end(Parts parts) throws IOException, InterruptedException {
        ask(pid, List.of("JFR.stop", NAME, "filename=" + file));
        return Shares.of(file, parts);
    }

    private static void ask(long pid, List<String> command) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        words.add(Long.toString(pid));
        words.addAll(command);
        var asking = new ProcessBuilder(words).redirectErrorStream(true).start();
        var answer = new String(asking.getInputStream().readAllBytes());
        if (asking.waitFor() != 0 || !answer.contains("recording")) {
            throw new NotMeasured("the flight recorder of process " + pid + " says: " + answer.strip());
        }
    }
}
