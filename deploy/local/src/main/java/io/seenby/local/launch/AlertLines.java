package io.seenby.local.launch;

import io.seenby.local.CommandFailed;
import io.seenby.local.Pause;
import io.seenby.local.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One readable line per alert of one tenant, for as long as the stack runs. */
final class AlertLines {
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(1);

    private final StackFile stack;
    private final String tenant;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServerSentEvents events = new ServerSentEvents();

    private AlertLines(StackFile stack, String tenant, PrintStream out) {
        this.stack = stack;
        this.tenant = tenant;
        this.out = out;
    }

    /** Follows each demo tenant in the background. */
    static void follow(StackFile stack, PrintStream out) {
        out.println("Alerts (Ctrl-C stops everything):");
        for (String tenant : DemoTenants.ids()) {
            Thread.ofVirtual().name("alerts of " + tenant).start(() -> new AlertLines(stack, tenant, out).run());
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                readUntilItBreaks();
            } catch (IOException | UncheckedIOException | CommandFailed broken) {
                // The service is away: the last id we saw tells it where to go on.
            } catch (InterruptedException ending) {
                return;
            }
            Pause.of(BEFORE_ASKING_AGAIN);
        }
    }

    private void readUntilItBreaks() throws IOException, InterruptedException {
        var token = new Tokens(stack.issuerUrl(), http)
                .bearer(Tokens.Wish.role("privacy-officer").tenant(tenant).subject("local-alerts"));
        var request = HttpRequest.newBuilder(URI.create(stack.auditUrl() + "/v1/alerts/stream"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        events.lastId().ifPresent(id -> request.header("Last-Event-ID", id));
        var answer = http.send(request.build(), BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            if (answer.statusCode() == 200) {
                lines.forEach(line -> events.line(line).ifPresent(data -> out.println(AlertLine.of(tenant, data))));
            }
        }
    }
}
