/**
 * Renders the manifests of {@code k8s/} and checks them before a cluster sees them: fields that do not exist, pods that
 * may do too much, references that lead nowhere, settings that the services do not know, topics that break a law.
 *
 * <p>Begin with {@link io.seenby.manifests.Manifests}, then {@link io.seenby.manifests.rule.Rules}.
 */
@NullMarked
package io.seenby.manifests;

import org.jspecify.annotations.NullMarked;
