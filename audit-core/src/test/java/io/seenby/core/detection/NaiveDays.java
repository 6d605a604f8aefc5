package io.seenby.core.detection;

import io.seenby.events.ActorKind;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** To which day of its actor each entry of a history belongs, if to any. */
class NaiveDays {

    final List<LedgerEntry> history;
    private final Instant[] moments;
    private final boolean[] counted;

    NaiveDays(List<LedgerEntry> history) {
        this.history = history;
        this.moments =
                IntStream.range(0, history.size()).mapToObj(this::believed).toArray(Instant[]::new);
        this.counted = new boolean[history.size()];
        for (int index = 0; index < counted.length; index++) {
            counted[index] = isOfLatestDay(index);
        }
    }

    boolean refused(int index) {
        return history.get(index).event() instanceof LedgerEvent.AccessDenied;
    }

    IntStream ofDay(int index) {
        return IntStream.rangeClosed(0, index)
                .filter(each -> counted(each)
                        && actor(each).equals(actor(index))
                        && day(each).equals(day(index)));
    }

    Set<ClientRef> clients(IntStream entries) {
        Set<ClientRef> clients = new TreeSet<>();
        entries.forEach(each -> clients.addAll(history.get(each).clients()));
        return clients;
    }

    /** Nothing of a later day of the same actor has come before it, and it is not late. */
    private boolean isOfLatestDay(int index) {
        return concerns(index)
                && !late(index)
                && IntStream.range(0, index)
                        .noneMatch(before -> concerns(before)
                                && !late(before)
                                && actor(before).equals(actor(index))
                                && day(before).isAfter(day(index)));
    }

    boolean counted(int index) {
        return counted[index];
    }

    boolean concerns(int index) {
        LedgerEntry entry = history.get(index);
        ActorKind kind = entry.actor().kind();
        boolean happened = refused(index)
                || !entry.outcome().filter(Outcome.FAILURE::equals).isPresent();
        return entry.event() instanceof LedgerEvent.Access
                && happened
                && (kind == ActorKind.WORKFORCE || kind == ActorKind.CONTRACTOR);
    }

    boolean looked(int index) {
        LedgerEvent event = history.get(index).event();
        return !refused(index) && !(event instanceof LedgerEvent.ClientsSearched);
    }

    boolean ofConflicts(int index) {
        return history.get(index)
                .purpose()
                .filter(Purpose.CONFLICT_CHECK::equals)
                .isPresent();
    }

    boolean late(int index) {
        LedgerEntry entry = history.get(index);
        return Duration.between(entry.occurredAt(), entry.recordedAt()).compareTo(Duration.ofDays(30)) > 0;
    }

    List<Object> peers(int index) {
        return history.get(index)
                .actor()
                .role()
                .<List<Object>>map(
                        role -> List.of(role, history.get(index).actor().department()))
                .orElse(List.of());
    }

    ActorRef actor(int index) {
        return history.get(index).actor().ref();
    }

    Instant moment(int index) {
        return moments[index];
    }

    private Instant believed(int index) {
        Instant core = history.subList(0, index + 1).stream()
                .map(LedgerEntry::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        Instant occurred = history.get(index).occurredAt();
        return occurred.isAfter(core) ? core : occurred;
    }

    LocalDate day(int index) {
        return moment(index).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    int hour(int index) {
        return moment(index).atOffset(ZoneOffset.UTC).getHour();
    }
}
