package io.seenby.core.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Text that somebody signed (C2SP signed-note).
 *
 * @param text ends with a line break
 */
public record Note(String text, List<Signature> signatures) {

    private static final String SEPARATOR = "\n\n";
    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 100;

    /**
     * A line below the text; what it means depends on the key.
     *
     * @param bytes the key's id, then the signature itself
     */
    public record Signature(String name, byte[] bytes) {

        static final int ID_LENGTH = 4;

        public Signature {
            if (!isName(name) || bytes.length <= ID_LENGTH) {
                throw new IllegalArgumentException("no signature of a note");
            }
            bytes = bytes.clone();
        }

        boolean isOf(String keyName, byte[] keyId) {
            return name.equals(keyName) && Arrays.equals(bytes, 0, ID_LENGTH, keyId, 0, ID_LENGTH);
        }

        /** Is it in the name and id of that key, whether it is right or not? */
        public boolean claims(VerifierKey key) {
            return key.claims(this);
        }

        /** The key's id as verifier keys write it: four bytes in hex. */
        public String keyId() {
            return HexFormat.of().formatHex(bytes, 0, ID_LENGTH);
        }

        byte[] afterId() {
            return Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
        }

        /** With its line break. */
        public String line() {
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
        }

        /** Without line break. Throws {@link IllegalArgumentException} if it is none. */
        public static Signature parse(String line) {
            int space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) {
                throw new IllegalArgumentException("not the signature line of a note");
            }
            return new Signature(
                    line.substring(DASH.length(), space), CanonicalBase64.decode(line.substring(space + 1)));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Signature signature
                    && name.equals(signature.name)
                    && Arrays.equals(bytes, signature.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    public Note {
        if (!text.endsWith("\n") || text.codePoints().anyMatch(Note::isForbidden)) {
            throw new IllegalArgumentException("no text of a note");
        }
        signatures = List.copyOf(signatures);
    }

    /** Control characters, and halves of characters: their bytes would be those of a question mark. */
    private static boolean isForbidden(int codePoint) {
        return (codePoint < ' ' && codePoint != '\n')
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** Throws {@link IllegalArgumentException} if it is no signed note. */
    public static Note parse(String note) {
        int end = note.lastIndexOf(SEPARATOR);
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("a note has a text, an empty line and signatures");
        }
        String below = note.substring(end + SEPARATOR.length());
        List<String> lines = below.isEmpty()
                ? List.of()
                : List.of(below.substring(0, below.length() - 1).split("\n", -1));
        if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has signatures, and not too many");
        }
        return new Note(
                note.substring(0, end + 1), lines.stream().map(Signature::parse).toList());
    }

    /** May it name a key or a log? */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(each -> each == '+'
                                || isForbidden(each)
                                || Character.isWhitespace(each)
                                || Character.isSpaceChar(each));
    }

    /** The same text with one more signature. */
    public Note with(Signature signature) {
        List<Signature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new Note(text, all);
    }

    /** The signature that this key made; empty if there is none or a false one in its name. */
    public Optional<Signature> by(VerifierKey key) {
        List<Signature> named = signatures.stream().filter(key::claims).toList();
        return named.stream().allMatch(each -> key.verifies(text, each))
                ? named.stream().findFirst()
                : Optional.empty();
    }

    /** As it is stored and sent. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
