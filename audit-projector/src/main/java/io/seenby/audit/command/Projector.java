package io.seenby.audit.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program: the service, or with a command as its first argument one of the {@link Commands} on its tables. */
@QuarkusMain
public final class Projector {

    private Projector() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
        } else {
            System.exit(Commands.run(arguments, System.getenv(), System.out));
        }
    }
}
