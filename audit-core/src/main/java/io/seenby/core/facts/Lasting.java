package io.seenby.core.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stated fact that may be ended before its time by a later entry that names it. */
public sealed interface Lasting<F extends Lasting<F>> extends Stated permits Relationship, TeamTie, Wall {

    Optional<Ending> ended();

    /** The same with this ending, unless it ended sooner. */
    F endedBy(Ending ending);

    /** Says the same, ending included, whenever it was said. */
    boolean saysTheSameAs(F other);

    /**
     * The row that a statement makes, heir to the ending of the rows of its name before it; none if it says what was said
     * last.
     *
     * @param known rows of the same name about the same parties
     */
    static <F extends Lasting<F>> Optional<F> unlessSaidLast(F row, List<F> known) {
        F heir = Ending.inherited(known.stream().map(Lasting::ended).flatMap(Optional::stream), row.from())
                .map(row::endedBy)
                .orElse(row);
        boolean said = known.stream()
                .max(Comparator.comparingLong(Stated::knownIndex))
                .filter(heir::saysTheSameAs)
                .isPresent();
        return said ? Optional.empty() : Optional.of(heir);
    }

    /** Those of the rows that this ending changes, changed. An end that comes before its beginning ends nothing. */
    static <F extends Lasting<F>> List<F> endedBy(List<F> rows, Ending ending) {
        return rows.stream()
                .filter(row -> !row.endedBy(ending).equals(row))
                .map(row -> row.endedBy(ending))
                .toList();
    }
}
