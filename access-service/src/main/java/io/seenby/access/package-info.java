/**
 * The write side: the one door to the ledger. A report comes in by HTTP, is checked, sealed and appended; “recorded” is
 * said only when Kafka has it on all replicas.
 *
 * <p>Begin with {@link io.seenby.access.intake.Intake}: what becomes of a report. {@code http} and {@code fhir} are the
 * doors in front of it; {@code sealing}, {@code tenant} and {@code ledger} do the work behind it; {@code question}
 * records what auditors ask and opens boxes for them.
 */
@NullMarked
package io.seenby.access;

import org.jspecify.annotations.NullMarked;
