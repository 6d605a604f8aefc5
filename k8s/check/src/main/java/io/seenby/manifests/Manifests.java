package io.seenby.manifests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.manifests.compose.ComposeCheck;
import io.seenby.manifests.render.Yaml;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The program: {@code check} renders and checks every overlay and the compose file, {@code render OVERLAY} prints one. Exit code 0: nothing is
 * wrong; 1: something is, a line each; 64: misused.
 */
public final class Manifests {

    private static final int USAGE = 64;

    private Manifests() {}

    public static void main(String[] arguments) {
        String root = System.getenv().getOrDefault("SEENBY_ROOT", ".");
        System.exit(run(Path.of(root), List.of(arguments), System.out));
    }

    static int run(Path root, List<String> arguments, PrintStream out) {
        try {
            if (arguments.isEmpty() || arguments.equals(List.of("check"))) {
                return check(root, out);
            }
            if (arguments.size() == 2
                    && arguments.get(0).equals("render")
                    && Overlay.NAMES.contains(arguments.get(1))) {
                Overlay.rendered(root, arguments.get(1)).forEach(each -> out.print(Yaml.write(each)));
                return 0;
            }
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return 1;
        }
        out.println("Usage: manifests [check | render " + String.join("|", Overlay.NAMES) + "]");
        return USAGE;
    }

    private static int check(Path root, PrintStream out) {
        int wrong = 0;
        for (String name : Overlay.NAMES) {
            List<ObjectNode> rendered = Overlay.rendered(root, name);
            List<String> broken = Overlay.broken(root, rendered);
            broken.forEach(sentence -> out.println(name + ": " + sentence));
            out.printf("%s: %d resources, %d faults%n", name, rendered.size(), broken.size());
            wrong += broken.size();
        }
        List<String> broken = new ComposeCheck(root).broken();
        broken.forEach(sentence -> out.println("compose: " + sentence));
        out.printf("compose: %d faults%n", broken.size());
        wrong += broken.size();
        return wrong == 0 ? 0 : 1;
    }
}
