package io.seenby.local.launch;

import io.seenby.local.CommandFailed;
import io.seenby.local.Options;
import io.seenby.local.ProjectRoot;
import java.util.List;
import java.util.Set;

/** {@code ./dev digest A [B]}: rows and digest of each derived table of a schema, compared with another's. */
public final class DigestCommand {
    private DigestCommand() {}

    /** 0, or 1 if two schemas differ. */
    public static int run(ProjectRoot root, List<String> arguments) {
        var schemas = Options.parse(arguments, Set.of(), Set.of()).words();
        if (schemas.isEmpty() || schemas.size() > 2) {
            throw CommandFailed.misused("Name one schema, or two to compare: ./dev digest views rebuilt.");
        }
        var first = lines(root, schemas.getFirst());
        if (schemas.size() == 1) {
            first.forEach(System.out::println);
            return 0;
        }
        return compared(first, lines(root, schemas.getLast()));
    }

    private static List<String> lines(ProjectRoot root, String schema) {
        return ProjectorCommand.of(root, List.of("digest", "--schema", schema)).lines();
    }

    private static int compared(List<String> first, List<String> second) {
        for (int table = 0; table < first.size(); table++) {
            var same = first.get(table).equals(second.get(table));
            System.out.println(first.get(table) + (same ? "  equal" : "  DIFFERS: " + second.get(table)));
        }
        var equal = first.equals(second);
        System.out.println(equal ? "All derived tables are equal." : "The schemas differ; are both at one position?");
        return equal ? 0 : 1;
    }
}
