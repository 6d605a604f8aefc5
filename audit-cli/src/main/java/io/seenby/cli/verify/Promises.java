package io.seenby.cli.verify;

import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What receipts say stands in the log, by its place, until it is found there. */
final class Promises {

    private final Map<Integer, TreeMap<Long, List<Statement>>> waiting = new HashMap<>();
    private long kept;
    private int partition = -1;
    private long nextOffset = Long.MAX_VALUE;

    void add(Statement statement) {
        waiting.computeIfAbsent(statement.partition(), first -> new TreeMap<>())
                .computeIfAbsent(statement.offset(), first -> new ArrayList<>())
                .add(statement);
        partition = -1;
    }

    /** Asked for every record, so it costs a comparison. */
    boolean isPromised(int of, long offset) {
        if (of != partition) {
            partition = of;
            nextOffset = next(0);
        }
        if (offset > nextOffset) {
            nextOffset = next(offset);
        }
        return offset == nextOffset;
    }

    private long next(long from) {
        TreeMap<Long, List<Statement>> promised = waiting.get(partition);
        Long at = promised == null ? null : promised.ceilingKey(from);
        return at == null ? Long.MAX_VALUE : at;
    }

    void found(int of, long offset, String tenant, Hash leaf, Findings findings) {
        List<Statement> promised = waiting.getOrDefault(of, new TreeMap<>()).remove(offset);
        for (Statement statement : promised == null ? List.<Statement>of() : promised) {
            if (!statement.leaf().equals(leaf)) {
                findings.add(Kind.RECEIPT, at(statement) + " is not the entry that its receipt states");
            } else if (!statement.tenant().equals(tenant)) {
                findings.add(
                        Kind.RECEIPT, at(statement) + " does not stand in the ledger of the tenant of its receipt");
            } else {
                kept++;
            }
        }
        nextOffset = next(offset + 1);
    }

    private static String at(Statement statement) {
        return "partition %d, offset %d (%s)".formatted(statement.partition(), statement.offset(), statement.tenant());
    }

    /** When the log was read: @param ends of its partitions */
    void finish(Map<Integer, Long> ends, Findings findings) {
        for (Map.Entry<Integer, TreeMap<Long, List<Statement>>> each : waiting.entrySet()) {
            long end = ends.getOrDefault(each.getKey(), 0L);
            for (List<Statement> promised : each.getValue().values()) {
                for (Statement statement : promised) {
                    if (statement.offset() >= end) {
                        findings.add(
                                Kind.SHORT, "the log ends before " + at(statement) + ", for which there is a receipt");
                    } else {
                        findings.add(Kind.RECEIPT, at(statement) + " holds no record, but there is a receipt for it");
                    }
                }
            }
        }
    }

    /** How many were found as stated. */
    long kept() {
        return kept;
    }
}
