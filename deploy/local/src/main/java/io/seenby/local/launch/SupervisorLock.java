package io.seenby.local.launch;

import io.seenby.local.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one supervisor of a checkout for as long as it lives; the system frees it however that ends. */
record SupervisorLock(FileChannel channel) {
    /** The lock, unless another process has it. */
    static Optional<SupervisorLock> take(ProjectRoot root) {
        try {
            Files.createDirectories(root.state());
            var channel = FileChannel.open(
                    root.state().resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new SupervisorLock(channel));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
