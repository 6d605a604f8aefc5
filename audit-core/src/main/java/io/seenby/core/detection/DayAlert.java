package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a rule says of one actor's day of occurrence: people see it once, at the entry that made it too much. That entry is the
 * evidence and its clients are findings, if it has any; the rest of the day is to be read in the trail. Nothing recorded
 * later explains it.
 */
record DayAlert(String rule, int version, BreachAlert.Severity severity) {

    /** @param summary one ASCII sentence without names */
    List<Change> of(Indexed entry, Habit day, String summary) {
        if (day.told().contains(rule)) {
            return List.of();
        }
        TreeSet<ClientRef> clients = new TreeSet<>(entry.entry().clients());
        AlertRevision alert = new Warning(
                        rule,
                        version,
                        severity,
                        clients,
                        summary,
                        List.of(entry.index()),
                        Optional.of(day.day()),
                        day.actor().value())
                .raisedBy(entry);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.AlertRow(alert));
        changes.add(new Change.HabitRow(day.toldBy(rule)));
        clients.forEach(client -> changes.add(new Change.FindingRow(
                finding(entry, day, client).shownBy(alert.alert().alertId()))));
        return changes;
    }

    Finding finding(Indexed entry, Habit day, ClientRef client) {
        return Finding.on(entry, rule, version, client, Optional.of(day.day()));
    }
}
