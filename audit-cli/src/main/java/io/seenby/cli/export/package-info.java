/**
 * Where an auditor reads the ledger from: the topics themselves, or one file that was written from them earlier.
 *
 * <p>Begin with {@link io.seenby.cli.export.LedgerSource}. {@link io.seenby.cli.export.KafkaLedger} reads the topics and
 * changes nothing there, not even a group's offsets; {@link io.seenby.cli.export.ExportFile} reads what
 * {@link io.seenby.cli.export.ExportWriter} wrote, whose comment is the format. Nothing here is believed: what is true is
 * for {@link io.seenby.cli.verify} to find out.
 */
@NullMarked
package io.seenby.cli.export;

import org.jspecify.annotations.NullMarked;
