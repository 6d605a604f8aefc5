package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.audit.http.Refusals;
import io.seenby.events.Question;
import io.seenby.events.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the next page of one question begins: the key of the last thing shown. It is opaque to its holder and bound to
 * the filter it was made for. It carries no secret and grants nothing, so it is not signed: whoever forges one moves
 * within what they may read anyway.
 *
 * @param binding the question with its filter
 */
public record Cursor(byte[] binding) {

    private static final byte VERSION = 1;
    private static final int BINDING_BYTES = 8;
    private static final String SEPARATOR = "\n";

    /** For the pages of {@code question} under {@code filter}, which holds neither limit nor cursor. */
    public static Cursor of(Question question, ObjectNode filter) {
        byte[] canonical = CanonicalJson.write(filter.deepCopy().put("question", question.wire()));
        return new Cursor(Arrays.copyOf(sha256(canonical), BINDING_BYTES));
    }

    public String write(List<String> key) {
        byte[] text = String.join(SEPARATOR, key).getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[1 + BINDING_BYTES + text.length];
        bytes[0] = VERSION;
        System.arraycopy(binding, 0, bytes, 1, BINDING_BYTES);
        System.arraycopy(text, 0, bytes, 1 + BINDING_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Refuses what {@link #write} didn't make for this filter; {@code read} may throw for a key it cannot read. */
    public <K> Optional<K> read(Optional<String> after, int parts, Function<List<String>, K> read) {
        return after.map(text -> {
            try {
                return read.apply(key(text, parts));
            } catch (RuntimeException unreadable) {
                throw Refusals.malformed("after", "must be a cursor of the same question with the same filter");
            }
        });
    }

    private List<String> key(String text, int parts) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        boolean ours = bytes.length > BINDING_BYTES
                && bytes[0] == VERSION
                && Arrays.equals(bytes, 1, 1 + BINDING_BYTES, binding, 0, BINDING_BYTES);
        if (!ours) {
            throw new IllegalArgumentException("another question's cursor");
        }
        List<String> key = List.of(
                new String(bytes, 1 + BINDING_BYTES, bytes.length - 1 - BINDING_BYTES, StandardCharsets.US_ASCII)
                        .split(SEPARATOR, -1));
        if (key.size() != parts || !write(key).equals(text)) {
            throw new IllegalArgumentException("not as we write it");
        }
        return key;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
