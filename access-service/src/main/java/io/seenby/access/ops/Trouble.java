package io.seenby.access.ops;

import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Logs a fault that every request meets, once in ten seconds and not once a request. */
public final class Trouble {

    private static final long QUIET_NANOS = 10_000_000_000L;

    private final Logger log;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    public Trouble(Class<?> where) {
        this.log = Logger.getLogger(where);
    }

    public void warn(String what, Throwable cause) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + QUIET_NANOS)) {
            log.warn(what, cause);
        }
    }
}
