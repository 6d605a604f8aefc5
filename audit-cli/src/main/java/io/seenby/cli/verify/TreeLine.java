package io.seenby.cli.verify;

import io.seenby.core.ledger.Hash;
import java.time.Instant;
import java.util.Optional;

/**
 * One tree in the report.
 *
 * @param newest size of its largest checkpoint on the topic
 * @param newestIsCosigned by a witness that was named
 * @param cosignedAt latest of all its cosignatures
 * @param covered largest size at which the log has the root that was signed
 * @param witnessed the same, and a witness has cosigned it
 */
record TreeLine(
        String origin,
        long size,
        Hash root,
        Optional<Long> newest,
        boolean newestIsCosigned,
        Optional<Instant> cosignedAt,
        long covered,
        long witnessed) {}
