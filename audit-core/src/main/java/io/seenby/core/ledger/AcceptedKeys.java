package io.seenby.core.ledger;

import io.seenby.events.LedgerEvent.LedgerKeyRotated;
import io.seenby.events.LedgerKeyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Which ledger keys prove the records of a partition at an offset; never none. It depends on the records before that
 * offset alone, so a record is judged by the same keys whenever it is read.
 *
 * <p>A retired key is never accepted again: whoever copies an old record to the end of the topic brings back no key.
 */
public final class AcceptedKeys {

    /** How a key stands at an offset. */
    public enum Standing {
        ACCEPTED,
        RETIRED,
        UNKNOWN
    }

    /**
     * From where to where a key is accepted.
     *
     * @param from offset of the record that accepted it, which it does not prove yet; 0 for the first key
     * @param retiredAt offset of the record that retired it, which it may still prove
     */
    public record Term(LedgerKeyId key, long from, OptionalLong retiredAt) {}

    private final Map<LedgerKeyId, Term> terms;

    private AcceptedKeys(Map<LedgerKeyId, Term> terms) {
        this.terms = terms;
    }

    /** Of a partition without records: this one key. */
    public static AcceptedKeys beginning(LedgerKeyId first) {
        return of(List.of(new Term(first, 0, OptionalLong.empty())));
    }

    /** As {@link #terms} told them. Throws {@link IllegalArgumentException} if none of them is accepted. */
    public static AcceptedKeys of(Collection<Term> terms) {
        Map<LedgerKeyId, Term> byKey = new TreeMap<>();
        terms.forEach(term -> byKey.put(term.key(), term));
        AcceptedKeys keys = new AcceptedKeys(byKey);
        if (keys.accepted().isEmpty()) {
            throw new IllegalArgumentException("a partition always accepts a key");
        }
        return keys;
    }

    public Standing standing(LedgerKeyId key) {
        Term term = terms.get(key);
        if (term == null) {
            return Standing.UNKNOWN;
        }
        return term.retiredAt().isPresent() ? Standing.RETIRED : Standing.ACCEPTED;
    }

    /** In ascending order. */
    public List<LedgerKeyId> accepted() {
        return terms.keySet().stream()
                .filter(key -> standing(key) == Standing.ACCEPTED)
                .toList();
    }

    /** Every key that ever was accepted, in ascending order. */
    public List<Term> terms() {
        return List.copyOf(terms.values());
    }

    /**
     * After a rotation at {@code offset} that an accepted key has proven. One that says nothing, contradicts itself, brings
     * back a retired key, retires one that never was accepted or leaves none changes nothing.
     */
    public AcceptedKeys after(LedgerKeyRotated rotation, long offset) {
        Map<LedgerKeyId, Term> after = new TreeMap<>(terms);
        rotation.accepts().forEach(key -> after.putIfAbsent(key, new Term(key, offset, OptionalLong.empty())));
        for (LedgerKeyId key : rotation.retires()) {
            Term term = after.get(key);
            if (term == null || rotation.accepts().contains(key)) {
                return this;
            }
            if (term.retiredAt().isEmpty()) {
                after.put(key, new Term(key, term.from(), OptionalLong.of(offset)));
            }
        }
        boolean bringsBack = rotation.accepts().stream().anyMatch(key -> standing(key) == Standing.RETIRED);
        AcceptedKeys rotated = new AcceptedKeys(after);
        return bringsBack || rotated.accepted().isEmpty() ? this : rotated;
    }

    /** Keys that this accepts and {@code before} did not. */
    public List<LedgerKeyId> newSince(AcceptedKeys before) {
        List<LedgerKeyId> fresh = new ArrayList<>(accepted());
        fresh.removeAll(before.accepted());
        return fresh;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AcceptedKeys keys && terms.equals(keys.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.values().toString();
    }
}
