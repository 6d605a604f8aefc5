/**
 * PostgreSQL as the pipeline sees it: one transaction per batch, few round trips, binary COPY.
 *
 * <p>Begin with {@link io.seenby.audit.postgres.ViewsTransaction}. What is stored stands in {@code
 * db/views/V1__audit_views.sql}; {@link io.seenby.audit.postgres.Migrations} brings it into a schema.
 */
@NullMarked
package io.seenby.audit.postgres;

import org.jspecify.annotations.NullMarked;
