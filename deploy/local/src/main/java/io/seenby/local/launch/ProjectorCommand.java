package io.seenby.local.launch;

import io.seenby.local.ChildJvm;
import io.seenby.local.CommandFailed;
import io.seenby.local.LocalStack;
import io.seenby.local.ProjectRoot;
import io.seenby.local.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The projector's own commands, run against the stack that is up. */
final class ProjectorCommand {

    private final ProcessBuilder builder;

    private ProjectorCommand(ProcessBuilder builder) {
        this.builder = builder;
    }

    static ProjectorCommand of(ProjectRoot root, List<String> arguments) {
        var stack = new LocalStack(LocalStack.Settings.forUse(
                root, root.state(), StackFile.running(root).ports()));
        var words = new ArrayList<String>(List.of(ChildJvm.java(), "-Xmx256m", "-jar"));
        words.add(stack.service(ServiceProcess.Service.AUDIT).application().toString());
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(stack.environment());
        return new ProjectorCommand(builder);
    }

    /** Its words go to the terminal as they come; the answer is its exit code. */
    int run() {
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        try {
            return exitCode(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * What it prints, line by line.
     *
     * @throws CommandFailed quoting it, if it fails
     */
    List<String> lines() {
        try {
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (exitCode(process) != 0) {
                throw CommandFailed.because(said.strip());
            }
            return said.lines().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
