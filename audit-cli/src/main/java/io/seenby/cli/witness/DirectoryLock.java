package io.seenby.cli.witness;

import io.seenby.cli.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Two witnesses on one state would each cosign what the other does not know of. The lock ends with its process. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Throws {@link Refused} if somebody has it. */
    static DirectoryLock take(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // Taken all the same.
        }
        channel.close();
        throw new Refused("Another witness runs on the state in " + directory + ".");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
