package io.seenby.audit.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far behind the log we are, and whether we were ever close to it since the start. */
@ApplicationScoped
public class Progress {

    private final long bound;
    private volatile long lag = -1;
    private volatile boolean caughtUp;

    Progress(@ConfigProperty(name = "seenby.ready-lag", defaultValue = "1000") long bound) {
        this.bound = bound;
    }

    /** Records in the log that are not integrated, over all partitions of this instance. */
    public void lag(long records) {
        lag = records;
        if (records <= bound) {
            caughtUp = true;
        }
    }

    /** Empty until it was measured. */
    public OptionalLong lag() {
        return lag < 0 ? OptionalLong.empty() : OptionalLong.of(lag);
    }

    /** The lag was within the bound at least once since the start. */
    public boolean isCaughtUp() {
        return caughtUp;
    }
}
