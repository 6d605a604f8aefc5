package io.seenby.access.fhir;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;

/**
 * The query of a search entity: its text, and the parameters of it where it is a FHIR search by GET or by POST. Of an
 * HL7 v2 or v3 message, or of bytes that are no text, there are none.
 *
 * @param text at most 4,000 code points
 * @param parameters names as given, values decoded; those that only shape the answer ({@code _count}) are left out
 */
record SearchQuery(Optional<String> text, List<Map.Entry<String, String>> parameters) {

    static final int LONGEST = 4_000;
    private static final int MOST_PARAMETERS = 32;
    private static final int LONGEST_VALUE = 256;

    /** The search part of a request line or URL: up to white space or a fragment. */
    private static final Pattern URL = Pattern.compile("^\\s*(?:[A-Z]+ +)?[^\\s?<]*[?]([^\\s#]*)");

    /** A form after the header of a POST. */
    private static final Pattern FORM =
            Pattern.compile("^\\s*POST [^\\n]*_search.*?\\r?\\n\\r?\\n(\\S+)", Pattern.DOTALL);

    static SearchQuery of(AuditEventEntityComponent entity) {
        Optional<String> text = Optional.ofNullable(entity.getQuery())
                .flatMap(SearchQuery::utf8)
                .or(() -> Optional.ofNullable(entity.getDescription()))
                .map(query -> query.replace('\0', '�'))
                .filter(query -> !query.isBlank());
        return new SearchQuery(
                text.map(query -> Texts.cut(query, LONGEST)),
                text.map(SearchQuery::parameters).orElse(List.of()));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static List<Map.Entry<String, String>> parameters(String text) {
        return Stream.of(FORM, URL)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .map(search -> Stream.of(search.split("&"))
                        .flatMap(pair -> parameter(pair).stream())
                        .limit(MOST_PARAMETERS)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Map.Entry<String, String>> parameter(String pair) {
        int equals = pair.indexOf('=');
        if (equals <= 0 || equals == pair.length() - 1) {
            return Optional.empty();
        }
        Optional<String> name = decoded(pair.substring(0, equals));
        Optional<String> value = decoded(pair.substring(equals + 1));
        return name.filter(given -> isCondition(given))
                .flatMap(given ->
                        value.flatMap(Texts::present).map(text -> Map.entry(given, Texts.cut(text, LONGEST_VALUE))));
    }

    /** {@code _id} says whom one looked for; {@code _count}, {@code _sort} and the like only how the answer looks. */
    private static boolean isCondition(String name) {
        return !name.startsWith("_") || name.startsWith("_id") || name.startsWith("_has");
    }

    private static Optional<String> decoded(String text) {
        try {
            String plain = URLDecoder.decode(text, StandardCharsets.UTF_8).replace('\0', '�');
            return Optional.of(plain);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.of(text);
        }
    }
}
