package io.seenby.audit.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that entries have announced for checkpoints, as far as the views have come.
 *
 * @param byPartition public keys in base64, in the order in which they were announced
 */
record Announced(Map<Integer, List<String>> byPartition) {

    /** In any partition, and one more. */
    Set<String> allAnd(String publicKey) {
        return Stream.concat(byPartition.values().stream().flatMap(List::stream), Stream.of(publicKey))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean has(int partition, String publicKey) {
        return byPartition.getOrDefault(partition, List.of()).contains(publicKey);
    }

    /** The key that a partition was told of last. */
    Optional<String> latest(int partition) {
        List<String> keys = byPartition.getOrDefault(partition, List.of());
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1));
    }
}
