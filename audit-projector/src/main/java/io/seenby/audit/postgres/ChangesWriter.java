package io.seenby.audit.postgres;

import io.seenby.core.detection.AlertRevision;
import io.seenby.core.detection.Change;
import io.seenby.core.detection.Finding;
import io.seenby.core.detection.RepeatWindow;
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
import io.seenby.events.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts what the rules changed by kind, and new rows from stored ones: a row is new exactly if an entry of this batch
 * has made it known.
 */
final class ChangesWriter {

    private final Connection connection;
    private final List<OfTenant<Relationship>> newRelationships = new ArrayList<>();
    private final List<OfTenant<Relationship>> endedRelationships = new ArrayList<>();
    private final List<OfTenant<TeamTie>> newTeamTies = new ArrayList<>();
    private final List<OfTenant<TeamTie>> endedTeamTies = new ArrayList<>();
    private final List<OfTenant<ActorStanding>> newStandings = new ArrayList<>();
    private final List<OfTenant<Wall>> newWalls = new ArrayList<>();
    private final List<OfTenant<Wall>> endedWalls = new ArrayList<>();
    private final List<OfTenant<ClientTokens>> newTokens = new ArrayList<>();
    private final List<OfTenant<ClientTokens>> droppedTokens = new ArrayList<>();
    private final List<OfTenant<Erasure>> erasures = new ArrayList<>();
    private final List<OfTenant<Consent>> newConsents = new ArrayList<>();
    private final List<OfTenant<Consent>> revokedConsents = new ArrayList<>();
    private final List<OfTenant<ClientTraits>> newTraits = new ArrayList<>();
    private final List<OfTenant<Finding>> newFindings = new ArrayList<>();
    private final List<OfTenant<Finding>> changedFindings = new ArrayList<>();
    private final List<OfTenant<RepeatWindow>> windows = new ArrayList<>();
    private final List<OfTenant<AlertRevision>> revisions = new ArrayList<>();
    private final List<OfTenant<Change.PublisherRow>> publishers = new ArrayList<>();
    private final List<OfTenant<AlertWork>> works = new ArrayList<>();
    private final List<OfTenant<Habit>> habits = new ArrayList<>();
    private final List<OfTenant<PeerHabit>> peers = new ArrayList<>();

    ChangesWriter(Connection connection) {
        this.connection = connection;
    }

    /** A row of one tenant. */
    record OfTenant<T>(TenantId tenant, T row) {}

    void write(List<TenantChanges> changes) throws SQLException {
        changes.forEach(tenant -> tenant.changes().forEach(change -> sort(tenant, change)));
        FactsWriter facts = new FactsWriter(connection);
        facts.insertRelationships(newRelationships);
        facts.endRelationships(endedRelationships);
        facts.insertConsents(newConsents);
        facts.revokeConsents(revokedConsents);
        facts.insertTraits(newTraits);
        facts.insertTokens(newTokens);
        facts.dropTokens(droppedTokens);
        facts.insertErasures(erasures);
        ConnectionsWriter connections = new ConnectionsWriter(connection);
        connections.insertTeamTies(newTeamTies);
        connections.endTeamTies(endedTeamTies);
        connections.insertStandings(newStandings);
        connections.insertWalls(newWalls);
        connections.endWalls(endedWalls);
        FindingsWriter findings = new FindingsWriter(connection);
        findings.insert(newFindings);
        findings.update(changedFindings);
        findings.upsertWindows(windows);
        PublisherRows.upsert(connection, publishers);
        WorkRows.upsert(connection, works);
        HabitRows.upsert(connection, habits);
        HabitRows.upsertPeers(connection, peers);
        AlertsWriter alerts = new AlertsWriter(connection);
        alerts.write(revisions);
    }

    private void sort(TenantChanges of, Change change) {
        switch (change) {
            case Change.RelationshipRow(Relationship row) ->
                add(of, row, row.knownIndex() >= of.firstIndex() ? newRelationships : endedRelationships);
            case Change.TeamTieRow(TeamTie row) ->
                add(of, row, row.knownIndex() >= of.firstIndex() ? newTeamTies : endedTeamTies);
            case Change.StandingRow(ActorStanding row) -> add(of, row, newStandings);
            case Change.WallRow(Wall row) -> add(of, row, row.knownIndex() >= of.firstIndex() ? newWalls : endedWalls);
            case Change.TokensRow(ClientTokens row) ->
                add(of, row, row.knownIndex() >= of.firstIndex() ? newTokens : droppedTokens);
            case Change.ErasureRow(Erasure row) -> add(of, row, erasures);
            // Verdicts has them: they stand beside the clients of their entries.
            case Change.ExplanationRow row -> {}
            case Change.ConsentRow(Consent row) ->
                add(of, row, row.knownIndex() >= of.firstIndex() ? newConsents : revokedConsents);
            case Change.TraitsRow(ClientTraits row) -> add(of, row, newTraits);
            case Change.FindingRow(Finding row) ->
                add(of, row, row.index() >= of.firstIndex() ? newFindings : changedFindings);
            case Change.WindowRow(RepeatWindow row) -> add(of, row, windows);
            case Change.PublisherRow row -> add(of, row, publishers);
            case Change.WorkRow(AlertWork row) -> add(of, row, works);
            case Change.HabitRow(Habit row) -> add(of, row, habits);
            case Change.PeersRow(PeerHabit row) -> add(of, row, peers);
            case Change.AlertRow(AlertRevision row) -> add(of, row, revisions);
        }
    }

    private static <T> void add(TenantChanges of, T row, List<OfTenant<T>> rows) {
        rows.add(new OfTenant<>(of.tenant(), row));
    }
}
