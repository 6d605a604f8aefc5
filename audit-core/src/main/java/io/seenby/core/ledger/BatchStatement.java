package io.seenby.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the one receipt of a batch states: how many of its items were recorded, and the root of the tree whose leaves are
 * their {@link Statement}s in the order of the results.
 *
 * @param tenant without line breaks
 * @param recorded at least one
 */
public record BatchStatement(String tenant, long recorded, Hash root) {

    private static final String HEADER = "seenby/recorded-batch@v1";

    public BatchStatement {
        if (recorded < 1) {
            throw new IllegalArgumentException("nothing is stated of a batch of which nothing was recorded");
        }
    }

    /** The lines whose bytes are the receipt's leaf. */
    public String text() {
        return HEADER + "\n" + tenant + "\n" + recorded + "\n" + root.base64() + "\n";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Throws {@link IllegalArgumentException} if the text states nothing of the kind. */
    public static BatchStatement parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != 5 || !lines.get(0).equals(HEADER) || !lines.get(4).isEmpty()) {
            throw new IllegalArgumentException("not the statement of a batch's receipt");
        }
        return new BatchStatement(lines.get(1), Decimal.parse(lines.get(2)), Hash.ofBase64(lines.get(3)));
    }
}
