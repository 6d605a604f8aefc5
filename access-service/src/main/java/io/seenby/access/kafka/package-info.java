/**
 * Kafka as a door: publishers send reports, sealed to this service, to a topic of their own, and hear of those that were
 * refused on another. Behind it is the same {@link io.seenby.access.intake.Intake} as behind HTTP. Begin with {@link
 * io.seenby.access.kafka.IntakeTopics}.
 */
@NullMarked
package io.seenby.access.kafka;

import org.jspecify.annotations.NullMarked;
