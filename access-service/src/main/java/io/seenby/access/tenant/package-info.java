/**
 * Tenants: which are open, in which partition, under which keys. Begin with {@link io.seenby.access.tenant.Tenants};
 * {@link io.seenby.access.tenant.TenantOpening} opens one.
 */
@NullMarked
package io.seenby.access.tenant;

import org.jspecify.annotations.NullMarked;
