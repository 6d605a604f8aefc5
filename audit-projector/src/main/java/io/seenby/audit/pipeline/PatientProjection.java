package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Brings a batch through whatever the database does: waits out what passes by itself, for ever; finds by bisection the
 * record that the schema cannot store and quarantines it, so that its neighbours go on; and gives up on all else.
 */
public final class PatientProjection {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Hears what happens, for metrics and logs. Called by the projecting thread. */
    public interface Listener {
        void integrated(Outcome.Integrated outcome, Duration took);

        void retrying(Batch batch, SQLException fault, Duration pause);
    }

    /** How a batch ended. */
    public enum Ending {
        INTEGRATED,
        /** Another projector has moved the partition: we are stale and have changed nothing. */
        STALE,
        /** The partition was taken from us while we waited. */
        NOT_OURS
    }

    private final ProjectionPipeline pipeline;
    private final Listener listener;

    public PatientProjection(ProjectionPipeline pipeline, Listener listener) {
        this.pipeline = pipeline;
        this.listener = listener;
    }

    /**
     * Returns when the batch is integrated or is no longer ours to integrate.
     *
     * @param ours asked before each attempt: do we still own the partition?
     * @throws MissingLedgerKey if the ledger has gone over to a key that our file lacks
     * @throws WrittenByLaterVersion if an entry is of a type that is not known here
     * @throws LedgerGap if records are missing between the stored position and the batch
     * @throws ProjectionFailed on anything that neither passes by itself nor is the fault of one record
     */
    public Ending project(Batch batch, BooleanSupplier ours) throws InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        for (boolean first = true; ours.getAsBoolean(); first = false) {
            long begin = System.nanoTime();
            try {
                return switch (pipeline.project(batch)) {
                    case Outcome.Integrated integrated -> {
                        listener.integrated(integrated, Duration.ofNanos(System.nanoTime() - begin));
                        yield Ending.INTEGRATED;
                    }
                    case Outcome.Misplaced misplaced -> misplaced(batch, misplaced.storedOffset(), first);
                };
            } catch (SQLException error) {
                switch (Fault.of(error)) {
                    case TRANSIENT -> {
                        listener.retrying(batch, error, pause);
                        Thread.sleep(pause);
                        pause = longer(pause);
                    }
                    case UNSTORABLE -> {
                        return bisect(batch, ours, error);
                    }
                    case UNKNOWN -> throw new ProjectionFailed(batch, error);
                }
            } catch (LedgerGap | MissingLedgerKey | WrittenByLaterVersion halt) {
                throw halt;
            } catch (RuntimeException bug) {
                throw new ProjectionFailed(batch, bug);
            }
        }
        return Ending.NOT_OURS;
    }

    private static Ending misplaced(Batch batch, long stored, boolean firstAttempt) {
        if (stored < batch.firstOffset()) {
            throw new LedgerGap(batch.partition(), stored, batch.firstOffset());
        }
        // The connection may have been lost just after a commit: then the position is where this batch ends.
        boolean committedBefore = !firstAttempt && stored == batch.endOffset();
        return committedBefore ? Ending.INTEGRATED : Ending.STALE;
    }

    private Ending bisect(Batch batch, BooleanSupplier ours, SQLException error) throws InterruptedException {
        if (batch.unstorable()) {
            throw new ProjectionFailed(batch, error);
        }
        if (batch.records().size() == 1) {
            return project(batch.asUnstorable(), ours);
        }
        Ending first = project(batch.firstHalf(), ours);
        return first == Ending.INTEGRATED ? project(batch.secondHalf(), ours) : first;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
