package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import java.util.List;
import java.util.SortedMap;

/**
 * What a rule is, for people.
 *
 * @param name as findings and alerts say it
 * @param version that is in force, from 1
 * @param severities that its alerts may have, the mildest first; none if it raises none itself
 * @param finds what it finds, in one sentence
 * @param alerts when people are shown it, in one sentence
 * @param source regulation, standard or paper it rests on
 * @param thresholds built in, by name; lengths of time as in ISO 8601
 */
public record RuleText(
        String name,
        int version,
        List<BreachAlert.Severity> severities,
        String finds,
        String alerts,
        String source,
        SortedMap<String, String> thresholds) {}
