package io.seenby.endtoend;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The ways in which a request is spoilt, by their names. */
final class Spoilers {

    /** Changes a draft. */
    private interface Spoiler {
        void spoil(Draft draft, Random random);
    }

    /** As they stand in a URL. */
    private static final List<String> TEXTS = List.of(
            "",
            "%20",
            "0",
            "-1",
            "1",
            "9223372036854775807",
            "9223372036854775808",
            "1e309",
            "NaN",
            "null",
            "true",
            "%00",
            "a%00b",
            "%ff%fe",
            "%ED%A0%80",
            "%E2%80%AE",
            "..%2F..%2F",
            "%27%3B%20drop%20table%20entries%3B%20--",
            "%7B%7D",
            "2026-13-45T99:99:99Z",
            "%2B300000-01-01T00:00:00Z",
            "1900-01-01T00:00:00Z",
            "2026-01-01",
            "c_AAAAAAAAAAAAAAAAAAAAAA",
            "%24%7Bjndi%3Aldap%3A%2F%2Fx%7D",
            "a".repeat(3_000));

    private static final List<String> HEADER_VALUES = List.of(
            "",
            "0",
            "-1",
            "99999999999999999999",
            "\u00fc\u2603",
            "a".repeat(2_000),
            "*/*;q=nan",
            "text/html",
            "application/json; charset=utf-16",
            "application/x-ndjson",
            "multipart/form-data",
            "gzip",
            "nothing-at-all",
            "00-00000000000000000000000000000000-0000000000000000-00");

    private static final List<String> HEADERS = List.of(
            "SeenBy-Purpose",
            "SeenBy-Tenant",
            "Content-Type",
            "Accept",
            "Accept-Encoding",
            "Content-Encoding",
            "Last-Event-ID",
            "traceparent",
            "X-Forwarded-For",
            "If-None-Match",
            "Range",
            "Cookie",
            "Origin");

    private final Map<String, Spoiler> all = new LinkedHashMap<>();

    /** @param parameters of each operation's query, by its name as {@link Guarded#operation} has it */
    Spoilers(Map<String, List<String>> parameters) {
        all.put("a parameter", (draft, random) -> parameter(draft, parameters, random));
        all.put("a part of the path", Spoilers::path);
        all.put("a header", Spoilers::header);
        all.put(
                "another method",
                (draft, random) -> draft.method = any(
                        List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"), random));
        all.put("a place in the JSON", (draft, random) -> draft.text(JsonSpoiler.spoil(draft.text(), random)));
        all.put("a name twice", (draft, random) -> draft.text(JsonSpoiler.twice(draft.text(), random)));
        all.put("a byte", Spoilers::oneByte);
        all.put(
                "cut short",
                (draft, random) -> draft.body = Arrays.copyOf(draft.body, random.nextInt(draft.body.length + 1)));
        all.put("a piece twice", Spoilers::pieceTwice);
        all.put("nested", (draft, random) -> draft.text("{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)));
        all.put(
                "large",
                (draft, random) -> draft.text(draft.text() + (random.nextBoolean() ? " " : "x").repeat(200_000)));
        all.put("a list", (draft, random) -> draft.text("[" + draft.text() + "," + draft.text() + "]"));
        all.put("lines", Spoilers::lines);
        all.put(
                "token cut",
                (draft, random) -> draft.headers.computeIfPresent(
                        "Authorization", (name, token) -> token.substring(0, random.nextInt(token.length()))));
        all.put("length too long", (draft, random) -> framing(draft, "Content-Length", "" + (draft.body.length + 9)));
        all.put("length of nothing", (draft, random) -> framing(draft, "Content-Length", "a few"));
        all.put("broken chunks", Spoilers::chunks);
        all.put("a target with a gap", (draft, random) -> {
            draft.target += " HTTP/1.1\u0000x";
            draft.isHttp = false;
        });
    }

    List<String> names() {
        return List.copyOf(all.keySet());
    }

    /** One to three of them, one after the other. */
    void spoil(Draft draft, Random random) {
        List<String> names = names();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            String name = any(names, random);
            all.get(name).spoil(draft, random);
            draft.spoilt += (i == 0 ? "" : ", ") + name;
        }
    }

    private static void parameter(Draft draft, Map<String, List<String>> parameters, Random random) {
        List<String> known = new ArrayList<>(parameters.getOrDefault(draft.endpoint.operation(), List.of()));
        known.add("surprise");
        String name = URLEncoder.encode(any(known, random), StandardCharsets.UTF_8);
        draft.target += (draft.target.contains("?") ? "&" : "?") + name + "=" + any(TEXTS, random);
    }

    private static void path(Draft draft, Random random) {
        String[] parts = draft.target.split("\\?", 2);
        String[] segments = parts[0].split("/", -1);
        segments[1 + random.nextInt(segments.length - 1)] = any(TEXTS, random);
        draft.target = String.join("/", segments) + (parts.length > 1 ? "?" + parts[1] : "");
    }

    private static void header(Draft draft, Random random) {
        draft.headers.put(any(HEADERS, random), any(HEADER_VALUES, random));
    }

    private static void oneByte(Draft draft, Random random) {
        if (draft.body.length > 0) {
            draft.body[random.nextInt(draft.body.length)] = (byte) random.nextInt(256);
        }
    }

    private static void pieceTwice(Draft draft, Random random) {
        int from = random.nextInt(draft.body.length + 1);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(draft.body);
        twice.write(draft.body, from, draft.body.length - from);
        draft.body = twice.toByteArray();
    }

    private static void lines(Draft draft, Random random) {
        draft.text(draft.text().replace("\n", " ") + "\n" + (random.nextBoolean() ? "\r\n{}" : draft.text()) + "\n");
        draft.headers.put("Content-Type", "application/x-ndjson");
    }

    private static void framing(Draft draft, String header, String value) {
        draft.headers.put(header, value);
        draft.isHttp = false;
    }

    private static void chunks(Draft draft, Random random) {
        draft.headers.remove("Content-Length");
        framing(draft, "Transfer-Encoding", "chunked");
        draft.text((random.nextBoolean() ? "5\r\n" : "zz\r\n") + draft.text());
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
