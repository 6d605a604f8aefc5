package io.seenby.local.publish;

import io.seenby.local.CommandFailed;
import io.seenby.local.Options;
import io.seenby.local.ProjectRoot;
import io.seenby.local.Tokens;
import io.seenby.local.launch.StackFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./dev publish [FILE|-]}: events, one JSON object a line, to the running stack. */
public final class PublishCommand {
    private static final int LINES_PER_BATCH = 1_000;
    private static final int IN_FLIGHT = 4;

    private PublishCommand() {}

    /** 0 when every line was recorded, or sent by Kafka; 1 when any was refused. */
    public static int run(ProjectRoot root, List<String> arguments) {
        var options = Options.parse(arguments, Set.of("--kafka"), Set.of("--tenant", "--subject", "--batch"));
        if (options.words().size() > 1) {
            throw CommandFailed.misused("Name one file, or - for standard input.");
        }
        int size = options.positive("--batch", LINES_PER_BATCH);
        var file = Optional.of(options.words())
                .filter(words -> !words.isEmpty())
                .map(List::getFirst)
                .filter(word -> !word.equals("-"))
                .map(Path::of);
        var stack = StackFile.running(root);
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var tenant = options.value("--tenant").orElse("harbor-law");
        var subject = options.value("--subject").orElse("local-publisher");
        if (options.has("--kafka")) {
            return byKafka(
                    new KafkaDoor(
                            http,
                            stack.accessUrl(),
                            "127.0.0.1:" + stack.ports().kafka(),
                            tenant,
                            subject),
                    file);
        }
        var wish = Tokens.Wish.role("publisher").tenant(tenant).subject(subject);
        var tokens = new Tokens(stack.issuerUrl(), http);
        var tally = new Tally();
        var delivery =
                new Delivery(http, URI.create(stack.accessUrl() + "/v1/events"), () -> tokens.bearer(wish), tally);
        long begin = System.nanoTime();
        try (var input = new CountedInput(open(file));
                var bar = new ProgressBar(System.err, onTerminal(), size(file), input::count, tally)) {
            var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
            new InFlight(IN_FLIGHT, delivery).deliverAll(new BatchReader(lines, size));
        } catch (IOException unreadable) {
            throw CommandFailed.because("The input cannot be read: " + unreadable.getMessage() + ".");
        }
        System.out.println(
                tally.report(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
        return tally.refusedCount() == 0 ? 0 : 1;
    }

    private static int byKafka(KafkaDoor door, Optional<Path> file) {
        try (var lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            System.out.println(door.sendAll(lines));
            return 0;
        } catch (IOException unreadable) {
            throw CommandFailed.because("The input cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static InputStream open(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return System.in;
        }
        if (!Files.isRegularFile(file.get())) {
            throw CommandFailed.because("There is no file " + file.get() + ".");
        }
        return Files.newInputStream(file.get());
    }

    private static long size(Optional<Path> file) {
        try {
            return file.isEmpty() ? 0 : Files.size(file.get());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The script knows; Java of this level cannot tell for standard error alone. */
    private static boolean onTerminal() {
        return "1".equals(System.getenv("SEENBY_TERMINAL"));
    }
}
