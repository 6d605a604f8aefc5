package io.seenby.cli.witness;

import io.seenby.cli.Refused;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a witness cosigned last: in a directory one file per log, whole or not there, and the same in memory. A file's name
 * is a digest of the log's, so that no log's name leads anywhere else.
 *
 * <p>An empty directory is not the state of a witness that has seen nothing yet: it may be a disk that was lost. Only
 * {@code init} makes one, and the file {@code witness.vkey} in it says whose it is.
 */
final class WitnessState implements AutoCloseable {

    private static final String OWNER = "witness.vkey";
    private static final String NOTE = ".note";

    private final Path directory;
    private final DirectoryLock lock;
    private final Map<String, Note> latest = new ConcurrentHashMap<>();

    private WitnessState(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Takes the directory until it is closed. Throws {@link Refused} if it is not there, not ours, in use or damaged. */
    static WitnessState open(Path directory, VerifierKey own, boolean init) {
        try {
            Path owner = directory.resolve(OWNER);
            if (init) {
                Files.createDirectories(directory);
            } else if (!Files.exists(owner)) {
                throw new Refused("There is no witness' state in " + directory
                        + ": if this witness never ran, start it once with --init; if it did, its state is lost.");
            }
            DirectoryLock lock = DirectoryLock.take(directory);
            try {
                WitnessState state = new WitnessState(directory, lock);
                state.claim(owner, own);
                state.load(own);
                return state;
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new Refused("The witness' state in " + directory + " cannot be used: " + failed + ".", failed);
        }
    }

    /** The owner is written only into a directory that holds no notes. */
    private void claim(Path owner, VerifierKey own) throws IOException {
        String line = own + "\n";
        if (!Files.exists(owner)) {
            try (var notes = Files.newDirectoryStream(directory, "*" + NOTE)) {
                if (notes.iterator().hasNext()) {
                    throw new Refused(
                            "The witness' state in " + directory + " is damaged: it does not say whose it is.");
                }
            }
            DurableFile.write(directory, OWNER, line);
        } else if (!Files.readString(owner).equals(line)) {
            throw new Refused("The state in " + directory + " is that of another witness.");
        }
    }

    private void load(VerifierKey own) throws IOException {
        try (var notes = Files.newDirectoryStream(directory, "*" + NOTE)) {
            for (Path file : notes) {
                try {
                    Note note = Note.parse(Files.readString(file));
                    String origin = Checkpoint.parse(note.text()).origin();
                    if (!file.equals(directory.resolve(fileName(origin)))
                            || note.by(own).isEmpty()) {
                        throw new IllegalArgumentException("not what was written there");
                    }
                    latest.put(origin, note);
                } catch (IOException | IllegalArgumentException damaged) {
                    throw new Refused("The witness' state is damaged: " + file + " is no note of its own.", damaged);
                }
            }
        }
    }

    private static String fileName(String origin) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + NOTE;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    Optional<Note> latest(String origin) {
        return Optional.ofNullable(latest.get(origin));
    }

    int logs() {
        return latest.size();
    }

    /** Returns when it would outlive a power cut. One caller a log at a time. */
    void keep(String origin, Note note) throws IOException {
        DurableFile.write(directory, fileName(origin), note.format());
        latest.put(origin, note);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
