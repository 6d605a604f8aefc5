package io.seenby.cli.verify;

import io.seenby.cli.export.MemoryLedger;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.verify.views.ViewsCheck;
import io.seenby.cli.witness.TrustedLogs;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger of one partition with what the views would keep of its trees. */
public final class AuditedWithViews {

    private Scribe scribe = new Scribe(1);
    private final Map<String, ByteArrayOutputStream> leaves = new HashMap<>();

    public void clear() {
        scribe = new Scribe(1);
        leaves.clear();
    }

    public void open(String tenant, String opened) {
        entry(tenant, opened);
    }

    public void entry(String tenant, String value) {
        write(tenant, tenant, value);
    }

    public void stranger(String value) {
        write("~unattributed/0", "nobody", value);
    }

    private void write(String tree, String key, String value) {
        scribe.write("seenby/" + tree, 0, Scribe.bytes(key), Scribe.bytes(value), true);
        Hash leaf = new TreeHasher().leaf(Scribe.bytes(value));
        leaves.computeIfAbsent(tree, first -> new ByteArrayOutputStream()).writeBytes(leaf.bytes());
    }

    public void checkpoints() {
        scribe.checkpoints();
    }

    public byte[] peaks(String tree) {
        return scribe.trees.get("seenby/" + tree).frontier().bytes();
    }

    public byte[] leaves(String tree) {
        return leaves.get(tree).toByteArray();
    }

    public MemoryLedger ledger() {
        return scribe.ledger;
    }

    public void verify(MemoryLedger ledger, ViewsCheck check, Findings findings) {
        Verification.Trust trust = new Verification.Trust(
                TrustedLogs.parse(List.of(Keys.LOG_KEY)), List.of(Keys.WITNESS_KEY), List.of(), false);
        Verification verification =
                new Verification(ledger.copy(), trust, new Promises(), Optional.of(check), findings);
        verification.run();
        check.finish(Optional.empty());
        verification.nameFirstWrong(check::firstDiffering);
    }
}
