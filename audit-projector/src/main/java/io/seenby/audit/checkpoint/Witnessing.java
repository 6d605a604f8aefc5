package io.seenby.audit.checkpoint;

import io.seenby.audit.doubt.Doubts;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.Proof;
import io.seenby.events.IntegrityDoubt;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Has checkpoints cosigned, and remembers how far the witness has come with each tree. */
final class Witnessing {

    private static final Logger LOG = Logger.getLogger(Witnessing.class);

    private final Optional<Witness> witness;
    private final StoredTrees trees;
    private final Doubts doubts;
    private final Map<String, Long> cosigned = new ConcurrentHashMap<>();

    Witnessing(Optional<Witness> witness, StoredTrees trees, Doubts doubts) {
        this.witness = witness;
        this.trees = trees;
        this.doubts = doubts;
    }

    boolean isWanted() {
        return witness.isPresent();
    }

    /** The note with the witness' signature; without it if there is no witness or none that answers as it should. */
    Note cosign(StoredTree tree, Note note) throws SQLException, InterruptedException {
        if (witness.isEmpty()) {
            return note;
        }
        String origin = tree.name().origin();
        Witness.Reply reply = submit(tree, note, cosigned.getOrDefault(origin, 0L));
        if (reply instanceof Witness.KnowsSize known && known.size() <= tree.size()) {
            reply = submit(tree, note, known.size());
        }
        return switch (reply) {
            case Witness.Cosigned signed -> {
                cosigned.put(origin, tree.size());
                yield note.with(signed.signature());
            }
            case Witness.KnowsSize known -> {
                LOG.errorf("the witness knows %s with %d records, we have %d", origin, known.size(), tree.size());
                doubts.raise(tree.name().tenant(), IntegrityDoubt.REFUSED_BY_WITNESS, known.size());
                yield note;
            }
            case Witness.Refused refused -> {
                LOG.errorf("the witness answers %d to the checkpoint of %s", refused.status(), origin);
                doubts.raise(tree.name().tenant(), IntegrityDoubt.REFUSED_BY_WITNESS, tree.size());
                yield note;
            }
            case Witness.Silent silent -> {
                LOG.warnf("the witness did not cosign %s: %s", origin, silent.why());
                yield note;
            }
        };
    }

    private Witness.Reply submit(StoredTree tree, Note note, long oldSize) throws SQLException, InterruptedException {
        Proof grown = Proof.ofConsistency(oldSize, tree.size());
        return witness.orElseThrow()
                .add(note, oldSize, grown.ranges().isEmpty() ? List.of() : trees.prove(tree.name(), grown));
    }
}
