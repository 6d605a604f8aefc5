package io.seenby.cli.verify;

import io.seenby.cli.export.ExportFile;
import io.seenby.cli.export.KafkaLedger;
import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.export.Progress;
import io.seenby.cli.export.SourceUnreadable;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.verify.views.ViewsCheck;
import io.seenby.cli.verify.views.ViewsUnreadable;
import io.seenby.cli.witness.TrustedLogs;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verify}: what of the ledger is as it was signed, and what is not. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks a ledger against pinned keys, believing nothing else; it reads only.",
        exitCodeListHeading = "Exit codes (of several findings the smallest):%n",
        exitCodeList = {
            "0:clean",
            "2:misused",
            "3:the ledger, the witness, the views or what the auditor kept cannot be read",
            "10:the entries are not those that a checkpoint was signed over",
            "11:no checkpoint, or a false signature in the name of a pinned key",
            "12:checkpoints of one ledger that contradict each other",
            "13:the log ends before what a checkpoint or a receipt states",
            "14:offsets that hold no record",
            "15:a receipt that the log or its key does not bear out",
            "16:a checkpoint whose cosignature is missing or false",
            "17:a checkpoint that is not on the topic, or no longer",
            "18:a checkpoint by a key of its log that is not pinned",
            "20:the views are not what the log says"
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final int UNREADABLE = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private From from = new From();

    static final class From {
        @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "A broker of the topics.")
        private Optional<String> kafka = Optional.empty();

        @Option(names = "--export", required = true, paramLabel = "FILE", description = "What export has written.")
        private Optional<Path> export = Optional.empty();

        LedgerSource open() {
            return kafka.<LedgerSource>map(KafkaLedger::at)
                    .or(() -> export.map(ExportFile::open))
                    .orElseThrow();
        }
    }

    @Option(
            names = "--log-key",
            required = true,
            paramLabel = "ORIGIN=KEY",
            description = "A log and its verifier key or public key in base64; ORIGIN may end with *, as in 'seenby/*'."
                    + " May be given several times, also for one log whose key was changed.")
    private List<String> logKeys = new ArrayList<>();

    @Option(
            names = "--witness-key",
            paramLabel = "VKEY",
            description = "A witness' verifier key; every checkpoint must then be cosigned by one of them.")
    private List<String> witnessKeys = new ArrayList<>();

    @Option(
            names = "--allow-unwitnessed",
            description = "Checkpoints that are not cosigned are counted and no finding.")
    private boolean allowUnwitnessed;

    @Option(
            names = "--witness",
            paramLabel = "URL",
            description = "A witness that is asked what it saw last, which the log must cover and the topic hold.")
    private List<URI> witnesses = new ArrayList<>();

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "A checkpoint that you kept: the same.")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--receipt-key", paramLabel = "VKEY", description = "What receipts are signed with.")
    private List<String> receiptKeys = new ArrayList<>();

    @Option(
            names = "--receipts",
            paramLabel = "PATH",
            description = "A file or folder of receipts: *.tlog-proof, or answers to publishers, one a line.")
    private List<Path> receipts = new ArrayList<>();

    /** Null unless one of its options is given. */
    @ArgGroup(exclusive = false)
    private @Nullable Views views;

    static final class Views {
        @Option(
                names = "--views",
                required = true,
                paramLabel = "JDBC-URL",
                description =
                        "The database of the views, which are compared with the log in one read-only transaction.")
        private String url = "";

        @Option(names = "--views-user", required = true, description = "Who may read them: the role query.")
        private String user = "";

        @Option(names = "--views-password-env", paramLabel = "VARIABLE", description = "Holds the password.")
        private String passwordVariable = "PGPASSWORD";

        @Option(
                names = "--schema",
                defaultValue = "views",
                description = "Where they are; ${DEFAULT-VALUE} if not given.")
        private String schema = "views";

        ViewsCheck open(Findings findings, boolean ofThisMoment) {
            String password = Objects.requireNonNullElse(System.getenv(passwordVariable), "");
            return ViewsCheck.open(url, user, password, schema, findings, ofThisMoment);
        }
    }

    @Option(names = "--json", description = "Reports for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (!receipts.isEmpty() && receiptKeys.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Receipts are checked with --receipt-key.");
        }
        try (LedgerSource source = from.open()) {
            return verify(source);
        } catch (SourceUnreadable | ViewsUnreadable unreadable) {
            spec.commandLine().getErr().println(unreadable.getMessage());
            return UNREADABLE;
        }
    }

    private int verify(LedgerSource source) {
        Findings findings = new Findings();
        Promises promises = new Promises();
        ReceiptFile files = new ReceiptFile(keys(receiptKeys, KeyKind.LOG), promises, findings);
        receipts.forEach(files::read);
        Views wanted = views;
        if (wanted == null) {
            return verify(source, Optional.empty(), promises, files, findings);
        }
        try (ViewsCheck check = wanted.open(findings, source.isLive())) {
            return verify(source, Optional.of(check), promises, files, findings);
        }
    }

    private int verify(
            LedgerSource source,
            Optional<ViewsCheck> compared,
            Promises promises,
            ReceiptFile files,
            Findings findings) {
        Verification verification =
                new Verification(source, trust(), promises, compared.map(check -> (Leaves) check), findings);
        checkpoints.forEach(file -> verification.keep(bytesOf(file), file.toString()));
        try (Progress progress = Progress.of("verifying", source::part)) {
            verification.run();
            compared.ifPresent(check ->
                    check.finish(source instanceof KafkaLedger topics ? Optional.of(topics) : Optional.empty()));
        }
        compared.ifPresent(check -> verification.nameFirstWrong(check::firstDiffering));
        Report report = new Report(
                verification.summary(promises, files.read(), files.without()),
                findings,
                compared.map(ViewsCheck::summary));
        System.out.println(json ? report.json() : report.text());
        return findings.exitCode();
    }

    private Verification.Trust trust() {
        try {
            return new Verification.Trust(
                    TrustedLogs.parse(logKeys), keys(witnessKeys, KeyKind.WITNESS), witnesses, allowUnwitnessed);
        } catch (IllegalArgumentException noLog) {
            throw misused("A log and its key are given as ORIGIN=KEY: " + noLog.getMessage() + ".", noLog);
        }
    }

    private List<VerifierKey> keys(List<String> texts, KeyKind kind) {
        try {
            List<VerifierKey> keys = texts.stream().map(VerifierKey::parse).toList();
            if (keys.stream().anyMatch(key -> key.kind() != kind)) {
                throw new IllegalArgumentException("a key of another kind");
            }
            return keys;
        } catch (IllegalArgumentException noKey) {
            throw misused("This is no verifier key for that: " + noKey.getMessage() + ".", noKey);
        }
    }

    private ParameterException misused(String why, Exception cause) {
        return new ParameterException(spec.commandLine(), why, cause);
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new SourceUnreadable("The checkpoint " + file + " cannot be read.", unreadable);
        }
    }
}
