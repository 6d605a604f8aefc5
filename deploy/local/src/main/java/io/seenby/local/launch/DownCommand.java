package io.seenby.local.launch;

import io.seenby.local.ProjectRoot;

/** {@code ./dev down}: ends everything that runs here; the data stays. */
public final class DownCommand {
    private DownCommand() {}

    /** Always 0: nothing running is what was asked for. */
    public static int run(ProjectRoot root) {
        var file = StackFile.read(root);
        file.ifPresent(Stopping::everythingIn);
        System.out.println(file.isPresent() ? "SeenBy is stopped; its data stays." : "SeenBy isn't running here.");
        return 0;
    }
}
