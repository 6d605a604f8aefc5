package io.seenby.bench.tamper;

import io.seenby.bench.tamper.Attempt.Given;
import io.seenby.cli.AuditCli;
import io.seenby.cli.export.ExportWriter;
import io.seenby.cli.verify.VerifyCommand;
import io.seenby.local.ChildJvm;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Runs the verifier as an auditor would, with pinned keys and whatever else was kept. */
final class Auditor {

    private final Path folder;
    private final List<String> pinned;
    private final Path receipts;
    private final String witness;
    private int exports;

    /** @param pinned options that name the keys */
    Auditor(Path folder, List<String> pinned, Path receipts, String witness) {
        this.folder = folder;
        this.pinned = List.copyOf(pinned);
        this.receipts = receipts;
        this.witness = witness;
    }

    /** The verifier's exit code on an export of this ledger. */
    int verify(LedgerCopy ledger, List<Given> given, List<String> kept) throws IOException {
        Path export = folder.resolve("tampered-" + exports++ + ".ledger");
        ExportWriter.write(ledger, export);
        List<String> words = new ArrayList<>(List.of("--export", export.toString()));
        words.addAll(pinned);
        if (given.contains(Given.WITNESS)) {
            words.addAll(List.of("--witness", witness));
        }
        if (given.contains(Given.RECEIPTS)) {
            words.addAll(List.of("--receipts", receipts.toString()));
        }
        if (given.contains(Given.KEPT)) {
            for (String note : kept) {
                Path file = folder.resolve("kept-" + kept.indexOf(note) + ".checkpoint");
                Files.writeString(file, note);
                words.addAll(List.of("--checkpoint", file.toString()));
            }
        }
        try {
            return silently(words);
        } finally {
            Files.delete(export);
        }
    }

    private static int silently(List<String> words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        try {
            return new CommandLine(new VerifyCommand()).execute(words.toArray(String[]::new));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** In a process of its own, because the password of the views comes from the environment. */
    int verifyLive(List<String> source, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                ChildJvm.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AuditCli.class.getName(),
                "verify"));
        words.addAll(source);
        words.addAll(pinned);
        words.addAll(List.of("--witness", witness, "--receipts", receipts.toString()));
        File log = folder.resolve("verify.log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the verifier does not end");
        }
        return process.exitValue();
    }

    /** What the last verification of the live system said. */
    String said() throws IOException {
        return Files.readString(folder.resolve("verify.log"));
    }
}
