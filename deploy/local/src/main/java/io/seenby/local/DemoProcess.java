package io.seenby.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The demo traffic: a program that publishes a working day's accesses to the running services, then ends. */
public final class DemoProcess extends Part {
    /** The program's main class. */
    public static final String MAIN = "io.seenby.local.demo.DemoTraffic";

    private final ProjectRoot root;
    private final Path directory;
    private final Map<String, String> environment;

    DemoProcess(ProjectRoot root, Path directory, Path log, Map<String, String> environment) {
        super("demo", 0, log);
        this.root = root;
        this.directory = directory;
        this.environment = environment;
    }

    /** True if this build has demo traffic. */
    public boolean exists() {
        return Files.exists(root.classes().resolve(MAIN.replace('.', '/') + ".class"));
    }

    /** Starts the traffic; it is under way at once. */
    @Override
    public void start() {
        var flags = new ArrayList<>(ChildJvm.QUICK_START);
        flags.add("-Xmx128m");
        run(new ChildProcess.Command(ChildJvm.running(root, flags, MAIN, List.of()), environment, directory, "TERM"));
    }
}
