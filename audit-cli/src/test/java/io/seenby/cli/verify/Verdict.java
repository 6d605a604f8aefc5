package io.seenby.cli.verify;

import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.finding.Finding;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.cli.witness.TrustedLogs;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a verification says, as a test asks for it. */
record Verdict(Findings findings, Summary summary) {

    static Verdict on(LedgerSource source) {
        return new Auditor().verify(source);
    }

    Set<Kind> kinds() {
        return findings.counts().keySet();
    }

    int exitCode() {
        return findings.exitCode();
    }

    List<String> sentences() {
        return findings.kept().stream().map(Finding::sentence).toList();
    }

    /** With what an auditor brings along. */
    static final class Auditor {
        boolean allowUnwitnessed;
        final Promises promises = new Promises();
        final Findings findings = new Findings();
        final List<byte[]> kept = new ArrayList<>();
        final List<String> logKeys = new ArrayList<>(List.of(Keys.LOG_KEY));
        final List<URI> witnesses = new ArrayList<>();

        Verdict verify(LedgerSource source) {
            Verification.Trust trust = new Verification.Trust(
                    TrustedLogs.parse(logKeys), List.of(Keys.WITNESS_KEY), witnesses, allowUnwitnessed);
            Verification verification = new Verification(source, trust, promises, Optional.empty(), findings);
            kept.forEach(note -> verification.keep(note, "a kept note"));
            verification.run();
            return new Verdict(findings, verification.summary(promises, 0, 0));
        }
    }
}
