package io.seenby.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines for child JVMs: the same Java as ours, on the class path that the build laid out for them. */
public final class ChildJvm {
    private ChildJvm() {}

    /** Flags for a JVM that lives short or works little: starting soon matters more than peak speed. */
    public static final List<String> QUICK_START =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    /** Lines of the broker's and the identity server's logs begin with the time of day. */
    static final List<String> DATED_LOG = List.of(
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Newer Javas print warnings about libraries; older ones don't know the flags that stop them. */
    static List<String> quiet() {
        return Runtime.version().feature() >= 24
                ? List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
                : List.of();
    }

    public static List<String> running(ProjectRoot root, List<String> flags, String mainClass, List<String> arguments) {
        if (!Files.isDirectory(root.libraries())) {
            throw new StartFailed("The class path " + root.libraries()
                    + " is missing: build the module deploy/local first (./dev up does).");
        }
        var words = new ArrayList<String>();
        words.add(java());
        words.addAll(quiet());
        words.addAll(flags);
        words.add("-cp");
        words.add(Stream.concat(
                        root.allClasses().stream(), Stream.of(root.libraries().resolve("*")))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        words.add(mainClass);
        words.addAll(arguments);
        return List.copyOf(words);
    }
}
