package io.seenby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** Deleting and copying whole folders. */
public final class Folders {
    private Folders() {}

    /** Deletes the folder and all that is in it, following no links; does nothing if there is none. */
    public static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException nothingThere) {
            // As wished.
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Copies what is in the folder to a new one; what stood there before is gone. */
    static void copy(Path folder, Path to) {
        delete(to);
        try (var all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                Path copy = to.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
