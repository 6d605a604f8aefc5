package io.seenby.local.launch;

import io.seenby.local.LocalProcess;
import io.seenby.local.LocalStack;
import io.seenby.local.Pause;
import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import io.seenby.local.WitnessProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Starts every part, writes down what runs, and watches. A service or the witness is started again when it dies, as a
 * cluster would; when another part dies, or one of them again and again, the rest is stopped: a stack that is half there would only puzzle
 * people. The parts are children of this JVM and end with it, in whichever way it ends.
 */
final class Supervisor {
    private static final int PART_DIED = 3;
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private final ProjectRoot root;
    private final int portBase;
    private final boolean withDemo;
    private final boolean showAlerts;
    private final Progress progress = new Progress(System.out);
    private final List<LocalProcess> watched = new CopyOnWriteArrayList<>();
    private final Restarts restarts = new Restarts(System::nanoTime);
    private volatile boolean stopping;

    Supervisor(ProjectRoot root, int portBase, boolean withDemo, boolean showAlerts) {
        this.root = root;
        this.portBase = portBase;
        this.withDemo = withDemo;
        this.showAlerts = showAlerts;
    }

    /** Returns only when a part has died for good. */
    int run() {
        var stack = new LocalStack(LocalStack.Settings.forUse(root, root.state(), Ports.from(portBase)));
        var file = StackFile.begin(root, portBase);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(file), "forget-stack"));
        stack.start(started -> isUp(file, started));
        start(stack.witness(), file);
        start(stack.service(Service.ACCESS), file);
        start(stack.service(Service.AUDIT), file);
        DemoTenants.open(file);
        if (withDemo) {
            startDemo(stack, file);
        }
        progress.summary(file);
        file.ready();
        if (showAlerts) {
            AlertLines.follow(file, System.out);
        }
        return watch(file);
    }

    private void start(LocalProcess part, StackFile file) {
        long begin = System.nanoTime();
        part.start();
        isUp(file, new LocalStack.PartStarted(part, Duration.ofNanos(System.nanoTime() - begin)));
    }

    private void startDemo(LocalStack stack, StackFile file) {
        var demo = stack.demo();
        if (demo.exists()) {
            demo.start();
            file.started(demo);
        }
    }

    private void isUp(StackFile file, LocalStack.PartStarted started) {
        file.started(started.part());
        watched.add(started.part());
        progress.ready(started);
    }

    private int watch(StackFile file) {
        while (true) {
            for (LocalProcess part : watched) {
                if (!part.isRunning() && diedByItself()) {
                    boolean again = mayDie(part) && restarts.take(part.name());
                    System.err.printf(
                            "%s died (exit code %d); its log is %s. %s%n",
                            part.name(),
                            part.exitCode().orElse(-1),
                            part.log(),
                            again ? "It is being started again." : "Everything else is being stopped.");
                    if (!again) {
                        return PART_DIED;
                    }
                    startAgain(part, file);
                }
            }
            Pause.of(STEP);
        }
    }

    /** Programs of ours, which lose nothing when they die. */
    private static boolean mayDie(LocalProcess part) {
        return part instanceof ServiceProcess || part instanceof WitnessProcess;
    }

    private void startAgain(LocalProcess part, StackFile file) {
        long begin = System.nanoTime();
        part.start();
        file.started(part);
        progress.ready(new LocalStack.PartStarted(part, Duration.ofNanos(System.nanoTime() - begin)));
    }

    /** When this JVM is ending, its children die as they should; the hook that knows may be a moment late. */
    private boolean diedByItself() {
        Pause.of(STEP.multipliedBy(2));
        return !stopping;
    }

    private void end(StackFile file) {
        stopping = true;
        if (Pause.until(
                STOP_LIMIT,
                () -> StackFile.PARTS.stream()
                        .noneMatch(part -> file.living(part).isPresent()))) {
            file.delete();
        }
    }
}
