package io.seenby.access.sealing;

import io.seenby.events.shape.RefKind;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keyed pseudonyms of one tenant: equal text of one kind, equal ref. Remembers what it derived, so one of these serves
 * one report or one batch, on one thread at a time, and is then forgotten.
 */
public final class Refs {

    private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");
    private static final byte[] SEPARATOR = {0};
    private static final byte[][] DOMAINS =
            Arrays.stream(RefKind.values()).map(kind -> utf8(kind.label())).toArray(byte[][]::new);

    private record Name(RefKind kind, String scope, String text) {}

    private final KeyedHash index;
    private final Map<Name, String> derived = new HashMap<>();

    public Refs(TenantKeys keys) {
        this.index = keys.index();
    }

    public String ref(RefKind kind, String text) {
        return derived.computeIfAbsent(
                new Name(kind, "", text), name -> index.of(DOMAINS[kind.ordinal()], SEPARATOR, utf8(text)));
    }

    /** Of a text that is unique only within {@code scope}, such as a record's id within its type. */
    public String ref(RefKind kind, String scope, String text) {
        return derived.computeIfAbsent(
                new Name(kind, scope, text),
                name -> index.of(DOMAINS[kind.ordinal()], SEPARATOR, utf8(scope), SEPARATOR, utf8(text)));
    }

    /** The same for texts that differ only in case, width or white space. */
    String token(RefKind kind, String text) {
        return ref(kind, normalised(text));
    }

    static String normalised(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE.matcher(folded).replaceAll(" ").strip();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
