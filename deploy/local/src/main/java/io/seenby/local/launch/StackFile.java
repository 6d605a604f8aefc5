package io.seenby.local.launch;

import io.seenby.local.CommandFailed;
import io.seenby.local.IdentityServer;
import io.seenby.local.LocalProcess;
import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/** {@code .seenby/stack.properties}: what runs now, as the supervisor wrote it down. */
public final class StackFile {
    /** The parts in starting order; stopping goes the other way round. */
    static final List<String> PARTS =
            List.of("kafka", "postgres", "identity", "witness", "access-service", "audit-projector", "demo");

    private static final String SUPERVISOR = "supervisor";

    private final ProjectRoot root;
    private final Properties entries;

    private StackFile(ProjectRoot root, Properties entries) {
        this.root = root;
        this.entries = entries;
    }

    static Path of(ProjectRoot root) {
        return root.state().resolve("stack.properties");
    }

    /** A new file: this process supervises, nothing runs yet. */
    static StackFile begin(ProjectRoot root, int portBase) {
        var file = new StackFile(root, new Properties());
        file.entries.setProperty("portBase", Integer.toString(portBase));
        file.entries.setProperty(
                SUPERVISOR + ".pid", Long.toString(ProcessHandle.current().pid()));
        file.write();
        return file;
    }

    /** What was written down, by a stack that runs or by one that was cut off. */
    static Optional<StackFile> read(ProjectRoot root) {
        try {
            var entries = new Properties();
            entries.load(new StringReader(Files.readString(of(root))));
            return Optional.of(new StackFile(root, entries));
        } catch (NoSuchFileException nothingRuns) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The stack that runs now and is ready.
     *
     * @throws CommandFailed if none does
     */
    public static StackFile running(ProjectRoot root) {
        return read(root)
                .filter(StackFile::isReady)
                .filter(StackFile::isSupervised)
                .orElseThrow(() -> CommandFailed.because("SeenBy isn't running here: start it with ./dev up."));
    }

    synchronized void started(LocalProcess part) {
        entries.setProperty(part.name() + ".pid", Long.toString(part.pid()));
        write();
    }

    synchronized void ready() {
        entries.setProperty("ready", "true");
        write();
    }

    boolean isReady() {
        return Boolean.parseBoolean(entries.getProperty("ready"));
    }

    boolean isSupervised() {
        return supervisor().isPresent();
    }

    boolean isSupervisedBy(long pid) {
        return supervisor().filter(process -> process.pid() == pid).isPresent();
    }

    /** The supervisor's process, if it lives. */
    Optional<ProcessHandle> supervisor() {
        return living(SUPERVISOR);
    }

    /** The process of a part, if it lives and is really ours: process ids are used again. */
    Optional<ProcessHandle> living(String part) {
        return pid(part).stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        CommandLine.of(process).contains(root.folder().toString()))
                .findFirst();
    }

    private OptionalLong pid(String part) {
        var written = entries.getProperty(part + ".pid");
        return written == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(written));
    }

    /** The ports of the stack that was written down. */
    public Ports ports() {
        return Ports.from(Integer.parseInt(entries.getProperty("portBase")));
    }

    public String accessUrl() {
        return "http://127.0.0.1:" + ports().access();
    }

    public String auditUrl() {
        return "http://127.0.0.1:" + ports().audit();
    }

    String witnessUrl() {
        return "http://127.0.0.1:" + ports().witness();
    }

    public String issuerUrl() {
        return "http://127.0.0.1:" + ports().identity() + "/" + IdentityServer.ISSUER;
    }

    void delete() {
        try {
            Files.deleteIfExists(of(root));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Readers see the old file or the new one, never half of it. */
    private void write() {
        try {
            Files.createDirectories(root.state());
            var text = new StringWriter();
            entries.store(text, null);
            Path draft = root.state().resolve("stack.properties.new");
            Files.writeString(draft, text.toString());
            Files.move(draft, of(root), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
