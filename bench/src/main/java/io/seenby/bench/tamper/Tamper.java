package io.seenby.bench.tamper;

import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.stack.BenchStack;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.Statement;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import io.seenby.local.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command {@code tamper}: a system of its own, attempt after attempt, and a table of what was noticed. */
public final class Tamper {

    private static final Option EVENTS = new Option("events", 1_600, "events in the ledger that is tampered with");

    private static final String KEYS = "SEENBY_LEDGER_KEY_FILE";

    private final BenchStack stack;
    private final Progress progress;
    private final Verdicts verdicts = new Verdicts();

    private Tamper(BenchStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Exit code 0 if all is noticed that must be, nothing else is, and there was no false alarm. */
    public static void main(String... words) throws Exception {
        Verdicts verdicts = run(List.of(words), new Progress(System.err));
        System.out.print(verdicts);
        System.exit(verdicts.asPromised() ? 0 : 1);
    }

    public static Verdicts run(List<String> words, Progress progress) throws Exception {
        Options options = Options.parse(List.of(EVENTS, Option.SEED, Option.PORT_BASE), words);
        try (BenchStack stack = BenchStack.start(options, progress)) {
            progress.say("starting both services");
            RetiredKey retired = RetiredKey.of(stack);
            String keys = retired.file().toString();
            ServiceProcess access = stack.startService(Service.ACCESS, Map.of(KEYS, keys));
            retired.awaitAccepted(stack);
            // What an instance has used itself, only its next start retires.
            access.stop();
            access.start();
            retired.awaitRetired(stack);
            ServiceProcess projector =
                    stack.startService(Service.AUDIT, Map.of(KEYS, keys, "SEENBY_CHECKPOINT_INTERVAL", "1s"));
            Tamper tamper = new Tamper(stack, progress);
            Scene scene = Scene.publish(stack, options.count(EVENTS), options.get(Option.SEED), progress);
            Auditor auditor = tamper.auditor(scene);
            tamper.onCopies(scene.copy(), auditor);
            new LiveAttempts(stack, projector, auditor, retired, tamper.verdicts, progress).run();
            return tamper.verdicts;
        }
    }

    private Auditor auditor(Scene scene) throws IOException {
        SigningKeys keys = stack.local().signingKeys();
        return new Auditor(
                Files.createDirectories(stack.file("auditor")),
                List.of(
                        "--log-key",
                        "seenby/*=" + keys.checkpointKey(),
                        "--witness-key",
                        keys.witnessKey().toString(),
                        "--receipt-key",
                        read(keys.receipt())
                                .verifier(Statement.ORIGIN, KeyKind.LOG)
                                .toString()),
                scene.receipts(),
                stack.local().witness().url());
    }

    private static SigningKey read(Path pem) throws IOException {
        return SigningKey.ofPem(Files.readString(pem));
    }

    private void onCopies(LedgerCopy clean, Auditor auditor) throws IOException {
        SigningKeys keys = stack.local().signingKeys();
        Signer signer = new Signer(read(keys.checkpoint()), read(keys.witness()), SigningKeys.WITNESS);
        Limits limits = new Limits(signer);
        List<Place> places = Scene.places(clean);
        List<Attempt.Given> everything = List.of(Attempt.Given.values());
        List<String> kept = List.of(OnCheckpoints.newest(clean, places.get(0)));
        verdicts.cleanRun("an export", auditor.verify(clean.copy(), List.of(), kept));
        verdicts.cleanRun("an export, with all that was kept", auditor.verify(clean.copy(), everything, kept));
        List<Attempt> all = new ArrayList<>(OnTheLog.all());
        all.addAll(new OnCheckpoints(signer).all());
        for (Attempt attempt : all) {
            verdicts.mustBeNoticed(attempt.name(), tryOut(attempt, clean, places, kept, auditor), attempt.how());
        }
        for (Attempt attempt : limits.noticedWithMore()) {
            verdicts.mustBeNoticed(
                    attempt.name() + ", given " + attempt.given().get(0).name().toLowerCase(Locale.ROOT),
                    tryOut(attempt, clean, places, kept, auditor),
                    attempt.how());
        }
        for (Attempt attempt : limits.unnoticed()) {
            verdicts.cannotBeNoticed(attempt.name(), tryOut(attempt, clean, places, kept, auditor), attempt.how());
        }
    }

    private List<String> tryOut(
            Attempt attempt, LedgerCopy clean, List<Place> places, List<String> kept, Auditor auditor)
            throws IOException {
        progress.say("trying: " + attempt.name());
        List<String> by = new ArrayList<>();
        for (Place place : places) {
            LedgerCopy tampered = clean.copy();
            attempt.deed().on(tampered, place);
            int code = auditor.verify(tampered, attempt.given(), kept);
            by.add(code == 0 ? "" : Integer.toString(code));
        }
        return by;
    }
}
