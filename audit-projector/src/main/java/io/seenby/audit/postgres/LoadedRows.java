package io.seenby.audit.postgres;

import io.seenby.audit.postgres.Selection.Timed;
import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.detection.AlertRevision;
import io.seenby.core.detection.Finding;
import io.seenby.core.detection.Loaded;
import io.seenby.core.detection.Needs;
import io.seenby.core.detection.PastLook;
import io.seenby.core.detection.RepeatWindow;
import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.ClientTokens;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Erasure;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Tie;
import io.seenby.core.facts.Wall;
import io.seenby.core.habit.Habit;
import io.seenby.core.habit.PeerHabit;
import io.seenby.core.habit.Peers;
import io.seenby.core.work.AlertWork;
import io.seenby.events.ActorRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what several queries find for one tenant; a row that two of them find is kept once. */
final class LoadedRows {

    private final Map<Relationship.Key, Relationship> relationships = new LinkedHashMap<>();
    private final Map<TeamTie.Key, TeamTie> teamTies = new LinkedHashMap<>();
    private final Map<ActorStanding.Key, ActorStanding> standings = new LinkedHashMap<>();
    private final Map<Wall.Key, Wall> walls = new LinkedHashMap<>();
    private final Map<ClientTokens.Key, ClientTokens> tokens = new LinkedHashMap<>();
    private final Map<Erasure.Key, Erasure> erasures = new LinkedHashMap<>();
    private final List<Finding> explainable = new ArrayList<>();
    private final Map<ActorRef, Set<ActorRef>> supervised = new HashMap<>();
    private final Map<Consent.Key, Consent> consents = new LinkedHashMap<>();
    private final Map<ClientTraits.Key, ClientTraits> traits = new LinkedHashMap<>();
    private final Map<Finding.Key, Finding> findings = new LinkedHashMap<>();
    private final Map<RepeatWindow.Key, RepeatWindow> windows = new LinkedHashMap<>();
    private final Map<AlertRevision.Key, AlertRevision> alerts = new LinkedHashMap<>();
    private final Set<PastLook> looks = new LinkedHashSet<>();
    private final Map<PublisherInstance.Key, PublisherInstance> publishers = new LinkedHashMap<>();
    private final Map<AlertWork.Key, AlertWork> works = new LinkedHashMap<>();
    private final Map<Habit.Key, Habit> habits = new LinkedHashMap<>();
    private final Map<Peers, PeerHabit> peers = new LinkedHashMap<>();

    void add(Relationship row) {
        relationships.put(row.key(), row);
    }

    void add(TeamTie row) {
        teamTies.put(row.key(), row);
    }

    void add(ActorStanding row) {
        standings.put(row.key(), row);
    }

    void add(Wall row) {
        walls.put(row.key(), row);
    }

    void add(ClientTokens row) {
        tokens.put(row.key(), row);
    }

    void add(Erasure row) {
        erasures.put(row.key(), row);
    }

    void add(Needs.Supervision pair) {
        supervised
                .computeIfAbsent(pair.supervisor(), absent -> new LinkedHashSet<>())
                .add(pair.actor());
    }

    void add(Consent row) {
        consents.put(row.key(), row);
    }

    void add(ClientTraits row) {
        traits.put(row.key(), row);
    }

    void add(Finding row) {
        findings.put(row.key(), row);
    }

    void add(RepeatWindow row) {
        windows.put(row.key(), row);
    }

    void add(AlertRevision row) {
        alerts.put(row.key(), row);
    }

    void add(PastLook row) {
        looks.add(row);
    }

    void add(PublisherInstance row) {
        publishers.put(row.key(), row);
    }

    void add(AlertWork row) {
        works.put(row.key(), row);
    }

    void add(Habit row) {
        habits.put(row.key(), row);
    }

    void add(PeerHabit row) {
        peers.put(row.peers(), row);
    }

    /** Whom the findings gathered so far are about. */
    Set<Tie> findingTies() {
        return findings.values().stream().map(Finding::tie).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The findings gathered so far are those that the batch may explain; others may follow. */
    void rememberExplainable() {
        explainable.addAll(findings.values());
    }

    /** The windows that count those findings. */
    Stream<Timed> explainableWindows() {
        return explainable.stream()
                .flatMap(finding -> finding.countedIn().stream())
                .map(LoadedRows::timed);
    }

    /** Of each of those findings, what a day's alert about its actor and client is found by. */
    Stream<Timed> explainableDays() {
        return explainable.stream()
                .flatMap(finding ->
                        finding.window().map(start -> new Timed(finding.tie().toString(), start)).stream());
    }

    /** The same client with each actor who was gathered as being under the tie's actor, and the tie itself. */
    Stream<Tie> withThoseUnder(Tie tie) {
        return Stream.concat(
                Stream.of(tie),
                supervised.getOrDefault(tie.actor(), Set.of()).stream().map(actor -> new Tie(actor, tie.client())));
    }

    /** The alerts that show the findings gathered so far. */
    List<String> findingAlerts() {
        return findings.values().stream()
                .flatMap(finding -> finding.alertId().stream())
                .distinct()
                .toList();
    }

    /** All alerts that the rows gathered so far name. */
    List<String> alertIds() {
        Stream<String> ofPublishers = publishers.values().stream().flatMap(PublisherInstance::alerts);
        return Stream.concat(findingAlerts().stream(), ofPublishers).distinct().toList();
    }

    /** Of the windows gathered so far, those of these days that are not alerted. */
    Stream<Timed> counting(Set<Instant> days) {
        return windows.values().stream()
                .filter(window -> !window.alerted() && days.contains(window.start()))
                .map(window -> timed(window.key()));
    }

    private static Timed timed(RepeatWindow.Key window) {
        return new Timed(window.actor().value(), window.start());
    }

    Loaded loaded() {
        return new Loaded(
                List.copyOf(relationships.values()),
                List.copyOf(teamTies.values()),
                List.copyOf(standings.values()),
                List.copyOf(walls.values()),
                List.copyOf(consents.values()),
                List.copyOf(traits.values()),
                List.copyOf(tokens.values()),
                List.copyOf(erasures.values()),
                List.copyOf(findings.values()),
                List.copyOf(windows.values()),
                List.copyOf(alerts.values()),
                List.copyOf(looks),
                List.copyOf(publishers.values()),
                List.copyOf(works.values()),
                List.copyOf(habits.values()),
                List.copyOf(peers.values()));
    }
}
