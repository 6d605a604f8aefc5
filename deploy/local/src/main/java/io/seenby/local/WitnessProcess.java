package io.seenby.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The witness of the ledgers, run from a copy of the module {@code audit-cli}. It has its own key and state, and of the
 * services it is told one public key.
 */
public final class WitnessProcess extends Part {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String MAIN = "io.seenby.cli.AuditCli";
    private static final String MODULE = "audit-cli";

    private final ProjectRoot root;
    private final Path directory;
    private final SigningKeys keys;

    WitnessProcess(ProjectRoot root, Path directory, Path log, int port, SigningKeys keys) {
        super("witness", port, log);
        this.root = root;
        this.directory = directory.toAbsolutePath();
        this.keys = keys;
    }

    @Override
    public void start() {
        if (!Files.exists(root.classes(MODULE).resolve(MAIN.replace('.', '/') + ".class"))
                || !Files.isDirectory(root.auditLibraries())) {
            throw new StartFailed("witness isn't built: there is no program in " + root.classes(MODULE)
                    + " or nothing that it runs on (./dev up builds it).");
        }
        Folders.copy(root.classes(MODULE), copy("classes"));
        Folders.copy(root.classes("audit-core"), copy("core"));
        Folders.copy(root.classes("access-events"), copy("events"));
        Folders.copy(root.auditLibraries(), copy("lib"));
        var health = HttpRequest.newBuilder(URI.create(url() + "/health"))
                .timeout(Duration.ofSeconds(3))
                .build();
        var http = HttpClient.newHttpClient();
        run(new ChildProcess.Command(words(), directory))
                .awaitReady(
                        START_LIMIT,
                        () -> http.send(health, BodyHandlers.discarding()).statusCode() == 200);
        rememberThatItRan();
    }

    private List<String> words() {
        var words = new ArrayList<String>();
        words.add(ChildJvm.java());
        words.addAll(ChildJvm.QUICK_START);
        words.addAll(List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"));
        words.add("-cp");
        words.add(String.join(
                File.pathSeparator,
                copy("classes").toString(),
                copy("core").toString(),
                copy("events").toString(),
                copy("lib") + "/*"));
        words.addAll(List.of(MAIN, "witness", "--listen", "127.0.0.1:" + port()));
        words.addAll(List.of("--key", keys.witness().toAbsolutePath().toString()));
        words.addAll(List.of("--name", SigningKeys.WITNESS));
        words.addAll(List.of("--state", directory.resolve("state").toString()));
        words.addAll(List.of("--log", "seenby/*=" + keys.checkpointKey()));
        if (!Files.exists(ranBefore())) {
            words.add("--init");
        }
        return words;
    }

    private Path copy(String what) {
        return directory.resolve("app").resolve(what);
    }

    /** A witness that ran must find its state again; without this note it would begin a new one in silence. */
    private Path ranBefore() {
        return directory.resolve("ran-before");
    }

    private void rememberThatItRan() {
        try {
            Files.writeString(ranBefore(), "The witness' state is made only once.\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where its paths begin. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }
}
