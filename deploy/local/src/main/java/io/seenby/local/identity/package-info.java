/**
 * The identity server's own process. Only it needs the OpenID Connect library, so nothing outside this package may
 * refer to it. Begin with {@link io.seenby.local.identity.IdentityMain}.
 */
@NullMarked
package io.seenby.local.identity;

import org.jspecify.annotations.NullMarked;
