package io.seenby.local.launch;

import io.seenby.local.ChildJvm;
import java.util.List;
import java.util.stream.Stream;

/** How the launcher's own JVM is run: small, soon up, and silent but for its own words. */
final class LauncherJvm {
    static final List<String> FLAGS = Stream.concat(
                    ChildJvm.QUICK_START.stream(),
                    Stream.of("-Xmx128m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"))
            .toList();

    private LauncherJvm() {}
}
