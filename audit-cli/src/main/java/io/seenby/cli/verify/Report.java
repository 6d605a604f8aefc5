package io.seenby.cli.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.cli.finding.Finding;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a run says, for people or for machines.
 *
 * @param views a sentence on what was compared of the views; empty if they were not
 */
record Report(Summary summary, Findings findings, Optional<String> views) {

    String text() {
        StringBuilder text = new StringBuilder();
        for (TreeLine tree : summary.trees()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s  entries %d  root %s  checkpoint %s  witnessed %s%n",
                    tree.origin(),
                    tree.size(),
                    tree.root(),
                    tree.newest().map(String::valueOf).orElse("none"),
                    summary.uncosigned().isEmpty()
                            ? "not asked"
                            : tree.cosignedAt().map(String::valueOf).orElse("never")));
        }
        text.append('\n');
        for (Finding finding : findings.kept()) {
            text.append("FINDING ")
                    .append(finding.kind().exitCode())
                    .append("  ")
                    .append(finding.sentence())
                    .append('\n');
        }
        findings.counts()
                .forEach((kind, count) -> text.append(count)
                        .append(" x ")
                        .append(kind.exitCode())
                        .append(": ")
                        .append(kind.meaning())
                        .append('\n'));
        counts().forEach(line -> text.append(line).append('\n'));
        text.append("\nWhat this does not show:\n");
        limits().forEach(line -> text.append("- ").append(line).append('\n'));
        return text.append(findings.counts().isEmpty() ? "\nClean.\n" : "\nNot clean.\n")
                .toString();
    }

    private List<String> counts() {
        List<String> counts = new ArrayList<>();
        counts.add("As of %s: %d records, %d bytes of values hashed, %d trees, %d checkpoints."
                .formatted(
                        summary.asOf(),
                        summary.records(),
                        summary.bytes(),
                        summary.trees().size(),
                        summary.checkpoints()));
        summary.signed().forEach((key, count) -> counts.add("%d checkpoints signed by %s.".formatted(count, key)));
        summary.uncosigned()
                .ifPresent(count -> counts.add("%d checkpoints are not cosigned, %d of the newest among them."
                        .formatted(count, summary.newestUncosigned())));
        if (summary.receipts() + summary.answersWithout() > 0) {
            counts.add("%d entries with a receipt, %d of them found as stated; %d entries were answered without one."
                    .formatted(summary.receipts(), summary.receiptsKept(), summary.answersWithout()));
        }
        views.ifPresent(counts::add);
        return counts;
    }

    private List<String> limits() {
        List<String> limits = new ArrayList<>();
        limits.add(
                "%d entries stand after the last checkpoint that fits: until the next one, only a receipt protects them."
                        .formatted(summary.uncovered()));
        limits.add(
                summary.uncosigned().isEmpty()
                        ? "No witness' key was given: an operator with the log's key could have shown others another log."
                        : "%d entries stand after the last cosigned checkpoint that fits: these, an operator with the log's key could still change."
                                .formatted(summary.unwitnessed()));
        if (summary.later() > 0) {
            limits.add("%d checkpoints of the witness are younger than what was read of the log and were not compared."
                    .formatted(summary.later()));
        }
        limits.add("Whether an entry was true when it was recorded, and what nobody ever sent, is in no tree.");
        if (views.isEmpty()) {
            limits.add("The views were not compared: what people see in them may be something else.");
        }
        return limits;
    }

    String json() {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("exitCode", findings.exitCode());
        report.put("asOf", summary.asOf().toString());
        ArrayNode trees = report.putArray("trees");
        summary.trees().forEach(tree -> add(tree, trees.addObject()));
        ArrayNode found = report.putArray("findings");
        findings.kept()
                .forEach(finding -> found.addObject()
                        .put("code", finding.kind().exitCode())
                        .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                        .put("finding", finding.sentence()));
        ObjectNode counts = report.putObject("counts");
        for (Map.Entry<Kind, Long> each : findings.counts().entrySet()) {
            counts.put(each.getKey().name().toLowerCase(Locale.ROOT), each.getValue());
        }
        report.put("records", summary.records());
        report.put("bytes", summary.bytes());
        report.put("checkpoints", summary.checkpoints());
        ObjectNode signed = report.putObject("signedBy");
        summary.signed().forEach(signed::put);
        summary.uncosigned().ifPresent(count -> report.put("checkpointsNotCosigned", count));
        report.put("newestNotCosigned", summary.newestUncosigned());
        report.put("receipts", summary.receipts());
        report.put("receiptsFound", summary.receiptsKept());
        report.put("answersWithoutReceipt", summary.answersWithout());
        report.put("entriesAfterLastCheckpoint", summary.uncovered());
        report.put("entriesAfterLastCosignedCheckpoint", summary.unwitnessed());
        views.ifPresent(sentence -> report.put("views", sentence));
        ArrayNode limits = report.putArray("doesNotShow");
        limits().forEach(limits::add);
        return report.toPrettyString();
    }

    private static void add(TreeLine tree, ObjectNode node) {
        node.put("origin", tree.origin());
        node.put("entries", tree.size());
        node.put("root", tree.root().base64());
        tree.newest().ifPresent(size -> node.put("checkpoint", size));
        tree.cosignedAt().ifPresent(at -> node.put("witnessedAt", at.toString()));
        node.put("covered", tree.covered());
        node.put("witnessed", tree.witnessed());
    }
}
