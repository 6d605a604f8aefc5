package io.seenby.access.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.seenby.ground.Ground;
import java.util.List;

/** The program: the service, or with {@code migrate} as its only argument the migration of its tables. */
@QuarkusMain
public final class AccessProgram {

    private static final int USAGE = 64;

    private AccessProgram() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Ground.require(
                    new Foundations(System.getenv()),
                    () -> System.exit(Ground.EXIT_CODE),
                    () -> Quarkus.asyncExit(Ground.EXIT_CODE));
            Quarkus.run();
        } else if (List.of(arguments).equals(List.of("migrate"))) {
            System.exit(Migration.run(System.getenv(), System.out));
        } else {
            System.out.println("Usage: java -jar quarkus-run.jar [migrate]");
            System.exit(USAGE);
        }
    }
}
