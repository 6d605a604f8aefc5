package io.seenby.manifests.rule;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing talks unless it is named, and what is named is what listens: the ports of policies, services and pods agree. */
final class Network implements Rule {

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        List<NetworkPolicy> policies = cluster.all(NetworkPolicy.class);
        cluster.all(Namespace.class).stream()
                .map(namespace -> namespace.getMetadata().getName())
                .filter(name -> policies.stream().noneMatch(policy -> deniesAll(policy, name)))
                .forEach(name -> broken.add("Namespace " + name + " does not deny what is not named."));
        policies.forEach(policy -> selectsSomething(cluster, policy, broken));
        policies.forEach(policy -> portsListen(cluster, policy, broken));
        cluster.all(Service.class).forEach(service -> servesWhatListens(cluster, service, broken));
        cluster.workloads().stream()
                .filter(Workload::serves)
                .forEach(workload -> isReachable(workload, policies, broken));
        return broken;
    }

    private static boolean deniesAll(NetworkPolicy policy, String namespace) {
        return policy.getMetadata().getNamespace().equals(namespace)
                && labels(policy).isEmpty()
                && policy.getSpec().getIngress().isEmpty()
                && policy.getSpec().getEgress().isEmpty()
                && Set.copyOf(policy.getSpec().getPolicyTypes()).equals(Set.of("Ingress", "Egress"));
    }

    private static Map<String, String> labels(NetworkPolicy policy) {
        return Objects.requireNonNullElse(policy.getSpec().getPodSelector().getMatchLabels(), Map.of());
    }

    /** The pods of Strimzi and CloudNativePG carry labels of their operators'. */
    private static boolean isOperated(Map<String, String> labels) {
        return labels.keySet().stream().anyMatch(key -> key.startsWith("strimzi.io/") || key.startsWith("cnpg.io/"));
    }

    private static void selectsSomething(Cluster cluster, NetworkPolicy policy, List<String> broken) {
        if (!isOperated(labels(policy))
                && cluster.selected(policy.getMetadata().getNamespace(), labels(policy))
                        .isEmpty()) {
            broken.add(label(policy) + " selects no pods.");
        }
    }

    private static void portsListen(Cluster cluster, NetworkPolicy policy, List<String> broken) {
        if (isOperated(labels(policy)) || labels(policy).isEmpty()) {
            return;
        }
        Set<Integer> open = cluster.selected(policy.getMetadata().getNamespace(), labels(policy)).stream()
                .flatMap(Workload::containers)
                .flatMap(container -> container.getPorts().stream())
                .map(port -> port.getContainerPort())
                .collect(Collectors.toSet());
        policy.getSpec().getIngress().stream()
                .flatMap(rule -> ports(rule.getPorts().stream().map(port -> port.getPort())))
                .filter(port -> !open.contains(port))
                .forEach(port ->
                        broken.add("%s lets in at port %d, where nothing listens.".formatted(label(policy), port)));
        if (Stream.concat(
                        policy.getSpec().getIngress().stream().map(rule -> rule.getPorts()),
                        policy.getSpec().getEgress().stream().map(rule -> rule.getPorts()))
                .anyMatch(List::isEmpty)) {
            broken.add(label(policy) + " names a peer without a port.");
        }
        policy.getSpec()
                .getEgress()
                .forEach(rule -> rule.getTo().stream()
                        .filter(peer -> peer.getPodSelector() != null)
                        .forEach(peer -> {
                            String namespace = peer.getNamespaceSelector() == null
                                    ? policy.getMetadata().getNamespace()
                                    : peer.getNamespaceSelector()
                                            .getMatchLabels()
                                            .getOrDefault("kubernetes.io/metadata.name", "");
                            Set<Integer> there = listening(
                                    cluster, namespace, peer.getPodSelector().getMatchLabels());
                            ports(rule.getPorts().stream().map(port -> port.getPort()))
                                    .filter(port -> !there.isEmpty() && !there.contains(port))
                                    .forEach(port -> broken.add("%s lets out to port %d, where nothing listens."
                                            .formatted(label(policy), port)));
                        }));
    }

    private static Set<Integer> listening(Cluster cluster, String namespace, Map<String, String> labels) {
        if (labels.containsKey("cnpg.io/cluster")) {
            return Set.of(5432);
        }
        if ("seenby-kafka".equals(labels.get("strimzi.io/name"))) {
            return cluster.all(io.strimzi.api.kafka.model.kafka.Kafka.class).stream()
                    .flatMap(kafka -> kafka.getSpec().getKafka().getListeners().stream())
                    .map(listener -> listener.getPort())
                    .collect(Collectors.toSet());
        }
        return cluster.selected(namespace, labels).stream()
                .flatMap(Workload::containers)
                .flatMap(container -> container.getPorts().stream())
                .map(port -> port.getContainerPort())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Integer> ports(Stream<IntOrString> ports) {
        return ports.map(IntOrString::getIntVal).filter(Objects::nonNull);
    }

    private static void servesWhatListens(Cluster cluster, Service service, List<String> broken) {
        String name = service.getMetadata().getName();
        List<Workload> behind = cluster.selected(
                service.getMetadata().getNamespace(), service.getSpec().getSelector());
        if (behind.isEmpty()) {
            broken.add("Service " + name + " selects no pods.");
        }
        for (ServicePort port : service.getSpec().getPorts()) {
            behind.stream()
                    .filter(workload -> workload.containers()
                            .flatMap(container -> container.getPorts().stream())
                            .noneMatch(open ->
                                    open.getName().equals(port.getTargetPort().getStrVal())
                                            && open.getContainerPort().equals(port.getPort())))
                    .forEach(workload -> broken.add("Service %s sends port %d to what %s does not open."
                            .formatted(name, port.getPort(), workload.label())));
        }
    }

    private static void isReachable(Workload workload, List<NetworkPolicy> policies, List<String> broken) {
        boolean reachable = policies.stream()
                .filter(policy -> policy.getMetadata().getNamespace().equals(workload.namespace()))
                .filter(policy -> !labels(policy).isEmpty()
                        && workload.labels()
                                .entrySet()
                                .containsAll(labels(policy).entrySet()))
                .anyMatch(policy -> !policy.getSpec().getIngress().isEmpty());
        if (!reachable) {
            broken.add(workload.label() + " serves, and no NetworkPolicy lets anybody in.");
        }
    }

    private static String label(NetworkPolicy policy) {
        return "NetworkPolicy " + policy.getMetadata().getNamespace() + "/"
                + policy.getMetadata().getName();
    }
}
