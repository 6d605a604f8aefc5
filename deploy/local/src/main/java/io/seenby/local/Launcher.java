package io.seenby.local;

import io.seenby.local.launch.DemoCommand;
import io.seenby.local.launch.DigestCommand;
import io.seenby.local.launch.DownCommand;
import io.seenby.local.launch.EnvCommand;
import io.seenby.local.launch.RebuildCommand;
import io.seenby.local.launch.StatusCommand;
import io.seenby.local.launch.TokenCommand;
import io.seenby.local.launch.UpCommand;
import io.seenby.local.publish.PublishCommand;
import java.util.Arrays;
import java.util.List;

/** The Java half of {@code ./dev}: {@code Launcher COMMAND [ARGUMENTS]}. The script finds Java and builds. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return said(CommandFailed.misused("Say what to do: ./dev help lists the commands."));
        }
        try {
            var root = ProjectRoot.find();
            var rest = arguments.subList(1, arguments.size());
            return switch (arguments.getFirst()) {
                case "up" -> UpCommand.run(root, rest);
                case "down" -> DownCommand.run(root);
                case "status" -> StatusCommand.run(root);
                case "env" -> EnvCommand.run(root);
                case "token" -> TokenCommand.run(root, rest);
                case "publish" -> PublishCommand.run(root, rest);
                case "demo" -> DemoCommand.run(root, rest);
                case "rebuild", "switch", "drop" -> RebuildCommand.run(root, arguments.getFirst(), rest);
                case "digest" -> DigestCommand.run(root, rest);
                default -> said(CommandFailed.misused("There is no command " + arguments.getFirst() + "."));
            };
        } catch (CommandFailed refused) {
            return said(refused);
        } catch (StartFailed failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private static int said(CommandFailed refused) {
        System.err.println(refused.getMessage());
        return refused.exitCode();
    }
}
