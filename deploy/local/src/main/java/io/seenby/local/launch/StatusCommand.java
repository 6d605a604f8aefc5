package io.seenby.local.launch;

import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import java.util.Optional;

/** {@code ./dev status}: a line per part. */
public final class StatusCommand {
    private StatusCommand() {}

    /** 0 when all parts that serve are up, else 1. */
    public static int run(ProjectRoot root) {
        var file = StackFile.read(root);
        boolean allUp = true;
        for (String part : StackFile.PARTS) {
            var process = file.flatMap(written -> written.living(part));
            System.out.printf(
                    "%-16s %-5s %-12s %s%n",
                    part,
                    process.isPresent() ? "up" : "down",
                    process.map(living -> "pid " + living.pid()).orElse(""),
                    file.flatMap(written -> port(written.ports(), part))
                            .map(port -> "127.0.0.1:" + port)
                            .orElse(""));
            // The demo has its day and ends.
            allUp &= process.isPresent() || part.equals("demo");
        }
        return allUp ? 0 : 1;
    }

    private static Optional<Integer> port(Ports ports, String part) {
        return Optional.ofNullable(ports.byPart().get(part));
    }
}
