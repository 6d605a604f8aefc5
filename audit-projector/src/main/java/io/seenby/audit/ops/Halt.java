package io.seenby.audit.ops;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The emergency stop: going on would lose a record quietly or write what nobody understands. The process ends with a
 * code of its own; whoever runs it starts it again, and it goes on from the stored position.
 */
@ApplicationScoped
public class Halt {

    /** EX_SOFTWARE of sysexits.h. */
    public static final int EXIT_CODE = 70;

    private static final Logger LOG = Logger.getLogger(Halt.class);
    private static final long GRACE_MILLIS = 15_000;

    private final AtomicBoolean halted = new AtomicBoolean();

    /** Says why, once, and ends the process: in good order if that works, in any case within seconds. */
    public void now(Throwable why) {
        if (!halted.compareAndSet(false, true)) {
            return;
        }
        Throwable cause = why instanceof ExecutionException && why.getCause() != null ? why.getCause() : why;
        LOG.fatalf(cause, "HALT: %s", cause.getMessage());
        Thread.ofPlatform().daemon().name("halt").start(Halt::endAnyway);
        Quarkus.asyncExit(EXIT_CODE);
    }

    public boolean isHalted() {
        return halted.get();
    }

    private static void endAnyway() {
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
