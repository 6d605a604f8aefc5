package io.seenby.local.launch;

import io.seenby.local.CommandFailed;
import io.seenby.local.Options;
import io.seenby.local.ProjectRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ./dev rebuild}: projects the whole ledger once more, into a schema of its own. */
public final class RebuildCommand {
    private RebuildCommand() {}

    /** The projector's exit code. */
    public static int run(ProjectRoot root, List<String> arguments) {
        var options = Options.parse(arguments, Set.of(), Set.of("--schema", "--batch"));
        if (options.value("--schema").filter(schema -> !schema.equals("views")).isEmpty()) {
            throw CommandFailed.misused("Say where to: ./dev rebuild --schema NAME, another one than views.");
        }
        var words = new ArrayList<>(List.of("rebuild"));
        words.addAll(arguments);
        return ProjectorCommand.of(root, words).run();
    }
}
