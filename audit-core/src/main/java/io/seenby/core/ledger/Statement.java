package io.seenby.core.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What a receipt states of one entry: where it stands in the ledger, what was written there, and when.
 *
 * @param tenant without line breaks
 * @param leaf of the record's value
 */
public record Statement(String tenant, int partition, long offset, Hash leaf, Instant recordedAt) {

    public Statement {
        if (tenant.isEmpty() || tenant.indexOf('\n') >= 0 || partition < 0 || offset < 0) {
            throw new IllegalArgumentException("no entry stands there");
        }
    }

    /** Under this name receipts are signed; their trees are no logs and never grow. */
    public static final String ORIGIN = "seenby-receipts/v1";

    private static final String HEADER = "seenby/recorded@v1";

    /** The lines whose bytes are the receipt's leaf. */
    public String text() {
        return HEADER + "\n" + tenant + "\n" + partition + "\n" + offset + "\n" + leaf.base64() + "\n" + recordedAt
                + "\n";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Throws {@link IllegalArgumentException} if the text states nothing of the kind, or in other words. */
    public static Statement parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != 7 || !lines.get(0).equals(HEADER) || !lines.get(6).isEmpty()) {
            throw new IllegalArgumentException("not the statement of a receipt");
        }
        try {
            Statement parsed = new Statement(
                    lines.get(1),
                    Math.toIntExact(Decimal.parse(lines.get(2))),
                    Decimal.parse(lines.get(3)),
                    Hash.ofBase64(lines.get(4)),
                    Instant.parse(lines.get(5)));
            if (parsed.text().equals(text)) {
                return parsed;
            }
        } catch (ArithmeticException | DateTimeParseException malformed) {
            throw new IllegalArgumentException("not the statement of a receipt", malformed);
        }
        throw new IllegalArgumentException("the statement of a receipt, but not as it is written");
    }
}
