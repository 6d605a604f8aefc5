package io.seenby.manifests.rule;

import io.seenby.manifests.model.Cluster;

/** How many copies of a record the services are told to ask for. */
final class Copies {

    static final String VARIABLE = "SEENBY_COPIES";
    private static final int USUAL = 3;

    private Copies() {}

    static int askedForIn(Cluster cluster) {
        return cluster.ofKind("ConfigMap")
                .map(map -> map.tree().path("data").path(VARIABLE))
                .filter(value -> !value.isMissingNode())
                .mapToInt(value -> Integer.parseInt(value.asText()))
                .findFirst()
                .orElse(USUAL);
    }
}
