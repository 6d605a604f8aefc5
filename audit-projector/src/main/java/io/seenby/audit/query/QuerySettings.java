package io.seenby.audit.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the views are, and how much may be asked at once: beyond it, askers are told to come again. */
@ConfigMapping(prefix = "seenby.query")
public interface QuerySettings {

    /** {@code host:port/database}. */
    String database();

    /** Database sessions open or waited for. */
    @WithDefault("256")
    int sessions();

    /** Alert streams open. */
    @WithDefault("1000")
    int streams();

    /** How long an alert stream may be silent before it says that it lives. */
    @WithDefault("15S")
    Duration heartbeat();

    /** How often followed tenants are looked at when the database announces nothing. */
    @WithDefault("1S")
    Duration poll();
}
