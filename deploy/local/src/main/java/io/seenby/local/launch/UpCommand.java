package io.seenby.local.launch;

import io.seenby.local.CommandFailed;
import io.seenby.local.Options;
import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import io.seenby.local.StartFailed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./dev up}: here until somebody ends it, or as a supervisor in the background. */
public final class UpCommand {
    /** Set on the background process itself. */
    static final String SUPERVISED = "--supervised";

    private static final int DEFAULT_PORT_BASE = 8400;

    private UpCommand() {}

    /** Returns when the stack has ended, or with {@code --detach} when it is ready. */
    public static int run(ProjectRoot root, List<String> arguments) {
        var options = Options.parse(arguments, Set.of("--detach", "--no-demo", "--fresh", SUPERVISED), Set.of());
        if (StackFile.read(root).filter(StackFile::isSupervised).isPresent()) {
            return alreadyRunning(options.has("--fresh"));
        }
        int portBase = portBase();
        return options.has("--detach") && !options.has(SUPERVISED)
                ? Detached.start(root, arguments)
                : supervise(root, portBase, options);
    }

    private static int supervise(ProjectRoot root, int portBase, Options options) {
        var lock = SupervisorLock.take(root);
        if (lock.isEmpty()) {
            return alreadyRunning(options.has("--fresh"));
        }
        StackFile.read(root).ifPresent(cutOff -> {
            System.out.println("Stopping what an earlier run left behind.");
            Stopping.everythingIn(cutOff);
        });
        if (options.has("--fresh")) {
            Fresh.state(root);
        }
        Ports.from(portBase).requireFree();
        try {
            return new Supervisor(root, portBase, !options.has("--no-demo"), !options.has(SUPERVISED)).run();
        } catch (StartFailed failed) {
            throw new StartFailed(failed.getMessage() + "\nNothing was left running.", failed);
        }
    }

    private static int alreadyRunning(boolean fresh) {
        if (fresh) {
            throw CommandFailed.because("SeenBy is running: ./dev down first, then ./dev up --fresh.");
        }
        System.out.println("SeenBy is running already; ./dev status shows its parts.");
        return 0;
    }

    private static int portBase() {
        return Optional.ofNullable(System.getenv("SEENBY_PORT_BASE"))
                .filter(text -> !text.isBlank())
                .map(text -> {
                    if (!text.matches("\\d{4,5}") || Integer.parseInt(text) < 1024 || Integer.parseInt(text) > 65_500) {
                        throw CommandFailed.misused(
                                "SEENBY_PORT_BASE takes a number from 1024 to 65500, not " + text + ".");
                    }
                    return Integer.parseInt(text);
                })
                .orElse(DEFAULT_PORT_BASE);
    }
}
