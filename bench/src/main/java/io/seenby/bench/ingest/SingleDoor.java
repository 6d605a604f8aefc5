package io.seenby.bench.ingest;

import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.bench.figures.Stats;
import io.seenby.bench.http.ClosedLoop;
import io.seenby.bench.http.Outcome;
import java.time.Duration;
import java.util.List;

/** One event a request, to access-service or to the bare server: the same client, the same bytes. */
record SingleDoor(String name, Load.Target target, long pid, int connections, Duration length, Duration warmUpLength)
        implements Contender {
    @Override
    public List<String> besideNames() {
        return List.of("CPU us/event", "p50 ms", "p99 ms", "not ok");
    }

    @Override
    public void warmUp() {
        send(warmUpLength);
    }

    @Override
    public Measured measure(int round) {
        var before = ProcessFigures.of(pid);
        var outcome = send(length);
        var after = ProcessFigures.of(pid);
        return Measured.of(
                outcome.recordedPerSecond(),
                Processor.microsPerEvent(before, after, outcome.recorded()),
                millis(50, outcome),
                millis(99, outcome),
                Long.toString(outcome.pushedBack() + outcome.failed()));
    }

    private static String millis(double percent, Outcome outcome) {
        return "%.2f".formatted(Stats.percentile(percent, outcome.latencies()) / 1e6);
    }

    private Outcome send(Duration howLong) {
        return ClosedLoop.run(target.port(), connections, howLong, target.source());
    }
}
