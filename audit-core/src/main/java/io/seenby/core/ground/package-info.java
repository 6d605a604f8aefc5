/**
 * What the ledger and its views stand on: the settings of topics and roles without which a law cannot be kept. The services
 * refuse to start on less, the manifests are checked against the same demands.
 *
 * <p>Begin with {@link io.seenby.core.ground.TopicDemands}.
 */
@NullMarked
package io.seenby.core.ground;

import org.jspecify.annotations.NullMarked;
