package io.seenby.local.launch;

import io.seenby.local.ChildJvm;
import io.seenby.local.CommandFailed;
import io.seenby.local.DemoProcess;
import io.seenby.local.LocalStack;
import io.seenby.local.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code ./dev demo}: the demo traffic once more, in this terminal. */
public final class DemoCommand {
    private DemoCommand() {}

    /** The demo's own exit code. */
    public static int run(ProjectRoot root, List<String> arguments) {
        var file = StackFile.running(root);
        var stack = new LocalStack(LocalStack.Settings.forUse(root, root.state(), file.ports()));
        if (!stack.demo().exists()) {
            throw CommandFailed.because("This build has no demo traffic.");
        }
        var builder = new ProcessBuilder(ChildJvm.running(root, LauncherJvm.FLAGS, DemoProcess.MAIN, arguments));
        builder.environment().putAll(stack.environment());
        try {
            return builder.inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
