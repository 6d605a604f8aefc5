package io.seenby.audit.alert;

import io.seenby.audit.query.QuerySettings;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Listens on a database connection of its own for the names of tenants that have new alert revisions. It may miss
 * some while it reconnects: it makes streams quicker, nothing relies on it.
 */
@ApplicationScoped
class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class);
    private static final String CHANNEL = "seenby_alerts";
    private static final long RECONNECT_MILLIS = 1_000;

    private final PgSubscriber subscriber;

    Announcements(
            Vertx vertx,
            QuerySettings settings,
            @ConfigProperty(name = "quarkus.datasource.query.username") String user,
            @ConfigProperty(name = "quarkus.datasource.query.password") String password) {
        var options = PgConnectOptions.fromUri("postgresql://" + settings.database())
                .setUser(user)
                .setPassword(password);
        this.subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    void listen(Consumer<String> tenant) {
        subscriber.channel(CHANNEL).handler(tenant::accept);
        subscriber
                .connect()
                .onFailure(failure -> LOG.warnf(
                        "alerts are not announced until the database can be reached: %s", failure.getClass()));
    }

    void close() {
        subscriber.close();
    }
}
