package io.seenby.cli.verify;

import io.seenby.cli.export.SourceUnreadable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks a witness what it saw last; it is asked directly, so that nobody between can leave anything out. */
final class WitnessClient {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String prefix;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    WitnessClient(URI witness) {
        String text = witness.toString();
        this.prefix = (text.endsWith("/") ? text : text + "/") + "checkpoint/";
    }

    /** The note that it cosigned last; empty if it knows none of this origin. Throws {@link SourceUnreadable} if silent. */
    Optional<byte[]> latest(String origin) {
        URI uri = URI.create(prefix + URLEncoder.encode(origin, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).GET().build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> Optional.of(response.body());
                case 404 -> Optional.empty();
                default ->
                    throw new SourceUnreadable(
                            "The witness answered " + uri + " with status " + response.statusCode() + ".");
            };
        } catch (IOException unreachable) {
            throw new SourceUnreadable("The witness at " + prefix + " does not answer.", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SourceUnreadable("The witness was not heard out.", stopped);
        }
    }
}
