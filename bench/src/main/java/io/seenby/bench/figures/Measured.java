package io.seenby.bench.figures;

import java.util.List;

/**
 * What one round of one contender gave.
 *
 * @param perSecond the figure that is compared
 * @param beside more about the same round, one text for each of {@link Contender#besideNames()}
 */
public record Measured(double perSecond, List<String> beside) {
    public Measured {
        beside = List.copyOf(beside);
    }

    public static Measured of(double perSecond, String... beside) {
        return new Measured(perSecond, List.of(beside));
    }
}
