/**
 * From ledger records to views: verify, decode, deduplicate, judge, save.
 *
 * <p>Begin with {@link io.seenby.audit.pipeline.ProjectionPipeline}: one batch of one partition in one transaction. It
 * is the only path, for live traffic and for a rebuild alike, and a function of the records alone: no clock, no
 * randomness, no look at another partition. {@link io.seenby.audit.pipeline.PatientProjection} decides what happens
 * when the database refuses.
 */
@NullMarked
package io.seenby.audit.pipeline;

import org.jspecify.annotations.NullMarked;
