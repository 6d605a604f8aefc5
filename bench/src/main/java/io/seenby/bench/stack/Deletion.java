package io.seenby.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** Deleting a folder that nobody writes to any more. */
final class Deletion {
    private Deletion() {}

    static void of(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException goneAlready) {
            // As wished.
        } catch (IOException | UncheckedIOException left) {
            System.err.println(folder + " could not be deleted wholly: " + left);
        }
    }
}
