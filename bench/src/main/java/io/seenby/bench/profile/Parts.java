package io.seenby.bench.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a service a stack belongs to. A named part has all that happens below its frames; the rest belongs to the
 * package of the innermost frame of ours, so that a digest counts for whoever asked for it.
 */
public final class Parts {
    private static final String OURS = "io.seenby.";

    /** Of frames that are none of ours, what their stacks are called when no frame is. */
    private static final Map<String, String> OTHERS = Map.of(
            "org.apache.kafka.", "(Kafka client)",
            "io.netty.", "(HTTP)",
            "io.vertx.", "(HTTP)",
            "org.postgresql.", "(database client)");

    private final Map<String, String> labels = new LinkedHashMap<>();

    private Parts() {}

    /** Parts by package. */
    public static Parts byPackage() {
        return new Parts();
    }

    /**
     * With one part that is more or less than a package.
     *
     * @param prefixes beginnings of class names
     */
    public Parts with(String label, String... prefixes) {
        for (String prefix : prefixes) {
            labels.put(prefix, label);
        }
        return this;
    }

    /** @param classes of a stack's frames, innermost first */
    String of(List<String> classes) {
        return classes.stream()
                .flatMap(name -> beginning(labels, name).stream())
                .findFirst()
                .or(() -> classes.stream()
                        .filter(name -> name.startsWith(OURS))
                        .map(Parts::packageOf)
                        .findFirst())
                .or(() -> classes.stream()
                        .flatMap(name -> beginning(OTHERS, name).stream())
                        .findFirst())
                .orElse("(other)");
    }

    private static Optional<String> beginning(Map<String, String> labels, String name) {
        return labels.entrySet().stream()
                .filter(label -> name.startsWith(label.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String packageOf(String name) {
        String ours = name.substring(OURS.length());
        // A lambda's class has a dot and a number after the name of the class that it stands in.
        String written = ours.contains("$$") ? ours.substring(0, ours.indexOf("$$")) : ours;
        return written.substring(0, Math.max(0, written.lastIndexOf('.')));
    }
}
