package io.seenby.audit.checkpoint;

import io.seenby.audit.door.CheckpointKeyReport;
import io.seenby.audit.door.LedgerDoor;
import io.seenby.audit.door.NotRecorded;
import io.seenby.core.ledger.AnnouncedKey;
import io.seenby.events.CheckpointKey;
import io.seenby.events.CheckpointKeyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells the ledger which key is going to sign. The key signs only after the views have the entry, so whoever reads the
 * ledger from its beginning knows all keys that have signed before, and nothing is signed below what they have signed.
 */
@ApplicationScoped
class Announcing {

    private static final Logger LOG = Logger.getLogger(Announcing.class);

    /** An entry that was told is integrated long before; after a failure others wait no longer than this. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final LedgerDoor door;
    private final CheckpointKeys keys;
    private final Clock clock = Clock.systemUTC();
    private final Map<Integer, Instant> told = new HashMap<>();
    private Instant closedUntil = Instant.MIN;

    Announcing(LedgerDoor door, CheckpointKeys keys) {
        this.door = door;
        this.keys = keys;
    }

    /**
     * May our key sign trees of the partition? If not, the ledger is told, which may wait some seconds, and a later call
     * will answer yes. The views of the partition must be caught up: else they may not have come to the entry yet.
     */
    boolean maySign(int partition, Announced announced) {
        if (announced.has(partition, keys.publicKey())) {
            return true;
        }
        Instant now = clock.instant();
        Instant last = told.getOrDefault(partition, Instant.MIN);
        if (now.isAfter(closedUntil) && (last == Instant.MIN || last.plus(AGAIN).isBefore(now))) {
            tell(partition, announced.latest(partition));
        }
        return false;
    }

    private void tell(int partition, Optional<String> former) {
        String name = AnnouncedKey.nameIn(partition);
        CheckpointKey key = new CheckpointKey(keys.verifier(name).toString());
        Optional<CheckpointKeyId> before = former.map(raw -> new CheckpointKey(
                        CheckpointKeys.verifier(name, Base64.getDecoder().decode(raw))
                                .toString())
                .id());
        try {
            door.checkpointKey(new CheckpointKeyReport(partition, key.value(), before.map(CheckpointKeyId::value)))
                    .await()
                    .indefinitely();
            told.put(partition, clock.instant());
            LOG.infof("the ledger is told that key %s signs the checkpoints of partition %d", key.id(), partition);
        } catch (NotRecorded passing) {
            closedUntil = clock.instant().plus(PAUSE);
            LOG.warnf("checkpoints wait until the ledger knows their key: %s", passing.getMessage());
        }
    }
}
