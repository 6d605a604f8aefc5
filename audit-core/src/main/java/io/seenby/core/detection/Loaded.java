package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Relationship;
import java.util.List;

/**
 * The stored rows of one tenant that a batch needs, in any order. More than these does no harm, fewer is a bug.
 *
 * @param relationships each row whose (actor, client) is in {@link Needs#seen}, or whose ref is in
 *     {@link Needs#relationships}
 * @param consents each row whose client is in {@link Needs#disclosed}, or whose ref is in {@link Needs#consents}
 * @param traits each row whose client is in {@link Needs#clients}
 * @param findings each open finding (a) whose (actor, client) is in {@link Needs#tied}; (b) that names an alert which
 *     one of (a) names; (c) whose actor is in {@link Needs#actors} and whose window is in {@link Needs#windows}; of
 *     these may be left out, because they can be many, those of a window that is alerted already and of an actor whom
 *     nothing in {@link Needs#tied} ties to anybody: such a window neither counts nor is explained
 * @param windows each row whose actor is in {@link Needs#actors} and whose start is in {@link Needs#windows}
 * @param alerts the latest revision of each alert (a) that one of the findings names; (b) whose window start is in
 *     {@link Needs#windows} and whose subject is in {@link Needs#subjects}; (c) that one of the publishers names
 * @param publishers each row whose key is in {@link Needs#publishers}, or whose deadline is before {@link Needs#until}
 */
public record Loaded(
        List<Relationship> relationships,
        List<Consent> consents,
        List<ClientTraits> traits,
        List<Finding> findings,
        List<RepeatWindow> windows,
        List<AlertRevision> alerts,
        List<PublisherInstance> publishers) {

    public static final Loaded NOTHING =
            new Loaded(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Loaded {
        relationships = List.copyOf(relationships);
        consents = List.copyOf(consents);
        traits = List.copyOf(traits);
        findings = List.copyOf(findings);
        windows = List.copyOf(windows);
        alerts = List.copyOf(alerts);
        publishers = List.copyOf(publishers);
    }
}
