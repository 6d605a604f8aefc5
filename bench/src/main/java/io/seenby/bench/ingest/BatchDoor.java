package io.seenby.bench.ingest;

import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.bench.http.ClosedLoop;
import io.seenby.bench.http.Outcome;
import io.seenby.local.ServiceProcess;
import java.time.Duration;
import java.util.List;

/** NDJSON batches through access-service. */
record BatchDoor(ServiceProcess service, Load load, Duration length, Duration warmUpLength) implements Contender {
    @Override
    public String name() {
        return "access-service";
    }

    @Override
    public List<String> besideNames() {
        return List.of("CPU us/event", "pushed back", "failed");
    }

    @Override
    public void warmUp() {
        send(warmUpLength);
    }

    @Override
    public Measured measure(int round) {
        var before = ProcessFigures.of(service.pid());
        var outcome = send(length);
        var after = ProcessFigures.of(service.pid());
        return Measured.of(
                outcome.recordedPerSecond(),
                Processor.microsPerEvent(before, after, outcome.recorded()),
                Long.toString(outcome.pushedBack()),
                Long.toString(outcome.failed()));
    }

    private Outcome send(Duration howLong) {
        return ClosedLoop.run(service.port(), load.producers(), howLong, load.batches());
    }
}
