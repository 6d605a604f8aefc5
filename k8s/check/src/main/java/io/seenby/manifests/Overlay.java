package io.seenby.manifests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.render.Renderer;
import io.seenby.manifests.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one of the overlays would apply. The witness' first start is checked together with it: it stands on the same things. */
final class Overlay {

    static final List<String> NAMES = List.of("dev", "prod");

    private Overlay() {}

    static List<ObjectNode> rendered(Path root, String name) {
        return Renderer.render(root.resolve("k8s/overlays").resolve(name));
    }

    /** What is wrong with it, a sentence each. */
    static List<String> broken(Path root, List<ObjectNode> rendered) {
        List<ObjectNode> all = new ArrayList<>(rendered);
        all.addAll(Renderer.render(root.resolve("k8s/witness-init")));
        Cluster.Reading reading = Cluster.read(all);
        List<String> broken = new ArrayList<>(reading.refused());
        broken.addAll(new Rules(root).broken(reading.cluster()));
        return broken;
    }
}
