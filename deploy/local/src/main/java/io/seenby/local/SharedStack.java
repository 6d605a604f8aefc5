package io.seenby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The stack that all tests of one JVM share. The first one who asks for it starts it. */
final class SharedStack {
    static final LocalStack STARTED = start();

    private SharedStack() {}

    private static LocalStack start() {
        try {
            Path state = Files.createTempDirectory("seenby-stack");
            var stack = new LocalStack(LocalStack.Settings.forTests(ProjectRoot.find(), state, Ports.free()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(stack, state), "discard-shared-stack"));
            stack.start();
            return stack;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Nobody needs the data any more, so nothing is stopped in good order. */
    private static void discard(LocalStack stack, Path state) {
        stack.parts().forEach(LocalProcess::kill);
        PostgresLeftovers.clear(state.resolve("data/postgres/data"));
        Folders.delete(state);
    }
}
