package io.seenby.local.launch;

import io.seenby.local.Pause;
import io.seenby.local.Signal;
import java.time.Duration;
import java.util.Optional;

/** Ending processes that another run started, known only from the stack file. */
final class Stopping {
    private static final Duration SUPERVISOR_GRACE = Duration.ofSeconds(90);
    private static final Duration PART_GRACE = Duration.ofSeconds(20);

    private Stopping() {}

    /** Asks the supervisor to end everything; what still lives after that is ended one by one, youngest first. */
    static void everythingIn(StackFile file) {
        end(file.supervisor(), "TERM", SUPERVISOR_GRACE);
        for (String part : StackFile.PARTS.reversed()) {
            end(file.living(part), part.equals("postgres") ? "INT" : "TERM", PART_GRACE);
        }
        file.delete();
    }

    private static void end(Optional<ProcessHandle> process, String signal, Duration grace) {
        process.ifPresent(living -> {
            Signal.send(signal, living.pid());
            if (!Pause.until(grace, () -> hasEnded(living))) {
                living.destroyForcibly();
                Pause.until(PART_GRACE, () -> hasEnded(living));
            }
        });
    }

    /** A process that nobody has collected yet keeps its id, but it has no words any more. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || CommandLine.of(process).isEmpty();
    }
}
