package io.seenby.core.detection;

import io.seenby.events.BreachAlert.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rule's text being written, and the phrases that several rules share. */
record RuleDraft(String name, int version, List<Severity> severities, String found, String shown) {

    static final String ACTIVITY_REVIEW = "45 CFR 164.308(a)(1)(ii)(D), information system activity review";
    static final String AT_ONCE = "At once; one alert a core day for actor and client.";
    static final String ONCE_A_DAY = "When it is too much; one alert for each day of an actor.";
    static final String EACH = "Each time.";
    static final String BY_POINTS = "Never by itself: it counts for " + SuspiciousLook.NAME + ".";

    static RuleDraft of(String name, int version, Severity... severities) {
        return new RuleDraft(name, version, List.of(severities), "", "");
    }

    RuleDraft finds(String sentence) {
        return new RuleDraft(name, version, severities, sentence, shown);
    }

    RuleDraft alerts(String sentence) {
        return new RuleDraft(name, version, severities, found, sentence);
    }

    RuleText by(String source) {
        return by(source, Map.of());
    }

    RuleText by(String source, Map<String, String> thresholds) {
        SortedMap<String, String> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
        return new RuleText(name, version, severities, found, shown, source, sorted);
    }
}
