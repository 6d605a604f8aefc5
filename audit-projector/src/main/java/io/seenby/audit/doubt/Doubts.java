package io.seenby.audit.doubt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.seenby.audit.door.DoubtReport;
import io.seenby.audit.door.LedgerDoor;
import io.seenby.audit.door.NotRecorded;
import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.events.IntegrityDoubt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Puts a doubt into the ledger of the tenant whose records are concerned, so that it becomes an alert; once an hour for
 * the same doubt, because it does not get better by being repeated. What belongs to no tenant is logged and counted.
 */
@Startup // Its counters must be there before they count.
@ApplicationScoped
public class Doubts {

    private static final Logger LOG = Logger.getLogger(Doubts.class);
    private static final Duration QUIET = Duration.ofHours(1);

    private record Subject(String tenant, IntegrityDoubt doubt) {}

    private final LedgerDoor door;
    private final MeterRegistry registry;
    private final Map<Subject, Instant> said = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    Doubts(LedgerDoor door, MeterRegistry registry) {
        this.door = door;
        this.registry = registry;
        for (IntegrityDoubt doubt : IntegrityDoubt.values()) {
            counter(doubt);
        }
    }

    private Counter counter(IntegrityDoubt doubt) {
        return Counter.builder("seenby.doubts")
                .description("Times that ledger, checkpoints, witness and views were found not to agree")
                .tag("doubt", doubt.wire())
                .register(registry);
    }

    /**
     * Returns when it is recorded, or known not to be: then it is said again the next time. May wait some seconds.
     *
     * @param position first ledger index or tree size in doubt
     */
    public void raise(String tenant, IntegrityDoubt doubt, long position) {
        Subject subject = new Subject(tenant, doubt);
        Instant now = clock.instant();
        Instant last = said.get(subject);
        if (last != null && last.plus(QUIET).isAfter(now)) {
            return;
        }
        LOG.errorf("DOUBT about the ledger of %s: %s at position %d", tenant, doubt.wire(), position);
        counter(doubt).increment();
        if (tenant.equals(QuarantineRow.UNATTRIBUTED)) {
            said.put(subject, now);
            return;
        }
        try {
            door.doubt(DoubtReport.of(tenant, doubt, position)).await().indefinitely();
            said.put(subject, now);
        } catch (NotRecorded passing) {
            LOG.warnf("the doubt is not recorded yet: %s", passing.getMessage());
        }
    }
}
