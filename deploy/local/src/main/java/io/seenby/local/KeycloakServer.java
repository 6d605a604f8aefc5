package io.seenby.local;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak with a realm of ours, as {@code deploy/compose} starts it: {@code start-dev --import-realm}, with a database
 * of its own in a file, its tokens naming {@code http://localhost:PORT} and the services asking it elsewhere. It writes
 * into its own folder, so it runs in a copy of the distribution.
 */
public final class KeycloakServer extends Part {
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(3);
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** It has fitted itself to its settings and wants to be started again; its shell script does no more either. */
    private static final int START_AGAIN = 10;

    /** What {@code kc.sh} opens for it. */
    private static final List<String> OPENED = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    /**
     * What it runs from and on.
     *
     * @param distribution the unpacked distribution; only read
     * @param directory where its copy is made; whatever stood there is gone
     * @param realm the file to import
     * @param environment what the realm refers to, and who the first administrator is
     */
    public record Settings(
            Path distribution, Path directory, Path log, int port, Path realm, Map<String, String> environment) {}

    private final Settings settings;

    public KeycloakServer(Settings settings) {
        super("keycloak", settings.port(), settings.log());
        this.settings = settings;
    }

    /** Fits the copy to its settings, imports the realm and answers: half a minute on two cores. */
    @Override
    public void start() {
        Path home = settings.directory().resolve("keycloak").toAbsolutePath();
        copyTo(home);
        var fitting = run(command(home, List.of()));
        int code = fitting.awaitExit(BUILD_LIMIT);
        if (code != START_AGAIN) {
            throw StartFailed.quoting(log(), "keycloak ended with exit code %d while it was built.".formatted(code));
        }
        var discovery = HttpRequest.newBuilder(URI.create(issuerUrl() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(5))
                .build();
        var http = HttpClient.newHttpClient();
        run(command(home, List.of("-Dkc.config.built=true")))
                .awaitReady(
                        START_LIMIT,
                        () -> http.send(discovery, BodyHandlers.discarding()).statusCode() == 200);
    }

    private void copyTo(Path home) {
        if (!Files.isDirectory(settings.distribution())) {
            throw new StartFailed(
                    "There is no Keycloak in " + settings.distribution() + ": the build unpacks it there.");
        }
        Folders.copy(settings.distribution(), home);
        try {
            Files.createDirectories(home.resolve("data/import"));
            Files.copy(settings.realm(), home.resolve("data/import/realm.json"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ChildProcess.Command command(Path home, List<String> flags) {
        var words = new ArrayList<String>();
        words.add(ChildJvm.java());
        words.addAll(ChildJvm.quiet());
        words.addAll(ChildJvm.QUICK_START);
        words.addAll(OPENED);
        words.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
        words.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        words.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        words.add("-Dpicocli.disable.closures=true");
        words.add("-Dkc.home.dir=" + home);
        words.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        words.addAll(flags);
        words.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        words.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        words.addAll(List.of("start-dev", "--import-realm"));
        return new ChildProcess.Command(words, environment(), home, "TERM");
    }

    private Map<String, String> environment() {
        var all = new HashMap<>(settings.environment());
        all.put("KC_DB", "dev-file");
        all.put("KC_HTTP_HOST", "127.0.0.1");
        all.put("KC_HTTP_PORT", Integer.toString(port()));
        all.put("KC_HOSTNAME", publicUrl());
        all.put("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true");
        return Map.copyOf(all);
    }

    /** Where people's browsers meet it; its tokens name their issuer by this address. */
    public String publicUrl() {
        return "http://localhost:" + port();
    }

    /** Where programs of this machine meet it. */
    public String backUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** What the services are told; discovery is below it. */
    public String issuerUrl() {
        return backUrl() + "/realms/seenby";
    }
}
