package io.seenby.local.launch;

import io.seenby.local.ChildJvm;
import io.seenby.local.CommandFailed;
import io.seenby.local.Launcher;
import io.seenby.local.OwnSession;
import io.seenby.local.Pause;
import io.seenby.local.ProjectRoot;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the supervisor in a session of its own, so that it outlives the terminal, and shows its words until it is ready. */
final class Detached {
    private static final Duration STEP = Duration.ofMillis(100);

    private Detached() {}

    static int start(ProjectRoot root, List<String> arguments) {
        Path log = root.state().resolve("logs").resolve("up.log");
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            Files.createFile(log);
            var supervisor = new ProcessBuilder(OwnSession.around(words(root, arguments)))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return follow(root, log, supervisor);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> words(ProjectRoot root, List<String> arguments) {
        var rest = new ArrayList<>(List.of("up"));
        rest.addAll(arguments);
        rest.add(UpCommand.SUPERVISED);
        return ChildJvm.running(root, LauncherJvm.FLAGS, Launcher.class.getName(), rest);
    }

    private static int follow(ProjectRoot root, Path log, Process supervisor) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                // The state first, the words after: so none of them is left out.
                boolean ended = !supervisor.isAlive();
                boolean ready = StackFile.read(root)
                        .filter(StackFile::isReady)
                        .filter(written -> written.isSupervisedBy(supervisor.pid()))
                        .isPresent();
                copyTo(System.out, file);
                if (ended) {
                    throw CommandFailed.because("SeenBy didn't start; the words above are also in " + log + ".");
                }
                if (ready) {
                    return 0;
                }
                Pause.of(STEP);
            }
        }
    }

    private static void copyTo(PrintStream out, RandomAccessFile file) throws IOException {
        var bytes = new byte[8192];
        for (int count = file.read(bytes); count > 0; count = file.read(bytes)) {
            out.write(bytes, 0, count);
        }
        out.flush();
    }
}
