package io.seenby.audit.alert;

import io.seenby.events.TenantId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The alert journal of one tenant, read once for all who follow it. It keeps the latest revisions, a fixed number;
 * whoever is further behind reads the journal itself, at its own pace. Nothing is queued for anybody.
 */
final class TenantFeed {

    /** Revisions kept. */
    static final int KEPT = 128;

    private static final Logger LOG = Logger.getLogger(TenantFeed.class);

    private final TenantId tenant;
    private final Journal journal;
    private final Deque<Revision> kept = new ArrayDeque<>();
    private final Set<UniEmitter<? super Long>> waiting = new LinkedHashSet<>();
    private long tail;
    private boolean reading;
    private boolean readAgain;

    /** Follows from after {@code tail}. */
    TenantFeed(TenantId tenant, Journal journal, long tail) {
        this.tenant = tenant;
        this.journal = journal;
        this.tail = tail;
    }

    /** The next revisions after {@code ordinal}, one or more; completes when there are some. */
    Uni<List<Revision>> after(long ordinal) {
        return beyond(ordinal).flatMap(reached -> {
            List<Revision> next = kept(ordinal);
            return next.isEmpty()
                    ? journal.after(tenant, ordinal)
                    : Uni.createFrom().item(next);
        });
    }

    /** Something may be new. Looks at most once at a time, and once more if told meanwhile. */
    void look() {
        long from;
        synchronized (this) {
            if (reading) {
                readAgain = true;
                return;
            }
            reading = true;
            from = tail;
        }
        journal.after(tenant, from).subscribe().with(this::read, this::couldNotRead);
    }

    private void read(List<Revision> revisions) {
        List<UniEmitter<? super Long>> served;
        long reached;
        boolean again;
        synchronized (this) {
            kept.addAll(revisions);
            while (kept.size() > KEPT) {
                kept.removeFirst();
            }
            if (!revisions.isEmpty()) {
                tail = revisions.get(revisions.size() - 1).ordinal();
            }
            reached = tail;
            served = revisions.isEmpty() ? List.of() : List.copyOf(waiting);
            waiting.removeAll(served);
            reading = false;
            again = readAgain || revisions.size() == Journal.MOST;
            readAgain = false;
        }
        served.forEach(emitter -> emitter.complete(reached));
        if (again) {
            look();
        }
    }

    private void couldNotRead(Throwable failure) {
        LOG.debugf("the alert journal could not be read, the next look will try again: %s", failure.getClass());
        synchronized (this) {
            reading = false;
            readAgain = false;
        }
    }

    /** Completes as soon as something after {@code ordinal} has been seen. */
    private Uni<Long> beyond(long ordinal) {
        return Uni.createFrom()
                .<Long>emitter(emitter -> {
                    long reached;
                    synchronized (this) {
                        reached = tail;
                        if (reached <= ordinal) {
                            waiting.add(emitter);
                            emitter.onTermination(() -> forget(emitter));
                            return;
                        }
                    }
                    emitter.complete(reached);
                })
                // Who resumes from beyond what anybody has seen waits on.
                .flatMap(reached -> reached > ordinal ? Uni.createFrom().item(reached) : beyond(ordinal));
    }

    private synchronized void forget(UniEmitter<? super Long> emitter) {
        waiting.remove(emitter);
    }

    private synchronized List<Revision> kept(long ordinal) {
        Revision oldest = kept.peekFirst();
        if (oldest == null || oldest.ordinal() > ordinal + 1) {
            return List.of();
        }
        return kept.stream()
                .filter(revision -> revision.ordinal() > ordinal)
                .limit(Journal.MOST)
                .toList();
    }

    /** Subscribers that wait for the next revision. */
    synchronized int waiting() {
        return waiting.size();
    }
}
