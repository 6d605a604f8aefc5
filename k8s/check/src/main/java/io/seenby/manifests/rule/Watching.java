package io.seenby.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.render.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules are those of deploy/prometheus, and each job that they ask for is scraped at a port that is there. */
final class Watching implements Rule {

    private static final Set<String> JOBS = Set.of("access-service", "audit-projector");

    private final Path rules;

    Watching(Path rules) {
        this.rules = rules;
    }

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        JsonNode here = Yaml.documents(rules).get(0).path("groups");
        if (cluster.ofKind("PrometheusRule")
                .noneMatch(rule -> rule.tree().path("spec").path("groups").equals(here))) {
            broken.add("The PrometheusRule is not what deploy/prometheus/rules.yml says.");
        }
        Set<String> scraped = new TreeSet<>();
        for (ServiceMonitor monitor : cluster.all(ServiceMonitor.class)) {
            String namespace = monitor.getMetadata().getNamespace();
            List<Service> services = cluster.all(Service.class).stream()
                    .filter(service -> service.getMetadata().getNamespace().equals(namespace))
                    .filter(service -> service.getMetadata()
                            .getLabels()
                            .entrySet()
                            .containsAll(monitor.getSpec()
                                    .getSelector()
                                    .getMatchLabels()
                                    .entrySet()))
                    .toList();
            services.stream()
                    .filter(service -> monitor.getSpec().getEndpoints().stream()
                            .allMatch(endpoint -> "/q/metrics".equals(endpoint.getPath())
                                    && service.getSpec().getPorts().stream()
                                            .anyMatch(port -> port.getName().equals(endpoint.getPort()))))
                    .forEach(service -> scraped.add(service.getMetadata().getName()));
        }
        JOBS.stream()
                .filter(job -> !scraped.contains(job))
                .sorted()
                .forEach(job -> broken.add("Nobody scrapes the metrics of " + job + "."));
        return broken;
    }
}
