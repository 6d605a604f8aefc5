package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
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
import io.seenby.core.work.AlertWork;
import io.seenby.events.ActorRef;
import io.seenby.events.AlertId;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a database is to the pipeline, in memory: rows by natural key, of which a batch gets exactly those that the
 * contract of {@link Loaded} promises, and not one more.
 */
final class TwinStore {

    final Map<Record, Relationship> relationships = new HashMap<>();
    final Map<Record, TeamTie> teamTies = new HashMap<>();
    final Map<Record, ActorStanding> standings = new HashMap<>();
    final Map<Record, Wall> walls = new HashMap<>();
    final Map<Record, ClientTokens> tokens = new HashMap<>();
    final Map<Record, Erasure> erasures = new HashMap<>();
    final Map<Record, Change.ExplanationRow> explanations = new HashMap<>();
    final Map<Record, Consent> consents = new HashMap<>();
    final Map<Record, ClientTraits> traits = new HashMap<>();
    final Map<Record, Finding> findings = new HashMap<>();
    final Map<Record, RepeatWindow> windows = new HashMap<>();
    final Map<Record, PublisherInstance> publishers = new HashMap<>();
    final Map<Record, AlertWork> works = new HashMap<>();
    final Map<Record, Habit> habits = new HashMap<>();
    final Map<Record, PeerHabit> peers = new HashMap<>();
    final Map<String, AlertRevision> alerts = new HashMap<>();
    final List<AlertRevision> journal = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();

    private final TenantId tenant;
    private long nextIndex = 0;
    private Instant coreTime = Instant.parse("1900-01-01T00:00:00Z");
    private long nextAlertOrdinal = 1;

    TwinStore(TenantId tenant) {
        this.tenant = tenant;
    }

    /** A whole history, in batches of this size. */
    static TwinStore integrated(List<LedgerEntry> history, int batch) {
        TwinStore store = new TwinStore(Happening.TENANT);
        for (int start = 0; start < history.size(); start += batch) {
            store.integrate(history.subList(start, Math.min(history.size(), start + batch)));
        }
        return store;
    }

    /** The same, in batches of any size. */
    static TwinStore integratedInBatches(List<LedgerEntry> history, Random random) {
        TwinStore store = new TwinStore(Happening.TENANT);
        int start = 0;
        while (start < history.size()) {
            int end = Math.min(history.size(), start + 1 + random.nextInt(12));
            store.integrate(history.subList(start, end));
            start = end;
        }
        return store;
    }

    long nextIndex() {
        return nextIndex;
    }

    Instant coreTime() {
        return coreTime;
    }

