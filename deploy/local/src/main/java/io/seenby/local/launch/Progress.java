package io.seenby.local.launch;

import io.seenby.local.LocalStack.PartStarted;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a person sees while the stack starts. */
final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void ready(PartStarted started) {
        out.printf(
                Locale.ROOT,
                "%-16s ready in %4.1f s   127.0.0.1:%d%n",
                started.part().name(),
                seconds(started.took()),
                started.part().port());
    }

    void summary(StackFile file) {
        out.printf(
                Locale.ROOT,
                """

                SeenBy is up after %1$.1f s.

                  publish      %2$s/v1/events            %2$s/q/swagger-ui
                  ask          %3$s/v1/trail             %3$s/q/swagger-ui
                  metrics      %2$s/q/metrics            %3$s/q/metrics
                  identity     %4$s
                  witness      %7$s
                  Kafka        127.0.0.1:%5$d
                  PostgreSQL   127.0.0.1:%6$d (./dev env prints the JDBC URL)

                Try next, in another terminal:
                  eval "$(./dev env)"
                  curl -H "Authorization: Bearer $(./dev token auditor --tenant st-brigid)" "$SEENBY_AUDIT_URL/v1/trail"
                  ./dev help

                """,
                seconds(Duration.ofNanos(System.nanoTime() - begin)),
                file.accessUrl(),
                file.auditUrl(),
                file.issuerUrl(),
                file.ports().kafka(),
                file.ports().postgres(),
                file.witnessUrl());
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
