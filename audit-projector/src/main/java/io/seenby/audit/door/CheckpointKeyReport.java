package io.seenby.audit.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What access-service is told before a key signs the first checkpoint of a partition's trees.
 *
 * @param key verifier key, named for the tree of the partition's own ledger
 * @param former id of the key before it, under the same name
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CheckpointKeyReport(int partition, String key, Optional<String> former) {}
