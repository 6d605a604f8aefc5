package io.seenby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** Deleting whole folders. */
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
}
