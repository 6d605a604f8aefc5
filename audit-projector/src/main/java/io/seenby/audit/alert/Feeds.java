package io.seenby.audit.alert;

import io.quarkus.runtime.ShutdownEvent;
import io.seenby.audit.query.QuerySettings;
import io.seenby.events.TenantId;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The feeds of the tenants that somebody follows. They look when the database announces something ({@link
 * Announcements}), and now and then in any case.
 */
@ApplicationScoped
class Feeds {

    private static final class Followed {
        final TenantFeed feed;
        int followers;

        Followed(TenantFeed feed) {
            this.feed = feed;
        }
    }

    private final Journal journal;
    private final Vertx vertx;
    private final Announcements announcements;
    private final long timer;
    private final Map<TenantId, Followed> followed = new HashMap<>();

    Feeds(Journal journal, Announcements announcements, QuerySettings limits, Vertx vertx) {
        this.journal = journal;
        this.vertx = vertx;
        this.announcements = announcements;
        announcements.listen(this::look);
        this.timer = vertx.setPeriodic(limits.poll().toMillis(), tick -> lookEverywhere());
    }

    /** The feed of a tenant whose latest revision is known to be {@code ordinal}; {@link #leave} gives it back. */
    TenantFeed follow(TenantId tenant, long ordinal) {
        TenantFeed feed;
        synchronized (this) {
            Followed one =
                    followed.computeIfAbsent(tenant, each -> new Followed(new TenantFeed(each, journal, ordinal)));
            one.followers++;
            feed = one.feed;
        }
        feed.look();
        return feed;
    }

    synchronized void leave(TenantId tenant) {
        followed.computeIfPresent(tenant, (each, one) -> --one.followers == 0 ? null : one);
    }

    private void look(String tenant) {
        all().stream()
                .filter(each -> each.getKey().value().equals(tenant))
                .forEach(each -> each.getValue().feed.look());
    }

    private void lookEverywhere() {
        all().forEach(each -> each.getValue().feed.look());
    }

    private synchronized List<Map.Entry<TenantId, Followed>> all() {
        return List.copyOf(followed.entrySet());
    }

    /** Tenants followed now. */
    synchronized int followed() {
        return followed.size();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        announcements.close();
    }
}
