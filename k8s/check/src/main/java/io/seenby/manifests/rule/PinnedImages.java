package io.seenby.manifests.rule;

import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Postgres;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What runs tomorrow is what was tested today: a version or a digest, no moving tag. */
final class PinnedImages implements Rule {

    private static final Pattern PINNED = Pattern.compile(".+(:v?\\d[\\w.-]*|@sha256:[0-9a-f]{64})");

    @Override
    public List<String> broken(Cluster cluster) {
        Stream<String> ours = cluster.workloads().stream()
                .flatMap(workload -> workload.containers()
                        .filter(container -> container.getImage() == null
                                || !PINNED.matcher(container.getImage()).matches())
                        .map(container ->
                                workload.label() + " runs " + container.getImage() + ", which is no version."));
        Stream<String> theirs = cluster.all(Postgres.Cluster.class).stream()
                .map(each -> each.spec().imageName())
                .filter(image -> !PINNED.matcher(image).matches())
                .map(image -> "PostgreSQL runs " + image + ", which is no version.");
        return Stream.concat(ours, theirs).toList();
    }
}
