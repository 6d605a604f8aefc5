package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.facts.Tie;
import io.seenby.core.work.AlertWork;
import io.seenby.events.ActorRef;
import io.seenby.events.AlertId;
import io.seenby.events.ClientRef;
import io.seenby.events.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Working state of one tenant at a position: read by the rules, touched by {@link #apply} and nothing else. It holds
 * only what was known at that position, so that a rule never asks when a row became known.
 */
public final class TenantState {

    private final TenantId tenant;
    private final Instant coreTime;
    private final KnownFacts facts = new KnownFacts();
    private final OpenFindings findings = new OpenFindings();
    private final Map<RepeatWindow.Key, RepeatWindow> windows = new HashMap<>();
    private final Map<ActorRef, List<PastLook>> looks = new HashMap<>();
    private final Map<String, AlertRevision> alerts = new HashMap<>();
    private final Map<AlertRevision.Window, String> alertOfWindow = new HashMap<>();
    private final Map<PublisherInstance.Key, PublisherInstance> publishers = new TreeMap<>();
    private final Map<AlertId, AlertWork> works = new HashMap<>();
    private final KnownHabits habits = new KnownHabits();
    /** None of the publishers has one before it; it may be too early, for it is not moved on when one is kept. */
    private Instant earliestDeadline = Instant.MAX;

    private long nextAlertOrdinal;
    private Optional<Instant> forgeryDay = Optional.empty();

    /**
     * @param coreTime of the tenant where the batch begins
     * @param nextAlertOrdinal of the next alert revision, from 1
     */
    public TenantState(TenantId tenant, Instant coreTime, long nextAlertOrdinal, Loaded loaded) {
        this.tenant = tenant;
        this.coreTime = coreTime;
        this.nextAlertOrdinal = nextAlertOrdinal;
        loaded.relationships().forEach(facts::put);
        loaded.teamTies().forEach(facts::put);
        loaded.standings().forEach(facts::put);
        loaded.walls().forEach(facts::put);
        loaded.consents().forEach(facts::put);
        loaded.traits().forEach(facts::put);
        loaded.tokens().forEach(facts::put);
        loaded.erasures().forEach(facts::put);
        loaded.findings().forEach(findings::put);
        loaded.windows().forEach(window -> windows.put(window.key(), window));
        loaded.alerts().forEach(this::put);
        loaded.looks().forEach(this::put);
        loaded.works().forEach(work -> works.put(work.alert(), work));
        loaded.habits().forEach(habits::put);
        loaded.peers().forEach(habits::put);
        loaded.publishers().forEach(instance -> put(new Change.PublisherRow(instance)));
    }

    /** As it is stored: no alert about forged records is raised twice on one core day. */
    public TenantState forgedOn(Optional<Instant> day) {
        forgeryDay = day;
        return this;
    }

    /** Start of the core day on which it was said last that a record is forged. */
    public Optional<Instant> forgeryDay() {
        return forgeryDay;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Where the batch began; the core time of an entry stands beside the entry. */
    public Instant coreTime() {
        return coreTime;
    }

    public long nextAlertOrdinal() {
        return nextAlertOrdinal;
    }

    /** Takes one row in. Throws {@link IllegalStateException} for an alert revision out of its order. */
    public void apply(Change change) {
        switch (change) {
            case Change.RelationshipRow row -> facts.put(row.relationship());
            case Change.TeamTieRow row -> facts.put(row.teamTie());
            case Change.StandingRow row -> facts.put(row.standing());
            case Change.WallRow row -> facts.put(row.wall());
            case Change.TokensRow row -> facts.put(row.tokens());
            case Change.ErasureRow row -> facts.put(row.erasure());
            case Change.ExplanationRow row -> put(row.look());
            case Change.ConsentRow row -> facts.put(row.consent());
            case Change.TraitsRow row -> facts.put(row.traits());
            case Change.FindingRow row -> findings.put(row.finding());
            case Change.WindowRow row -> windows.put(row.window().key(), row.window());
            case Change.PublisherRow row -> put(row);
            case Change.WorkRow row -> works.put(row.work().alert(), row.work());
            case Change.HabitRow row -> habits.put(row.habit());
            case Change.PeersRow row -> habits.put(row.habit());
            case Change.AlertRow row -> publish(row.revision());
        }
    }

    KnownFacts facts() {
        return facts;
    }

    KnownHabits habits() {
        return habits;
    }

    RepeatWindow window(ActorRef actor, Instant start) {
        return windows.getOrDefault(new RepeatWindow.Key(actor, start), RepeatWindow.empty(actor, start));
    }

    /** Clients whom windows of these core days count, in order; {@code last} included. */
    SortedSet<ClientRef> strangers(ActorRef actor, Instant firstDay, Instant last) {
        SortedSet<ClientRef> clients = new TreeSet<>();
        for (Instant day = firstDay; !day.isAfter(last); day = day.plus(1, ChronoUnit.DAYS)) {
            clients.addAll(window(actor, day).clients());
        }
        return clients;
    }

    /** What an actor looked at, in the order of the ledger: loaded for those who left, and of all what came since. */
    List<PastLook> looks(ActorRef actor) {
        return looks.getOrDefault(actor, List.of()).stream()
                .sorted(PastLook.ORDER)
                .toList();
    }

    List<Finding> openFindings(Tie tie) {
        return findings.of(tie);
    }

    List<Finding> openFindings(ClientRef client) {
        return findings.of(client);
    }

    List<Finding> openFindings(ActorRef actor) {
        return findings.of(actor);
    }

    List<Finding> openFindings(RepeatWindow window, String rule) {
        return findings.in(window.actor(), window.start(), rule);
    }

    List<Finding> openFindingsNaming(String alertId) {
        return findings.naming(alertId);
    }

    /** Open findings whose deadline is before this moment, the longest overdue first; mostly none. */
    List<Finding> overdueFindings(Instant coreTime) {
        return findings.overdue(coreTime);
    }

    /** Those loaded, and those heard since; in the order of their keys. */
    Collection<PublisherInstance> publishers() {
        return Collections.unmodifiableCollection(publishers.values());
    }

    /** As {@link #publishers}, if a deadline of any of them is before this moment; mostly there are none to look through. */
    Collection<PublisherInstance> publishersIfOverdue(Instant coreTime) {
        if (!earliestDeadline.isBefore(coreTime)) {
            return List.of();
        }
        earliestDeadline = publishers.values().stream()
                .flatMap(Completeness::deadlines)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return earliestDeadline.isBefore(coreTime) ? publishers() : List.of();
    }

    Optional<PublisherInstance> publisher(PublisherInstance.Key key) {
        return Optional.ofNullable(publishers.get(key));
    }

    /** The latest revision of an alert that an open finding or a publisher's instance names. */
    AlertRevision alert(String alertId) {
        AlertRevision alert = alerts.get(alertId);
        if (alert == null) {
            throw new IllegalStateException("alert " + alertId + " of " + tenant + " was not loaded");
        }
        return alert;
    }

    /** The latest revision of an alert that an entry of the batch works on; empty if there is no such alert. */
    Optional<AlertRevision> alertIfThere(AlertId alert) {
        return Optional.ofNullable(alerts.get(alert.value()));
    }

    AlertWork work(AlertId alert) {
        return works.getOrDefault(alert, AlertWork.untouched(alert));
    }

    Optional<AlertRevision> alert(AlertRevision.Window window) {
        return Optional.ofNullable(alertOfWindow.get(window)).map(this::alert);
    }

    private void publish(AlertRevision revision) {
        if (revision.alert().ordinal() != nextAlertOrdinal) {
            throw new IllegalStateException("alert revision " + revision.alert().ordinal() + " of " + tenant + " where "
                    + nextAlertOrdinal + " comes next");
        }
        put(revision);
        nextAlertOrdinal++;
        if (revision.alert().rule().equals(ForgedRecord.NAME)) {
            forgeryDay = revision.windowStart();
        }
    }

    private void put(PastLook look) {
        looks.computeIfAbsent(look.actor(), absent -> new ArrayList<>()).add(look);
    }

    private void put(Change.PublisherRow row) {
        publishers.put(row.key(), row.instance());
        row.deadline().filter(earliestDeadline::isAfter).ifPresent(earlier -> earliestDeadline = earlier);
    }

    private void put(AlertRevision revision) {
        String id = revision.alert().alertId();
        alerts.put(id, revision);
        revision.window().ifPresent(window -> alertOfWindow.put(window, id));
    }
}
