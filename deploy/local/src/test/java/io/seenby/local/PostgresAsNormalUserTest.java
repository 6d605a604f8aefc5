package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the build runs as root, the other tests show PostgreSQL as root; this one shows it as somebody else. */
class PostgresAsNormalUserTest {
    private static final String USER = "nobody";
    private static final List<String> JARS = List.of("postgresql-", "embedded-", "commons-", "xz-", "jspecify-");

    @TempDir
    Path folder;

    @Test
    void startsAndRecoversAsANormalUser() throws Exception {
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(!root || userExists(), "there is no user " + USER + " on this machine");
        giveTo(root ? USER : System.getProperty("user.name"));

        var output = run(root ? List.of("setpriv", "--reuid=" + USER, "--clear-groups") : List.of());

        assertThat(output).contains((root ? USER : System.getProperty("user.name")) + " sees 100 rows");
    }

    /** The checkout may lie where that user cannot read, so what the program needs is copied. */
    private void giveTo(String user) throws Exception {
        var root = ProjectRoot.find();
        Path libraries = Files.createDirectory(folder.resolve("lib"));
        try (Stream<Path> jars = Files.list(root.libraries())) {
            for (Path jar : jars.toList()) {
                if (JARS.stream().anyMatch(jar.getFileName().toString()::startsWith)) {
                    Files.copy(jar, libraries.resolve(jar.getFileName()));
                }
            }
        }
        copy(root.classes(), folder.resolve("classes"));
        copy(root.folder().resolve("deploy/local/target/test-classes"), folder.resolve("classes"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setOwner(folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private String run(List<String> asUser) throws Exception {
        var libraries = folder.resolve("lib");
        var words = Stream.of(
                        asUser,
                        List.of(
                                ChildJvm.java(),
                                "-cp",
                                folder.resolve("classes") + File.pathSeparator + libraries + "/*",
                                PostgresExample.class.getName(),
                                folder.toString(),
                                libraries.toString(),
                                Integer.toString(Ports.free().postgres())))
                .flatMap(List::stream)
                .toList();
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean userExists() throws Exception {
        return new ProcessBuilder("id", USER).start().waitFor() == 0;
    }
}
