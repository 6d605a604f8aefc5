package io.seenby.access.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where statements wait until the next group closes: when somebody asks for it, but not within the spacing after the
 * last one. After a silence nobody waits.
 */
final class WaitingRoom {

    private final long spacingNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<Waiting> open = new ArrayList<>();
    private long lastClosed;
    private boolean shut;

    WaitingRoom(long spacingNanos) {
        this.spacingNanos = spacingNanos;
        this.lastClosed = System.nanoTime() - spacingNanos;
    }

    /** False if nobody is let in any more. */
    boolean enter(Waiting one) {
        lock.lock();
        try {
            if (shut) {
                return false;
            }
            open.add(one);
            if (open.size() == 1) {
                changed.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next group, as soon as there is one; empty when the room is shut and nobody is left. */
    List<Waiting> leave() throws InterruptedException {
        lock.lock();
        try {
            while (open.isEmpty() && !shut) {
                changed.await();
            }
            long left = lastClosed + spacingNanos - System.nanoTime();
            while (left > 0 && !shut) {
                left = changed.awaitNanos(left);
            }
            List<Waiting> group = open;
            open = new ArrayList<>(group.size());
            lastClosed = System.nanoTime();
            return group;
        } finally {
            lock.unlock();
        }
    }

    void shut() {
        lock.lock();
        try {
            shut = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
