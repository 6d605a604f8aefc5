package io.seenby.manifests.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that one overlay would apply. */
public record Cluster(List<Resource> resources) {

    /** What was read, and what could not be: a sentence each. */
    public record Reading(Cluster cluster, List<String> refused) {}

    public static Reading read(List<ObjectNode> rendered) {
        List<Resource> resources = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (ObjectNode tree : rendered) {
            try {
                resources.add(new Resource(tree, Strict.read(tree)));
            } catch (IllegalArgumentException wrong) {
                refused.add(new Resource(tree, tree).label() + " " + wrong.getMessage());
            }
        }
        return new Reading(new Cluster(List.copyOf(resources)), List.copyOf(refused));
    }

    /** All of a type, in the order in which they stand. */
    public <T> List<T> all(Class<T> type) {
        return resources.stream()
                .map(Resource::typed)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public Stream<Resource> ofKind(String kind) {
        return resources.stream().filter(resource -> resource.kind().equals(kind));
    }

    public Optional<Resource> find(String kind, String namespace, String name) {
        return ofKind(kind)
                .filter(resource -> resource.namespace().equals(namespace)
                        && resource.name().equals(name))
                .findFirst();
    }

    public List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        for (Resource resource : resources) {
            if (resource.typed() instanceof Deployment deployment) {
                workloads.add(new Workload(resource, deployment.getSpec().getTemplate(), true));
            } else if (resource.typed() instanceof Job job) {
                workloads.add(new Workload(resource, job.getSpec().getTemplate(), false));
            }
        }
        return workloads;
    }

    /** Those in the namespace whose pods a selector of labels selects; an empty one selects all. */
    public List<Workload> selected(String namespace, Map<String, String> labels) {
        return workloads().stream()
                .filter(workload -> workload.namespace().equals(namespace))
                .filter(workload -> workload.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }
}
