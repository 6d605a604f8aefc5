package io.seenby.endtoend;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** The ways in which a text may stand somewhere without being seen at a glance, each by its name. */
final class HiddenForms {

    private HiddenForms() {}

    /** @param word ASCII letters and digits: what escapes leave as it is, so that whatever quotes a text with it shows it */
    static Map<String, byte[]> ofWord(String word) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (String cased : List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                encoded(cased + " in " + charset, cased.getBytes(charset), forms::put);
            }
            forms.put(cased + " in \\u0061", ascii(escaped(cased, "\\u%04x")));
            forms.put(cased + " in \\u00A1", ascii(escaped(cased, "\\u%04X")));
            forms.put(cased + " in %61", ascii(escaped(cased, "%%%02x")));
            forms.put(cased + " in %A1", ascii(escaped(cased, "%%%02X")));
        }
        return forms;
    }

    /** Who can guess a text knows it by a digest without a key. */
    static Map<String, byte[]> ofDigests(String text) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (String algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
            for (String cased : List.of(text, text.toLowerCase(Locale.ROOT))) {
                encoded(algorithm + " of " + cased, digest(algorithm, cased), forms::put);
            }
        }
        return forms;
    }

    private static void encoded(String name, byte[] bytes, BiConsumer<String, byte[]> forms) {
        forms.accept(name, bytes);
        forms.accept(name + ", hex", ascii(HexFormat.of().formatHex(bytes)));
        forms.accept(name + ", HEX", ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            forms.accept(name + ", base64 after " + before, base64(Base64.getEncoder(), bytes, before));
            forms.accept(name + ", base64url after " + before, base64(Base64.getUrlEncoder(), bytes, before));
        }
    }

    /** The characters that depend on these bytes alone, where so many others stand before them and any behind. */
    private static byte[] base64(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        int first = (before * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return Arrays.copyOfRange(encoder.encode(shifted), first, end);
    }

    private static String escaped(String word, String each) {
        StringBuilder escaped = new StringBuilder();
        word.chars().forEach(character -> escaped.append(each.formatted(character)));
        return escaped.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
