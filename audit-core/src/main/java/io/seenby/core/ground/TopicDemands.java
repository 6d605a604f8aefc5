package io.seenby.core.ground;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a topic of ours must be set to. Each refusal is one sentence that names the topic, the setting and the law's reason. */
public final class TopicDemands {

    /** The topic that access-service appends to. */
    public static final String LEDGER = "access-ledger";

    /** All topics of ours; of none may a record ever go. */
    public static final List<String> TOPICS = List.of(LEDGER, "breach-alerts", "ledger-checkpoints");

    /** Bytes; the largest record that access-service appends. */
    public static final long LARGEST_RECORD = 2L * 1024 * 1024;

    private static final String INSYNC = "min.insync.replicas";
    private static final String LARGEST = "max.message.bytes";

    private static final Map<String, Demand> EXACTLY = new TreeMap<>(Map.of(
            "cleanup.policy", new Demand("delete", "compaction would remove records"),
            "retention.ms", new Demand("-1", "records would go with time"),
            "retention.bytes", new Demand("-1", "records would go when there are many"),
            "message.timestamp.type", new Demand("LogAppendTime", "nobody would notice a wrong clock"),
            "unclean.leader.election.enable",
                    new Demand("false", "a leader without them could drop acknowledged records")));

    private TopicDemands() {}

    /** A value and what would happen without it. */
    private record Demand(String value, String otherwise) {}

    /**
     * A topic as it was found.
     *
     * @param settings names as in Kafka's documentation; what is missing there is not met
     * @param copies of each record, in all: the replication factor
     */
    public record Found(String topic, Map<String, String> settings, int copies) {}

    /** The settings that have one right value, by name. */
    public static Map<String, String> exactly() {
        Map<String, String> all = new TreeMap<>();
        EXACTLY.forEach((name, demand) -> all.put(name, demand.value()));
        return all;
    }

    /**
     * Why the topic cannot be built on, if it cannot.
     *
     * @param copies that the operator asks for, at least 1; all but one of them must have a record before it is acknowledged
     */
    public static Optional<String> refusal(Found found, int copies) {
        for (Map.Entry<String, Demand> each : EXACTLY.entrySet()) {
            String value = found.settings().getOrDefault(each.getKey(), "nothing");
            if (!value.equals(each.getValue().value())) {
                return Optional.of("The topic %s needs %s=%s and has %s: %s."
                        .formatted(
                                found.topic(),
                                each.getKey(),
                                each.getValue().value(),
                                value,
                                each.getValue().otherwise()));
            }
        }
        return tooSmall(found).or(() -> tooFewCopies(found, copies));
    }

    private static Optional<String> tooSmall(Found found) {
        long bytes = number(found, LARGEST);
        return bytes >= LARGEST_RECORD
                ? Optional.empty()
                : Optional.of("The topic %s needs %s of at least %d and has %d: large records would be refused."
                        .formatted(found.topic(), LARGEST, LARGEST_RECORD, bytes));
    }

    private static Optional<String> tooFewCopies(Found found, int copies) {
        if (found.copies() < copies) {
            return Optional.of(
                    "The topic %s keeps %d copies of a record and %d are asked for: a broken disk could lose it."
                            .formatted(found.topic(), found.copies(), copies));
        }
        long insync = number(found, INSYNC);
        if (insync < Math.max(1, copies - 1)) {
            return Optional.of("The topic %s needs %s of at least %d and has %d: what is acknowledged could be lost."
                    .formatted(found.topic(), INSYNC, Math.max(1, copies - 1), insync));
        }
        if (found.copies() > 1 && insync >= found.copies()) {
            return Optional.of("The topic %s has %s=%d and as many copies: one broker that rests would stop the ledger."
                    .formatted(found.topic(), INSYNC, insync));
        }
        return Optional.empty();
    }

    private static long number(Found found, String setting) {
        try {
            return Long.parseLong(found.settings().getOrDefault(setting, "0"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
