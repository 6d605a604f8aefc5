/**
 * What must hold of every overlay, one rule a file; a rule says in sentences what is broken.
 *
 * <p>Begin with {@link io.seenby.manifests.rule.Rules}, which lists them.
 */
@NullMarked
package io.seenby.manifests.rule;

import org.jspecify.annotations.NullMarked;
