/**
 * The part of Kustomize that our overlays use, so that nothing needs to be installed: {@code resources}, {@code patches}
 * and {@code images}. Where {@code kubectl} is installed, a test compares the two.
 *
 * <p>Begin with {@link io.seenby.manifests.render.Renderer}.
 */
@NullMarked
package io.seenby.manifests.render;

import org.jspecify.annotations.NullMarked;
