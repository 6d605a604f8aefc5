package io.seenby.audit.alert;

import io.seenby.audit.door.NotRecorded;
import io.seenby.audit.door.Recorded;
import io.seenby.audit.query.Shown;
import io.seenby.audit.query.ViewsUnavailable;
import io.seenby.events.ClientRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One subscriber's place in the journal. It takes the next step only when the last one has gone out, so a slow
 * subscriber is simply further behind. One step at a time: nothing here is shared between threads.
 */
final class Follower {

    /** Revisions with the clients among theirs that this stream has not shown before. */
    record FirstShown(List<Revision> revisions, Set<ClientRef> clients) {}

    /** What a step brought. */
    private sealed interface Step {}

    private record Next(List<Revision> revisions) implements Step {}

    private record Silence() implements Step {}

    private record Expired() implements Step {}

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final TenantFeed feed;
    private final Function<FirstShown, Uni<Recorded>> record;
    private final Duration heartbeat;
    private final Instant until;
    private final Clock clock = Clock.systemUTC();
    private final RememberedClients shown = new RememberedClients();
    private long ordinal;

    Follower(
            TenantFeed feed,
            Function<FirstShown, Uni<Recorded>> record,
            Duration heartbeat,
            Instant until,
            long ordinal) {
        this.feed = feed;
        this.record = record;
        this.heartbeat = heartbeat;
        this.until = until;
        this.ordinal = ordinal;
    }

    /** Without end, or until the token expires; empty for a sign of life. */
    Multi<Optional<Revision>> revisions() {
        return Multi.createBy()
                .repeating()
                .uni(this::step)
                .whilst(step -> !(step instanceof Expired))
                .onItem()
                .transformToIterable(Follower::items);
    }

    private static List<Optional<Revision>> items(Step step) {
        return switch (step) {
            case Next next -> next.revisions().stream().map(Optional::of).toList();
            case Silence silence -> List.of(Optional.empty());
            case Expired expired -> List.of();
        };
    }

    private Uni<Step> step() {
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) {
            return Uni.createFrom().item(new Expired());
        }
        Duration patience = left.compareTo(heartbeat) < 0 ? left : heartbeat;
        return feed.after(ordinal)
                // Only the waiting is cut short: what is being recorded is waited for.
                .ifNoItem()
                .after(patience)
                .recoverWithItem(List.of())
                .flatMap(next -> next.isEmpty() ? silence() : record(next))
                .onFailure(Follower::mayPass)
                .recoverWithUni(() -> silence().onItem().delayIt().by(TRY_AGAIN));
    }

    private static Uni<Step> silence() {
        return Uni.createFrom().item(new Silence());
    }

    /** Nothing of these revisions leaves, and this place stays, unless what they show first is recorded. */
    private Uni<Step> record(List<Revision> next) {
        Shown<Revision> some = Shown.of(next, Revision::clients);
        Set<ClientRef> first = some.clients().stream()
                .filter(client -> !shown.contains(client))
                .collect(Collectors.toSet());
        Uni<?> recorded =
                first.isEmpty() ? Uni.createFrom().voidItem() : record.apply(new FirstShown(some.things(), first));
        return recorded.map(ignored -> {
            shown.addAll(first);
            ordinal = some.last().ordinal();
            return new Next(some.things());
        });
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof NotRecorded || failure instanceof ViewsUnavailable;
    }
}
