package io.seenby.local.launch;

import io.seenby.local.CommandFailed;
import io.seenby.local.Options;
import io.seenby.local.ProjectRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code ./dev rebuild}: projects the whole ledger once more, into a schema of its own; {@code ./dev switch}: serves what
 * stands there; {@code ./dev drop}: drops it.
 */
public final class RebuildCommand {
    private RebuildCommand() {}

    /**
     * The projector's exit code.
     *
     * @param command as the projector calls it: {@code rebuild}, {@code switch} or {@code drop}
     */
    public static int run(ProjectRoot root, String command, List<String> arguments) {
        var options = Options.parse(arguments, Set.of(), Set.of("--schema", "--batch"));
        if (options.value("--schema").filter(schema -> !schema.equals("views")).isEmpty()) {
            throw CommandFailed.misused(
                    "Say which: ./dev %s --schema NAME, another one than views.".formatted(command));
        }
        var words = new ArrayList<>(List.of(command));
        words.addAll(arguments);
        return ProjectorCommand.of(root, words).run();
    }
}
