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
import io.seenby.events.TenantId;
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

    /**
     * A stream whose opening is recorded.
     *
     * @param latest ordinal of the latest revision when it was opened
     * @param after ordinal that it goes on from
     */
    record Opened(Asker asker, long latest, long after) {}

    private final Journal journal;
    private final Feeds feeds;
    private final LedgerDoor door;
    private final QuerySettings settings;
    private final QueryMetrics metrics;

    AlertStream(Journal journal, Feeds feeds, LedgerDoor door, QuerySettings settings, QueryMetrics metrics) {
        this.journal = journal;
        this.feeds = feeds;
        this.door = door;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Records that the stream is opened, before anything of it is sent. */
    Uni<Opened> open(Asker asker, Optional<Long> resume) {
        if (metrics.subscribers() >= settings.streams()) {
            return Uni.createFrom().failure(ViewsUnavailable.overloaded());
        }
        var parameters = JsonNodeFactory.instance.objectNode();
        resume.ifPresent(ordinal -> parameters.put("lastEventId", ordinal));
        var asked = new Asked(asker, Question.ALERT_STREAM, parameters);
        return Detached.from(() -> journal.standing(asker.tenant())
                .call(standing -> door.record(asked.report(standing.position(), Answer.nothing())))
                .map(standing -> new Opened(asker, standing.alertOrdinal(), resume.orElse(standing.alertOrdinal()))));
    }

    /**
     * Each revision after the place it was opened at, as soon as it is integrated; an empty item as a sign of life at
     * once and whenever there was nothing for a while. Completes when the asker's token expires.
     */
    Multi<Optional<Revision>> follow(Opened opened) {
        return Multi.createFrom().deferred(() -> {
            TenantId tenant = opened.asker().tenant();
            var follower = new Follower(
                    feeds.follow(tenant, opened.latest()),
                    shown -> showFirst(opened.asker(), shown),
                    settings.heartbeat(),
                    opened.asker().until(),
                    opened.after());
            metrics.subscriberCame();
            AtomicBoolean here = new AtomicBoolean(true);
            return Multi.createBy()
                    .concatenating()
                    .streams(Multi.createFrom().item(Optional.<Revision>empty()), follower.revisions())
                    .onItem()
                    .invoke(each -> each.filter(revision -> revision.ordinal() > opened.latest())
                            .ifPresent(live -> metrics.left(live.alert())))
                    .onTermination()
                    .invoke(() -> {
                        if (here.getAndSet(false)) {
                            metrics.subscriberLeft();
                            feeds.leave(tenant);
                        }
                    });
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
