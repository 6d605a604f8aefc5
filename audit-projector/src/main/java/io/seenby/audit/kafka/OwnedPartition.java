package io.seenby.audit.kafka;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A partition that the consumer group has given to this instance, from its assignment to its revocation. */
final class OwnedPartition {

    private final int number;
    private final long endAtAssignment;
    private final ReentrantLock work = new ReentrantLock();
    private volatile long nextOffset;
    private volatile boolean revoked;
    private volatile boolean stale;

    OwnedPartition(int number, long nextOffset, long endAtAssignment) {
        this.number = number;
        this.endAtAssignment = endAtAssignment;
        this.nextOffset = nextOffset;
    }

    int number() {
        return number;
    }

    /** The offset after everything integrated, as far as this instance knows. */
    long nextOffset() {
        return nextOffset;
    }

    /** All is integrated that stood in the log when the partition became ours. */
    boolean isCaughtUp() {
        return nextOffset >= endAtAssignment;
    }

    void integratedUpTo(long offset) {
        nextOffset = offset;
    }

    /** Somebody else has moved the stored position: this instance does nothing more here until the next assignment. */
    void markStale() {
        stale = true;
    }

    boolean isStale() {
        return stale;
    }

    boolean isOurs() {
        return !revoked && !stale;
    }

    /** Runs {@code work} unless the partition is no longer ours; a revocation waits for it. */
    void whileOurs(Work work) throws InterruptedException {
        this.work.lockInterruptibly();
        try {
            if (isOurs()) {
                work.run();
            }
        } finally {
            this.work.unlock();
        }
    }

    interface Work {
        void run() throws InterruptedException;
    }

    /** Forbids further work and waits for what is in flight; false if that takes longer than the limit. */
    boolean revoke(long limitSeconds) throws InterruptedException {
        revoked = true;
        boolean idle = work.tryLock(limitSeconds, TimeUnit.SECONDS);
        if (idle) {
            work.unlock();
        }
        return idle;
    }
}
