package io.seenby.endtoend;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the ledger goes. */
final class LedgerEnd {

    private LedgerEnd() {}

    /** Records that the ledger has had, over all its partitions; a number below zero while it does not answer. */
    static long of(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> ends = admin
                    .describeTopics(List.of("access-ledger"))
                    .allTopicNames()
                    .get()
                    .get("access-ledger")
                    .partitions()
                    .stream()
                    .collect(Collectors.toMap(
                            info -> new TopicPartition("access-ledger", info.partition()),
                            info -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException | InterruptedException notYet) {
            return -2;
        }
    }
}
