package io.seenby.audit.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.seenby.ground.Ground;

/** The program: the service, or with a command as its first argument one of the {@link Commands} on its tables. */
@QuarkusMain
public final class Projector {

    private Projector() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Ground.require(
                    new Foundations(Options.of(new String[] {""}, System.getenv())),
                    () -> System.exit(Ground.EXIT_CODE),
                    () -> Quarkus.asyncExit(Ground.EXIT_CODE));
            Quarkus.run();
        } else {
            System.exit(Commands.run(arguments, System.getenv(), System.out));
        }
    }
}
