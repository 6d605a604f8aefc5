package io.seenby.local;

import io.seenby.cli.AuditCli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A checkout in a folder with a space in its name: the real script and launcher, stand-ins for the services and the witness. */
final class ExampleCheckout implements AutoCloseable {
    private static final List<String> BUILT = List.of("deploy/local", "audit-core", "access-events");

    final Path folder;
    final int portBase = Ports.free().access() - 1;

    private ExampleCheckout(Path folder) {
        this.folder = folder;
    }

    static ExampleCheckout in(Path parent) throws IOException {
        var root = ProjectRoot.find();
        var checkout = new ExampleCheckout(Files.createDirectory(parent.resolve("check out")));
        Files.copy(root.folder().resolve("dev"), checkout.folder.resolve("dev"));
        assert checkout.folder.resolve("dev").toFile().setExecutable(true);
        Files.writeString(checkout.folder.resolve("pom.xml"), "<project/>\n");
        for (var module : BUILT) {
            Files.createDirectories(checkout.folder.resolve(module));
            Files.createSymbolicLink(
                    checkout.folder.resolve(module).resolve("target"),
                    root.folder().resolve(module).resolve("target"));
        }
        for (var service : ServiceProcess.Service.values()) {
            packageStandIn(new ProjectRoot(checkout.folder).quarkusApp(service.module()));
        }
        buildStandIn(new ProjectRoot(checkout.folder));
        Files.createDirectories(checkout.state());
        Files.createFile(checkout.state().resolve("built"));
        return checkout;
    }

    private static void packageStandIn(Path app) throws IOException {
        Files.createDirectories(app);
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        var entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(app.resolve("quarkus-run.jar")), manifest);
                var bytes = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
    }

    private static void buildStandIn(ProjectRoot checkout) throws IOException {
        var entry = AuditCli.class.getName().replace('.', '/') + ".class";
        Path copy = checkout.classes("audit-cli").resolve(entry);
        Files.createDirectories(copy.getParent());
        Files.createDirectories(checkout.auditLibraries());
        try (var bytes = AuditCli.class.getClassLoader().getResourceAsStream(entry)) {
            Files.copy(bytes, copy);
        }
    }

    /** Takes the ways out of the folder away, so that whoever deletes the folder stays in it. */
    @Override
    public void close() throws IOException {
        for (var module : BUILT) {
            Files.delete(folder.resolve(module).resolve("target"));
        }
    }

    Path state() {
        return folder.resolve(".seenby");
    }

    /** What a command said and how it ended. */
    record Answer(int exitCode, String out, String err) {
        String all() {
            return out + err;
        }
    }

    Answer dev(String... arguments) throws Exception {
        return dev(Map.of(), arguments);
    }

    Answer dev(Map<String, String> environment, String... arguments) throws Exception {
        var words = Stream.concat(Stream.of(folder.resolve("dev").toString()), Stream.of(arguments))
                .toList();
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(words)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("SEENBY_ROOT");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SEENBY_PORT_BASE", Integer.toString(portBase));
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(words + " doesn't end");
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A JDK that is nothing but its version. */
    Path pretendJdk(Path jdks, String version) throws IOException {
        Path home = jdks.resolve("jdk-" + version);
        Files.createDirectories(home.resolve("bin"));
        for (var tool : List.of("java", "javac")) {
            Files.writeString(home.resolve("bin").resolve(tool), "#!/bin/sh\n", StandardCharsets.UTF_8);
            assert home.resolve("bin").resolve(tool).toFile().setExecutable(true);
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Every process that was started from this checkout. */
    List<ProcessHandle> processes() throws IOException {
        var found = new ArrayList<ProcessHandle>();
        for (var process : ProcessHandle.allProcesses().toList()) {
            Path words = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            if (Files.exists(words) && read(words).contains(folder.toString())) {
                found.add(process);
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
