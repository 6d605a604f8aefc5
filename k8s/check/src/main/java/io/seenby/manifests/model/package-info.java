/**
 * What was rendered, as the types of those who will read it: Kubernetes and Prometheus by fabric8, Kafka by Strimzi, and our
 * own records for the few fields that we use of CloudNativePG, KEDA and External Secrets. A field that a type does not know is
 * refused.
 *
 * <p>Begin with {@link io.seenby.manifests.model.Cluster}.
 */
@NullMarked
package io.seenby.manifests.model;

import org.jspecify.annotations.NullMarked;
