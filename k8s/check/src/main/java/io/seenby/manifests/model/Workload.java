package io.seenby.manifests.model;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What runs pods.
 *
 * @param serves stays up and is asked, unlike a Job
 */
public record Workload(Resource resource, PodTemplateSpec template, boolean serves) {

    public PodSpec spec() {
        return template.getSpec();
    }

    public Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    public String namespace() {
        return resource.namespace();
    }

    public String label() {
        return resource.label();
    }

    /** Those that are started first, then the others. */
    public Stream<Container> containers() {
        return Stream.concat(spec().getInitContainers().stream(), spec().getContainers().stream());
    }
}
