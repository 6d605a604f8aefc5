package io.seenby.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the checkout: the packaged services and the class path of the child JVMs are found under it. */
public record ProjectRoot(Path folder) {
    /**
     * System property {@code seenby.root}, else environment variable {@code SEENBY_ROOT}, else the nearest folder
     * above the working directory that has {@code dev} and {@code pom.xml}.
     *
     * @throws IllegalStateException if none of them leads anywhere
     */
    public static ProjectRoot find() {
        return Stream.of(System.getProperty("seenby.root"), System.getenv("SEENBY_ROOT"))
                .flatMap(Stream::ofNullable)
                .filter(named -> !named.isBlank())
                .findFirst()
                .map(named -> new ProjectRoot(Path.of(named).toAbsolutePath().normalize()))
                .or(() -> above(Path.of("").toAbsolutePath()))
                .orElseThrow(() -> new IllegalStateException(
                        "The SeenBy checkout isn't found: set SEENBY_ROOT to the folder that has ./dev."));
    }

    private static Optional<ProjectRoot> above(Path start) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("dev")) && Files.exists(folder.resolve("pom.xml")))
                .findFirst()
                .map(ProjectRoot::new);
    }

    /** Data, keys, logs and pids of the stack that {@code ./dev up} runs; SEENBY_STATE puts a second one elsewhere. */
    public Path state() {
        return Optional.ofNullable(System.getenv("SEENBY_STATE"))
                .filter(named -> !named.isBlank())
                .map(named -> Path.of(named).toAbsolutePath().normalize())
                .orElse(folder.resolve(".seenby"));
    }

    /** The jars that child JVMs run on. */
    Path libraries() {
        return folder.resolve("deploy/local/target/lib");
    }

    /** Of the launcher and of the modules it is built on. */
    List<Path> allClasses() {
        return List.of(classes(), classes("audit-core"), classes("access-events"));
    }

    Path classes() {
        return classes("deploy/local");
    }

    /** What was compiled of a module. */
    Path classes(String module) {
        return folder.resolve(module).resolve("target/classes");
    }

    /** Where the module {@code audit-cli} has the jars that it runs on. */
    Path auditLibraries() {
        return folder.resolve("audit-cli/target/lib");
    }

    /** The packaged Quarkus application of a module. */
    public Path quarkusApp(String module) {
        return folder.resolve(module).resolve("target/quarkus-app");
    }
}
