package io.seenby.manifests.rule;

import io.seenby.manifests.model.Cluster;
import java.util.List;

/** Something that must hold of what is applied together. */
interface Rule {

    /** A sentence for each place where it does not hold; none if it holds. */
    List<String> broken(Cluster cluster);
}
