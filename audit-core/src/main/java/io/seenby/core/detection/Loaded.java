package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.ClientTokens;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Erasure;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Wall;
import io.seenby.core.habit.Habit;
import io.seenby.core.habit.PeerHabit;
import io.seenby.core.work.AlertWork;
import java.util.List;

/**
 * The stored rows of one tenant that a batch needs, in any order. More than these does no harm, fewer is a bug.
 *
 * <p>Asked about is each (actor, client) of {@link Needs#seen} and of each finding of (a); asked about under it is the same
 * client with each actor whom a stored row or {@link Needs#supervised} puts under that actor.
 *
 * @param relationships each row whose (actor, client) is asked about, or asked about under it, or whose ref is in
 *     {@link Needs#relationships}
 * @param teamTies each row whose client is asked about, or whose ref is in {@link Needs#relationships}
 * @param standings each row whose actor is asked about, or asked about under it, or is in {@link Needs#departed}
 * @param walls each row whose client is in {@link Needs#clients}, or whose ref is in {@link Needs#walls}
 * @param consents each row whose client is in {@link Needs#disclosed}, or whose ref is in {@link Needs#consents}
 * @param traits each row whose client is in {@link Needs#clients}
 * @param tokens each row whose client is in {@link Needs#clients} or in {@link Needs#erased}
 * @param erasures each row whose client is in {@link Needs#named}
 * @param findings each open finding (a) whose client is in {@link Needs#tied} or whose actor is in {@link
 *     Needs#restated}, and that occurred at or after {@link Needs#reach}; or whose (actor, client) is in {@link
 *     Needs#reviewed}; or that was due before {@link Needs#until}; (b) that names an alert which one of (a)
 *     names; (c) whose window is in {@link Needs#windows} and whose actor is in {@link Needs#actors}; of these may be left
 *     out, because they can be many, those of a window that is alerted already and of an actor who is not in {@link
 *     Needs#touched}: such a window is not explained; (d) that is counted in a window that counts one of (a)
 * @param windows each row whose actor is in {@link Needs#actors} and whose start is at or after {@link Needs#remembered}; or
 *     that counts one of the findings (a)
 * @param alerts the latest revision of each alert (a) that one of the findings names; (b) whose window start is in
 *     {@link Needs#windows} and whose subject is in {@link Needs#subjects}; (c) that one of the publishers names; (d) whose subject and window start
 *     are those of one of the findings (a); (e) whose id is in {@link Needs#worked}
 * @param looks each client of each entry that is judged, whose actor is in {@link Needs#departed} and that occurred then or
 *     after
 * @param publishers each row whose key is in {@link Needs#publishers}, or whose deadline is before {@link Needs#until}
 * @param works each row whose alert is in {@link Needs#worked}
 * @param habits each row whose actor is in {@link Needs#busy}
 * @param peers each row whose peers are in {@link Needs#peers}
 */
public record Loaded(
        List<Relationship> relationships,
        List<TeamTie> teamTies,
        List<ActorStanding> standings,
        List<Wall> walls,
        List<Consent> consents,
        List<ClientTraits> traits,
        List<ClientTokens> tokens,
        List<Erasure> erasures,
        List<Finding> findings,
        List<RepeatWindow> windows,
        List<AlertRevision> alerts,
        List<PastLook> looks,
        List<PublisherInstance> publishers,
        List<AlertWork> works,
        List<Habit> habits,
        List<PeerHabit> peers) {

    public static final Loaded NOTHING = new Loaded(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Loaded {
        relationships = List.copyOf(relationships);
        teamTies = List.copyOf(teamTies);
        standings = List.copyOf(standings);
        walls = List.copyOf(walls);
        consents = List.copyOf(consents);
        traits = List.copyOf(traits);
        tokens = List.copyOf(tokens);
        erasures = List.copyOf(erasures);
        findings = List.copyOf(findings);
        windows = List.copyOf(windows);
        alerts = List.copyOf(alerts);
        looks = List.copyOf(looks);
        publishers = List.copyOf(publishers);
        works = List.copyOf(works);
        habits = List.copyOf(habits);
        peers = List.copyOf(peers);
    }
}
