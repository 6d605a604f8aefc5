package io.seenby.core.detection;

import java.util.List;
import java.util.stream.Stream;

/** Every rule there is, in plain words: the one table that the API and the docs are made from. */
public final class RuleBook {

    private static final List<RuleText> RULES = Stream.of(LookRules.ALL, DayRules.ALL, ReleaseRules.ALL, TrailRules.ALL)
            .flatMap(List::stream)
            .toList();

    private RuleBook() {}

    /** First those about people, then those about the trail itself. */
    public static List<RuleText> rules() {
        return RULES;
    }
}
