package io.seenby.cli.export;

import java.time.Instant;
import java.util.List;

/**
 * The ledger as it stands somewhere: checkpoints in the order of their topic, records of each partition in the order of
 * their offsets. Read the checkpoints first: only then does the log, whose end is fixed when its partitions are asked
 * for, have to cover them.
 */
public interface LedgerSource extends AutoCloseable {

    /** A record of the topic of checkpoints. */
    interface Notes {
        /** @param value empty if it has none */
        void note(long offset, byte[] value);
    }

    /** Records of one partition. */
    interface Records {
        /** @param record changes when this returns */
        void record(RecordView record);
    }

    /**
     * A partition of the log.
     *
     * @param end first offset that is not looked at
     */
    record Extent(int partition, long end) {}

    /** May there be more of it when it is asked again? */
    boolean isLive();

    /** When its log was looked at, by the clock of whoever did. */
    Instant asOf();

    /** Hands out all checkpoints that it has not handed out yet. */
    void checkpoints(Notes notes);

    /** All partitions of the log, by number. */
    List<Extent> partitions();

    void records(Extent partition, Records records);

    /** How much of the log was handed out, from 0 to 1. For any thread. */
    double part();

    @Override
    void close();
}
