/**
 * The checks of {@code deploy/compose/}: the Compose Specification's own schema, and that its settings are those of the
 * other places where SeenBy runs.
 *
 * <p>Begin with {@link io.seenby.manifests.compose.ComposeCheck}. The schema is the Compose Specification's, under the Apache
 * Licence 2.0; only its old {@code id}s were taken out.
 */
@NullMarked
package io.seenby.manifests.compose;

import org.jspecify.annotations.NullMarked;
