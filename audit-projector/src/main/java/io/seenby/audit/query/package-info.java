/**
 * Questions to the audit views, and the law that each is in the ledger before its answer leaves.
 *
 * <p>Begin with {@link io.seenby.audit.query.Questions}, which is that law. {@link io.seenby.audit.query.TenantSession}
 * is the only way to the database; each question is a resource with its SQL beside it, {@link
 * io.seenby.audit.query.TrailResource} first. Paging is by keyset ({@link io.seenby.audit.query.Cursor}), never OFFSET.
 */
@NullMarked
package io.seenby.audit.query;

import org.jspecify.annotations.NullMarked;
