package io.seenby.manifests.rule;

import io.seenby.manifests.model.Cluster;
import java.nio.file.Path;
import java.util.List;

/** All rules. */
public final class Rules {

    private final List<Rule> rules;

    /** @param root of the checkout: some rules compare with the services' sources and the rules of Prometheus */
    public Rules(Path root) {
        this.rules = List.of(
                new PinnedImages(),
                new RestrictedPods(),
                new RestrictedNamespaces(),
                new Limits(),
                new Probes(),
                new Endings(),
                new Spread(),
                new References(),
                new NoSecrets(),
                new KnownSettings(KnownNames.in(root)),
                new Network(),
                new Brokers(),
                new Topics(),
                new OneDoor(),
                new Database(),
                new Scaling(),
                new Watching(root.resolve("deploy/prometheus/rules.yml")));
    }

    /** What is broken, each with the name of its rule. */
    public List<String> broken(Cluster cluster) {
        return rules.stream()
                .flatMap(rule ->
                        rule.broken(cluster).stream().map(why -> rule.getClass().getSimpleName() + ": " + why))
                .toList();
    }
}
