/**
 * How fast audit-projector turns the ledger into views, against PostgreSQL loading one of those tables as fast as it
 * can. Begin with {@link io.seenby.bench.projection.Projection}.
 */
@NullMarked
package io.seenby.bench.projection;

import org.jspecify.annotations.NullMarked;
