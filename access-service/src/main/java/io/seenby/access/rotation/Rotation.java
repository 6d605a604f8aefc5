package io.seenby.access.rotation;

import io.seenby.access.ledger.AnnouncedKey;
import io.seenby.access.ledger.AnnouncedKey.State;
import io.seenby.access.ledger.AnnouncedKeys;
import io.seenby.access.ledger.SigningKeys;
import io.seenby.access.sealing.LedgerMac;
import io.seenby.events.LedgerKeyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * Brings a partition to the keys of the file: note what is going to be told → tell it in the ledger → note that it is
 * told. Only then is the new key used. After a crash between two of these the next start goes on where it stopped; a
 * record written twice is the same report under the same identity, which the projector counts as a duplicate.
 */
@ApplicationScoped
public class Rotation {

    private static final Logger LOG = Logger.getLogger(Rotation.class);

    private final LedgerMac mac;
    private final AnnouncedKeys announced;
    private final SigningKeys signing;
    private final RotationRecord ledger;
    private final Clock clock;

    public Rotation(LedgerMac mac, AnnouncedKeys announced, SigningKeys signing, RotationRecord ledger, Clock clock) {
        this.mac = mac;
        this.announced = announced;
        this.signing = signing;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Does what is left to do, and waits for it; nothing, most of the time.
     *
     * @throws NotRotated if the ledger did not take a record
     * @throws ExecutionException if the database failed
     */
    public void rotate(int partition) throws InterruptedException, ExecutionException {
        announced.begin(partition, mac.first(), now()).get();
        if (announced.of(partition).get().stream().noneMatch(each -> each.key().equals(mac.primary()))) {
            announced.accepting(partition, mac.primary(), now()).get();
        }
        for (AnnouncedKey each : announced.of(partition).get()) {
            if (each.state() == State.ACCEPTING && mac.holds(each.key())) {
                accept(partition, each);
            }
        }
        signing.look(partition).get();
        retire(partition, announced.of(partition).get());
    }

    /** Proven by a key that the partition accepts already. */
    private void accept(int partition, AnnouncedKey key) throws InterruptedException, ExecutionException {
        ledger.append(partition, "accept-" + key.key(), List.of(key.key()), List.of(), key.since());
        announced.told(partition, key.key()).get();
        LOG.infof("Partition %d accepts ledger key %s", partition, key.key());
    }

    /** Proven by the primary key; while the partition does not accept that one, nothing is retired. */
    private void retire(int partition, List<AnnouncedKey> keys) throws InterruptedException, ExecutionException {
        AnnouncedKey primary = keys.stream()
                .filter(each -> each.key().equals(mac.primary()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("another instance noted another key at the same time"));
        if (primary.state() != State.ACCEPTED) {
            LOG.errorf("Partition %d does not take the primary ledger key: it was retired there", partition);
            return;
        }
        for (AnnouncedKey each : keys) {
            if (each.state() == State.ACCEPTED && mayBeRetired(partition, each.key())) {
                announced.retiring(partition, each.key(), now()).get();
            }
        }
        for (AnnouncedKey each : announced.of(partition).get()) {
            if (each.state() == State.RETIRING) {
                ledger.append(partition, "retire-" + each.key(), List.of(), List.of(each.key()), each.since());
                announced.told(partition, each.key()).get();
                LOG.infof("Partition %d accepts ledger key %s no more", partition, each.key());
            }
        }
    }

    /** What we have appended under a key may still be on its way: so a key is retired by a later start. */
    private boolean mayBeRetired(int partition, LedgerKeyId key) {
        return mac.disabled().contains(key) && !signing.hasUsed(partition, key);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
