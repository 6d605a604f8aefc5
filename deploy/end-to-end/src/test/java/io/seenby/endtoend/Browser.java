package io.seenby.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person's browser does at the identity server: it keeps cookies, follows redirects there and sends forms. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String home;
    private final Map<String, String> cookies = new HashMap<>();

    /** @param home the address of the identity server, where its cookies go and nowhere else */
    Browser(String home) {
        this.home = home;
    }

    /** Where one came to rest: a page, or a redirect to somewhere else, which is not followed. */
    record Page(String body, Optional<URI> away) {

        /** The value of a parameter of the address that one was sent away to. */
        Optional<String> told(String parameter) {
            return away.flatMap(address -> group("[?&]" + parameter + "=([^&]+)", address.toString()));
        }

        boolean asks(String field) {
            return body.contains("name=\"" + field + "\"");
        }

        /** What stands in a hidden field. */
        String hidden(String field) {
            return group("name=\"" + field + "\" value=\"([^\"]+)\"", body).orElseThrow();
        }

        URI form() {
            return group(FORM.pattern(), body)
                    .map(address -> URI.create(address.replace("&amp;", "&")))
                    .orElseThrow(() -> new AssertionError("no form: " + body));
        }

        private static Optional<String> group(String pattern, String text) {
            return Optional.of(Pattern.compile(pattern).matcher(text))
                    .filter(Matcher::find)
                    .map(found -> found.group(1));
        }
    }

    Page open(URI address) throws IOException, InterruptedException {
        return rest(send(HttpRequest.newBuilder(address)));
    }

    Page fill(Page page, Map<String, String> fields) throws IOException, InterruptedException {
        return rest(send(HttpRequest.newBuilder(page.form())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))));
    }

    private Page rest(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            Optional<URI> next = answer.headers().firstValue("Location").map(answer.uri()::resolve);
            if (next.isEmpty() || !next.get().toString().startsWith(home)) {
                return new Page(answer.body(), next);
            }
            answer = send(HttpRequest.newBuilder(next.get()));
        }
        throw new AssertionError("sent around in a circle at " + answer.uri());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String kept = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!kept.isEmpty()) {
            request.header("Cookie", kept);
        }
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
