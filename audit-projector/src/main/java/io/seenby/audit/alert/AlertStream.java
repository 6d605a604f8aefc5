package io.seenby.audit.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.door.LedgerDoor;
import io.seenby.audit.door.Recorded;
import io.seenby.audit.http.Asker;
import io.seenby.audit.query.Answer;
import io.seenby.audit.query.Asked;
import io.seenby.audit.query.Detached;
import io.seenby.audit.query.QueryMetrics;
import io.seenby.audit.query.QuerySettings;
import io.seenby.audit.query.ViewsUnavailable;
import io.seenby.events.Question;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Follows a tenant's alerts for one subscriber after another. That the stream is opened stands in the ledger before it
 * opens, and each client it shows for the first time before that alert leaves.
 */
@ApplicationScoped
class AlertStream {

    private final Journal journal;
    private final Feeds feeds;
    private final LedgerDoor door;
    private final QuerySettings limits;
    private final QueryMetrics metrics;

    AlertStream(Journal journal, Feeds feeds, LedgerDoor door, QuerySettings limits, QueryMetrics metrics) {
        this.journal = journal;
        this.feeds = feeds;
        this.door = door;
        this.limits = limits;
        this.metrics = metrics;
    }

    /**
     * Each revision after {@code resume}, or after now, as soon as it is integrated; an empty item as a sign of life
     * at once and whenever there was nothing for a while. Completes when the asker's token expires.
     */
    Multi<Optional<Revision>> open(Asker asker, Optional<Long> resume) {
        return Multi.createFrom().deferred(() -> {
            Runnable leave = enter();
            return Detached.from(() -> opening(asker, resume))
                    .onItem()
                    .transformToMulti(standing -> follow(asker, standing, resume))
                    .onTermination()
                    .invoke(leave);
        });
    }

    /** What undoes it may be run more than once. */
    private Runnable enter() {
        int subscribers = metrics.subscriberCame();
        AtomicBoolean here = new AtomicBoolean(true);
        Runnable leave = () -> {
            if (here.getAndSet(false)) {
                metrics.subscriberLeft();
            }
        };
        if (subscribers > limits.streams()) {
            leave.run();
            throw ViewsUnavailable.overloaded();
        }
        return leave;
    }

    private Uni<Journal.Standing> opening(Asker asker, Optional<Long> resume) {
        var parameters = JsonNodeFactory.instance.objectNode();
        resume.ifPresent(ordinal -> parameters.put("lastEventId", ordinal));
        var asked = new Asked(asker, Question.ALERT_STREAM, parameters);
        return journal.standing(asker.tenant())
                .call(standing -> door.record(asked.report(standing.position(), Answer.nothing())));
    }

    private Multi<Optional<Revision>> follow(Asker asker, Journal.Standing standing, Optional<Long> resume) {
        TenantFeed feed = feeds.follow(asker.tenant(), standing.alertOrdinal());
        var follower = new Follower(
                feed,
                batch -> showFirst(asker, batch),
                limits.heartbeat(),
                asker.until(),
                resume.orElse(standing.alertOrdinal()));
        AtomicBoolean following = new AtomicBoolean(true);
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(Optional.empty()), follower.revisions())
                .onItem()
                .invoke(each -> each.filter(revision -> revision.ordinal() > standing.alertOrdinal())
                        .ifPresent(live -> metrics.left(live.alert())))
                .onTermination()
                .invoke(() -> {
                    if (following.getAndSet(false)) {
                        feeds.leave(asker.tenant());
                    }
                });
    }

    /** Names in the ledger the clients that these revisions show first. */
    private Uni<Recorded> showFirst(Asker asker, Follower.FirstShown shown) {
        List<String> ids = shown.revisions().stream()
                .map(revision -> revision.alert().alertId())
                .toList();
        var parameters = JsonNodeFactory.instance
                .objectNode()
                .put("ordinal", shown.revisions().get(0).ordinal());
        var asked = new Asked(asker, Question.ALERT_STREAM_CLIENT, parameters);
        long position = shown.revisions().get(ids.size() - 1).position();
        return Detached.from(() ->
                door.record(asked.report(position, Answer.of(ids, Set.copyOf(shown.clients()), ids))));
    }
}
