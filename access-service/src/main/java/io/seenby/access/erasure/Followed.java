package io.seenby.access.erasure;

import io.seenby.core.ledger.AcceptedKeys;
import io.seenby.events.LedgerKeyId;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How far a partition was read.
 *
 * @param next offset of the first record that was not
 * @param keys which ledger keys prove that one
 */
record Followed(long next, AcceptedKeys keys) {

    private static final String NEVER = "-";

    /** As the table keeps {@link #keys}. */
    String terms() {
        return keys.terms().stream()
                .map(term -> term.key() + " " + term.from() + " "
                        + (term.retiredAt().isPresent()
                                ? Long.toString(term.retiredAt().getAsLong())
                                : NEVER))
                .collect(Collectors.joining(","));
    }

    static Followed of(long next, String terms) {
        return new Followed(
                next,
                AcceptedKeys.of(
                        Arrays.stream(terms.split(",")).map(Followed::term).toList()));
    }

    private static AcceptedKeys.Term term(String text) {
        String[] parts = text.split(" ");
        return new AcceptedKeys.Term(
                new LedgerKeyId(Long.parseLong(parts[0])),
                Long.parseLong(parts[1]),
                parts[2].equals(NEVER) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts[2])));
    }
}
