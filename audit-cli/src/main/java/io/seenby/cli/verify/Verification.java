package io.seenby.cli.verify;

import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.cli.witness.TrustedLogs;
import io.seenby.core.ledger.VerifierKey;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One run over a ledger: <em>hear what was signed → read the log → compare → report</em>. It changes nothing anywhere.
 */
final class Verification {

    /** The partition of trees of which the log has no record. */
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final LedgerSource source;
    private final Trust trust;
    private final Optional<Leaves> others;
    private final Findings findings;
    private final Promises promises;
    private final Notary notary;
    private final Testimony testimony;
    private final WitnessView witnessed;
    private final Map<Integer, Long> ends = new HashMap<>();
    private long records;
    private long bytes;

    /**
     * What the auditor brings along and believes.
     *
     * @param logs whose checkpoints
     * @param witnessKeys empty if cosignatures are not to be checked
     * @param allowUnwitnessed checkpoints without a cosignature are counted only
     */
    record Trust(TrustedLogs logs, List<VerifierKey> witnessKeys, List<URI> witnesses, boolean allowUnwitnessed) {}

    /** @param promises of receipts that were read already */
    Verification(LedgerSource source, Trust trust, Promises promises, Optional<Leaves> others, Findings findings) {
        this.notary = new Notary(trust.logs(), trust.witnessKeys(), findings);
        this.source = source;
        this.trust = trust;
        this.others = others;
        this.findings = findings;
        this.promises = promises;
        this.testimony = new Testimony(notary, findings, trust.allowUnwitnessed());
        this.witnessed = new WitnessView(
                trust.witnesses().stream().map(WitnessClient::new).toList(), testimony, notary, source);
    }

    /** A note that the auditor kept; before the run. */
    void keep(byte[] note, String where) {
        witnessed.keep(note, where);
    }

    void run() {
        testimony.readTopic(source);
        testimony.origins().forEach(witnessed::ask);
        List<LedgerSource.Extent> partitions = source.partitions();
        partitions.forEach(this::read);
        promises.finish(ends, findings);
        for (TreeCheck tree : testimony.trees()) {
            if (!tree.hasBegun()) {
                tree.begin(NOWHERE);
            }
            tree.finish(findings);
        }
        witnessed.compareWithTopic(findings);
    }

    private void read(LedgerSource.Extent extent) {
        PartitionCheck check = new PartitionCheck(extent.partition(), this::begun, promises, others, findings);
        source.records(extent, check::record);
        check.finish(extent.end());
        ends.put(extent.partition(), extent.end());
        records += check.records();
        bytes += check.bytes();
    }

    private TreeCheck begun(String tenant, int partition) {
        String origin = tenant.equals(Origins.STRANGERS) ? Origins.ofStrangers(partition) : Origins.ofTenant(tenant);
        witnessed.askLate(origin);
        TreeCheck tree = testimony.of(origin);
        if (tree.hasBegun()) {
            findings.add(Kind.ENTRIES, "%s is opened a second time, in partition %d".formatted(origin, partition));
            tree = new TreeCheck(origin, new Marks());
        }
        tree.begin(partition);
        return tree;
    }

    Summary summary(Promises found, long receiptsRead, long answersWithout) {
        List<TreeLine> lines = testimony.trees().stream()
                .map(TreeCheck::line)
                .filter(line -> line.size() > 0 || line.newest().isPresent())
                .toList();
        return new Summary(
                source.asOf(),
                lines,
                records,
                bytes,
                testimony.onTopic(),
                notary.signed(),
                trust.witnessKeys().isEmpty() ? Optional.empty() : Optional.of(testimony.uncosigned()),
                witnessed.later(),
                receiptsRead,
                found.kept(),
                answersWithout);
    }

    /** @param differing of a tree by its origin, the first entry whose hash is known from elsewhere and is another */
    void nameFirstWrong(Function<String, OptionalLong> differing) {
        for (TreeCheck tree : testimony.trees()) {
            OptionalLong index = differing.apply(tree.origin());
            if (tree.isWrong() && index.isPresent()) {
                findings.add(
                        Kind.ENTRIES,
                        "%s: by the hashes in the views, the first wrong entry has index %d"
                                .formatted(tree.origin(), index.getAsLong()));
            }
        }
    }
}