    /** One batch, as the pipeline takes it; answers what it changed. */
    List<Change> integrate(List<LedgerEntry> entries) {
        List<Indexed> batch = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            Indexed indexed = Indexed.after(coreTime, nextIndex, entry);
            batch.add(indexed);
            coreTime = indexed.coreTime();
            nextIndex++;
        }
        Instant start = batch.isEmpty() ? coreTime : batch.get(0).coreTime();
        TenantState state = new TenantState(tenant, start, nextAlertOrdinal, load(Needs.of(batch)));
        List<Change> made = new ArrayList<>();
        batch.forEach(indexed -> made.addAll(Rules.step(state, indexed)));
        nextAlertOrdinal = state.nextAlertOrdinal();
        Change.lastPerKey(made).forEach(this::save);
        changes.addAll(made);
        return made;
    }

    Loaded load(Needs needs) {
        List<Finding> explainable = open(finding -> ((needs.tied().contains(finding.client())
                                || needs.restated().contains(finding.actor()))
                        && !finding.occurredAt().isBefore(needs.reach()))
                || needs.reviewed().contains(finding.tie())
                || finding.due().filter(due -> due.isBefore(needs.until())).isPresent());
        Set<String> named = explainable.stream()
                .flatMap(finding -> finding.alertId().stream())
                .collect(Collectors.toSet());
        Set<Finding> loaded = new HashSet<>(explainable);
        loaded.addAll(open(finding -> finding.alertId().filter(named::contains).isPresent()));
        loaded.addAll(open(finding -> needs.actors().contains(finding.actor())
                && finding.window()
                        .filter(needs.windows()::contains)
                        .filter(start -> needs.touched().contains(finding.actor()) || !alerted(finding, start))
                        .isPresent()));
        Set<RepeatWindow.Key> counting = explainable.stream()
                .flatMap(finding -> finding.countedIn().stream())
                .collect(Collectors.toSet());
        loaded.addAll(
                open(finding -> finding.countedIn().filter(counting::contains).isPresent()));
        Set<Tie> asked = new HashSet<>(needs.seen());
        explainable.forEach(finding -> asked.add(finding.tie()));
        Set<Tie> askedUnder = new HashSet<>(asked);
        asked.forEach(tie -> under(tie.actor(), needs).forEach(other -> askedUnder.add(new Tie(other, tie.client()))));
        Set<ActorRef> standing = askedUnder.stream().map(Tie::actor).collect(Collectors.toSet());
        Set<ClientRef> clients = asked.stream().map(Tie::client).collect(Collectors.toSet());
        Set<String> shown =
                loaded.stream().flatMap(finding -> finding.alertId().stream()).collect(Collectors.toSet());
        Set<String> days = explainable.stream()
                .map(finding -> finding.tie().toString() + finding.window())
                .collect(Collectors.toSet());
        List<PublisherInstance> watched = some(
                publishers.values(),
                instance -> needs.publishers().contains(instance.key())
                        || Completeness.deadlines(instance).anyMatch(moment -> moment.isBefore(needs.until())));
        watched.forEach(instance -> instance.alerts().forEach(shown::add));
        return new Loaded(
                some(
                        relationships.values(),
                        row -> askedUnder.contains(row.tie())
                                || needs.relationships().contains(row.ref())),
                some(
                        teamTies.values(),
                        row -> clients.contains(row.client())
                                || needs.relationships().contains(row.ref())),
                some(
                        standings.values(),
                        row -> standing.contains(row.actor())
                                || needs.departed().stream()
                                        .anyMatch(left -> left.actor().equals(row.actor()))),
                some(
                        walls.values(),
                        row -> needs.clients().contains(row.client())
                                || needs.walls().contains(row.ref())),
                some(
                        consents.values(),
                        row -> needs.disclosed().contains(row.client())
                                || needs.consents().contains(row.ref())),
                some(traits.values(), row -> needs.clients().contains(row.client())),
                some(
                        tokens.values(),
                        row -> needs.clients().contains(row.client())
                                || needs.erased().contains(row.client())),
                some(erasures.values(), row -> needs.named().contains(row.client())),
                List.copyOf(loaded),
                some(
                        windows.values(),
                        row -> counting.contains(row.key())
                                || (needs.actors().contains(row.actor())
                                        && !row.start().isBefore(needs.remembered()))),
                some(
                        alerts.values(),
                        row -> shown.contains(row.alert().alertId())
                                || needs.worked()
                                        .contains(new AlertId(row.alert().alertId()))
                                || (row.windowStart()
                                                .filter(needs.windows()::contains)
                                                .isPresent()
                                        && needs.subjects().contains(row.subject()))
                                || days.contains(row.subject() + row.windowStart())),
                looks(needs),
                watched,
                some(works.values(), row -> needs.worked().contains(row.alert())),
                some(habits.values(), row -> needs.busy().contains(row.actor())),
                some(peers.values(), row -> needs.peers().contains(row.peers())));
    }

    private List<PastLook> looks(Needs needs) {
        return explanations.values().stream()
                .map(Change.ExplanationRow::look)
                .filter(look -> needs.departed().stream()
                        .anyMatch(left -> left.actor().equals(look.actor())
                                && !look.occurredAt().isBefore(left.since())))
                .toList();
    }

    private Set<ActorRef> under(ActorRef supervisor, Needs needs) {
        Set<ActorRef> under = new HashSet<>();
        standings.values().stream().filter(row -> row.answersTo(supervisor)).forEach(row -> under.add(row.actor()));
        needs.supervised().stream()
                .filter(pair -> pair.supervisor().equals(supervisor))
                .forEach(pair -> under.add(pair.actor()));
        return under;
    }

    private boolean alerted(Finding finding, Instant start) {
        RepeatWindow window = windows.get(new RepeatWindow.Key(finding.actor(), start));
        return window != null && window.alerted();
    }

    private List<Finding> open(Predicate<Finding> which) {
        return some(findings.values(), finding -> finding.open() && which.test(finding));
    }

    private static <R> List<R> some(Collection<R> rows, Predicate<R> which) {
        return rows.stream().filter(which).toList();
    }

    private void save(Change change) {
        switch (change) {
            case Change.RelationshipRow row -> relationships.put(row.key(), row.relationship());
            case Change.TeamTieRow row -> teamTies.put(row.key(), row.teamTie());
            case Change.StandingRow row -> standings.put(row.key(), row.standing());
            case Change.WallRow row -> walls.put(row.key(), row.wall());
            case Change.TokensRow row -> tokens.put(row.key(), row.tokens());
            case Change.ErasureRow row -> erasures.put(row.key(), row.erasure());
            case Change.ExplanationRow row -> explanations.put(row.key(), row);
            case Change.ConsentRow row -> consents.put(row.key(), row.consent());
            case Change.TraitsRow row -> traits.put(row.key(), row.traits());
            case Change.FindingRow row -> findings.put(row.key(), row.finding());
            case Change.WindowRow row -> windows.put(row.key(), row.window());
            case Change.PublisherRow row -> publishers.put(row.key(), row.instance());
            case Change.WorkRow row -> works.put(row.key(), row.work());
            case Change.HabitRow row -> habits.put(row.key(), row.habit());
            case Change.PeersRow row -> peers.put(row.key(), row.habit());
            case Change.AlertRow row -> {
                alerts.put(row.revision().alert().alertId(), row.revision());
                journal.add(row.revision());
            }
        }
    }

    /** Everything stored, to compare. */
    Map<String, Object> image() {
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("facts", List.of(relationships, teamTies, standings, walls, tokens, erasures, consents, traits));
        image.put("explanations", explanations);
        image.put("findings", findings);
        image.put("windows", windows);
        image.put("publishers", publishers);
        image.put("works", works);
        image.put("habits", List.of(habits, peers));
        image.put("alerts", alerts);
        image.put("journal", journal);
        image.put("position", List.of(nextIndex, coreTime, nextAlertOrdinal));
        return image;
    }
}
