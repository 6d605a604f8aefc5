package io.seenby.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The identity server of the local stack: it gives anyone on this machine any token. Its signing key is made on the
 * first start and kept, so tokens stay valid when it is started again.
 */
public final class IdentityServer extends Part {
    /** The issuer's name, the first segment of its URLs. */
    public static final String ISSUER = "seenby";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String MAIN = "io.seenby.local.identity.IdentityMain";

    private final ProjectRoot root;
    private final Path directory;

    /** @param directory where the signing key is kept */
    public IdentityServer(ProjectRoot root, Path directory, Path log, int port) {
        super("identity", port, log);
        this.root = root;
        this.directory = directory;
    }

    @Override
    public void start() {
        var flags = new ArrayList<>(ChildJvm.QUICK_START);
        flags.addAll(ChildJvm.DATED_LOG);
        flags.add("-Xmx128m");
        var key = directory.resolve("signing-key.json").toAbsolutePath().toString();
        var words = ChildJvm.running(root, flags, MAIN, List.of(Integer.toString(port()), key));
        var configuration = HttpRequest.newBuilder(URI.create(issuerUrl() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(3))
                .build();
        var http = HttpClient.newHttpClient();
        run(new ChildProcess.Command(words, directory))
                .awaitReady(
                        START_LIMIT,
                        () -> http.send(configuration, BodyHandlers.discarding())
                                        .statusCode()
                                == 200);
    }

    /** The issuer of the tokens; discovery is below it. */
    public String issuerUrl() {
        return "http://127.0.0.1:" + port() + "/" + ISSUER;
    }
}
