package io.seenby.audit.checkpoint;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.seenby.audit.doubt.Doubts;
import io.seenby.audit.kafka.OwnedPartitions;
import io.seenby.audit.ops.ProjectorSettings;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.Proof;
import io.seenby.events.IntegrityDoubt;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Signs the trees of the partitions that are ours: when they grew, and once a day when they did not, so that a silent
 * ledger can be told from a silenced one, and when another key signed it last. A tree that does not continue what was
 * published before is never signed, whichever key that was published under; nor is one whose views are behind the log.
 */
@ApplicationScoped
class CheckpointSigner {

    private static final Logger LOG = Logger.getLogger(CheckpointSigner.class);
    private static final Duration IDLE = Duration.ofDays(1);

    private final OwnedPartitions partitions;
    private final StoredTrees trees;
    private final CheckpointBoard board;
    private final CheckpointKeys keys;
    private final AnnouncedKeys announced;
    private final Announcing announcing;
    private final Witnessing witnessing;
    private final CheckpointTopic topic;
    private final CheckpointMetrics metrics;
    private final Doubts doubts;
    private final Clock clock;

    /** How long a witness may stay away before people hear of it. */
    private final Duration patience;

    private final Map<TreeName, Instant> unwitnessedSince = new HashMap<>();

    CheckpointSigner(
            OwnedPartitions partitions,
            StoredTrees trees,
            CheckpointBoard board,
            CheckpointKeys keys,
            AnnouncedKeys announced,
            Announcing announcing,
            Witnessing witnessing,
            CheckpointTopic topic,
            CheckpointMetrics metrics,
            Doubts doubts,
            ProjectorSettings settings,
            Clock clock) {
        this.partitions = partitions;
        this.trees = trees;
        this.board = board;
        this.keys = keys;
        this.announced = announced;
        this.announcing = announcing;
        this.witnessing = witnessing;
        this.topic = topic;
        this.metrics = metrics;
        this.doubts = doubts;
        this.patience = settings.witnessPatience();
        this.clock = clock;
    }

    @Scheduled(every = "${seenby.checkpoint-interval:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void sign() throws InterruptedException {
        try {
            List<StoredTree> ours = trees.of(partitions.caughtUp());
            // After the trees: so it knows every key that had signed any of them.
            Announced known = announced.read();
            if (!board.isCompleteFor(known.allAnd(keys.publicKey()))) {
                return;
            }
            for (StoredTree tree : ours) {
                if (isDue(tree) && announcing.maySign(tree.name().partition(), known)) {
                    publish(tree);
                }
            }
            if (witnessing.isWanted()) {
                lookForWitness(ours);
            }
        } catch (SQLException passing) {
            LOG.warnf("checkpoints wait: the database failed with SQLSTATE %s", passing.getSQLState());
        } catch (RuntimeException broker) {
            LOG.warnf(broker, "checkpoints wait");
        }
    }

    private boolean isDue(StoredTree tree) throws SQLException {
        Optional<Published> latest = board.latest(tree.name().origin());
        if (latest.isEmpty()) {
            return tree.size() > 0;
        }
        Published last = latest.get();
        long published = last.checkpoint().size();
        if (tree.size() < published) {
            // Views that are being rebuilt have not come there yet.
            return false;
        }
        if (!continues(tree, last.checkpoint())) {
            doubts.raise(tree.name().tenant(), IntegrityDoubt.CONTRADICTS_CHECKPOINT, published);
            return false;
        }
        boolean lacksWitness = witnessing.isWanted() && !keys.isWitnessed(last.note());
        boolean old = last.at().plus(IDLE).isBefore(clock.instant());
        boolean byFormerKey = !keys.isOurs(tree.name().origin(), last.note());
        return tree.size() > published || lacksWitness || old || byFormerKey;
    }

    private boolean continues(StoredTree tree, Checkpoint published) throws SQLException {
        if (published.size() == 0) {
            return true;
        }
        Hash root = tree.size() == published.size()
                ? tree.frontier().root()
                : trees.prove(tree.name(), Proof.ofRoot(published.size())).get(0);
        return root.equals(published.root());
    }

    private void publish(StoredTree tree) throws SQLException, InterruptedException {
        String origin = tree.name().origin();
        Checkpoint checkpoint =
                new Checkpoint(origin, tree.size(), tree.frontier().root());
        Note signed = witnessing.cosign(tree, keys.sign(origin, checkpoint.text()));
        topic.publish(origin, signed);
        metrics.published();
    }

    private void lookForWitness(List<StoredTree> ours) {
        int missing = 0;
        for (StoredTree tree : ours) {
            TreeName name = tree.name();
            Optional<Published> latest = board.latest(name.origin());
            if (latest.isEmpty() || keys.isWitnessed(latest.get().note())) {
                unwitnessedSince.remove(name);
                continue;
            }
            missing++;
            Instant since = unwitnessedSince.computeIfAbsent(name, now -> clock.instant());
            if (since.plus(patience).isBefore(clock.instant())) {
                doubts.raise(
                        name.tenant(),
                        IntegrityDoubt.UNWITNESSED,
                        latest.get().checkpoint().size());
            }
        }
        metrics.unwitnessed(missing);
    }
}
