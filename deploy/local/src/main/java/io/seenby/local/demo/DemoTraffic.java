package io.seenby.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Plays working days to a running stack, one after the other, until it is stopped. */
public final class DemoTraffic {

    /** Who reports in the demo, by tenant. */
    public static final Map<String, String> PUBLISHERS = Map.of(
            House.LAW_FIRM.tenant(), House.LAW_FIRM.publisher(), House.HOSPITAL.tenant(), House.HOSPITAL.publisher());

    private static final int DAY_SECONDS = 180;
    private static final int ROUTINE_PER_SECOND = 10;

    /** Routine within so short a time travels together. */
    private static final Duration BEAT = Duration.ofMillis(250);

    private final Map<House, Door> doors = new HashMap<>();

    private DemoTraffic(Map<String, String> environment) {
        for (House house : List.of(House.LAW_FIRM, House.HOSPITAL)) {
            doors.put(house, Door.of(environment, house));
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        DemoTraffic demo = new DemoTraffic(System.getenv());
        while (true) {
            Instant start = Instant.now();
            demo.play(
                    start,
                    WorkingDay.script(
                            start, new SplittableRandom(start.getEpochSecond()), DAY_SECONDS, ROUTINE_PER_SECOND));
        }
    }

    private void play(Instant start, List<Scene> day) throws InterruptedException {
        int next = 0;
        while (next < day.size()) {
            double now = Duration.between(start, Instant.now()).toMillis() / 1_000.0;
            Map<House, List<Report>> due = new HashMap<>();
            for (; next < day.size() && day.get(next).atSecond() <= now; next++) {
                Scene scene = day.get(next);
                due.computeIfAbsent(scene.house(), any -> new ArrayList<>()).add(scene.report());
                if (!scene.told().isEmpty()) {
                    System.out.println("demo   " + scene.house().tenant() + ": " + scene.told());
                }
            }
            for (Map.Entry<House, List<Report>> batch : due.entrySet()) {
                door(batch.getKey()).send(batch.getValue());
            }
            Thread.sleep(BEAT);
        }
    }

    private Door door(House house) {
        return Objects.requireNonNull(doors.get(house));
    }
}
