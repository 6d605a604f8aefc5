package io.seenby.local.demo;

import io.seenby.local.demo.Report.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The script: who is whose, a stream of routine work that relationships explain, and the accidents. A day is a few
 * minutes long and starts anew with another cast; the same seed and start give the same day.
 */
final class WorkingDay {

    private final Instant start;
    private final String day;
    private final RandomGenerator random;
    private final List<Scene> scenes = new ArrayList<>();
    private int count;

    private WorkingDay(Instant start, RandomGenerator random) {
        this.start = start;
        this.day = Long.toString(start.getEpochSecond(), 36);
        this.random = random;
    }

    /**
     * The scenes in order of time.
     *
     * @param start when the curtain rises; part of every event id, so no two days collide
     * @param seconds how long the day is, at least 60
     * @param routinePerSecond routine accesses of both houses together
     */
    static List<Scene> script(Instant start, RandomGenerator random, int seconds, int routinePerSecond) {
        WorkingDay day = new WorkingDay(start, random);
        for (House house : List.of(House.LAW_FIRM, House.HOSPITAL)) {
            day.everybodyIsIntroduced(house);
        }
        day.routine(seconds, routinePerSecond);
        new Accidents(day, random).all();
        day.scenes.sort(Comparator.comparingDouble(Scene::atSecond));
        return List.copyOf(day.scenes);
    }

    private void everybodyIsIntroduced(House house) {
        for (int client = 0; client < House.CLIENTS; client++) {
            play(
                    0,
                    house,
                    "",
                    fact("client-registered", 0)
                            .about(house, List.of(client))
                            .with("kind", "person")
                            .with("tokens", Map.of("surname", "surname-%02d".formatted(client % 40))));
        }
        play(
                0,
                house,
                "",
                fact("client-traits-changed", 0).about(house, List.of(0)).with("traits", List.of("vip")));
        for (int actor = 0; actor < House.ACTORS; actor++) {
            play(
                    0,
                    house,
                    "",
                    standing(house.actor(actor), 0).with("teams", List.of(house.teamName(actor % House.TEAMS))));
        }
        for (int team = 0; team < House.TEAMS; team++) {
            play(
                    0,
                    house,
                    "",
                    fact("relationship-established", 0)
                            .about(house, house.clientsOf(team))
                            .with("relationship", "%s-%d".formatted(house.relationship(), team))
                            .with("kind", house.relationship())
                            .with(
                                    "members",
                                    house.team(team).stream().map(Person::json).toList()));
        }
    }

    private void routine(int seconds, int perSecond) {
        for (int i = 0; i < seconds * perSecond; i++) {
            House house = random.nextBoolean() ? House.LAW_FIRM : House.HOSPITAL;
            int team = random.nextInt(House.TEAMS);
            Person actor = pick(house.team(team));
            int client = pick(house.clientsOf(team));
            double at = 1 + i / (double) perSecond;
            play(at, house, "", work(house, actor, client, at));
        }
    }

    private Report work(House house, Person actor, int client, double at) {
        return switch (random.nextInt(10)) {
            case 0 ->
                at("clients-searched", at)
                        .by(actor)
                        .about(house, List.of(client))
                        .with("purpose", house.purpose())
                        .with("query", house.clientName(client))
                        .with("fields", List.of("name"))
                        .with("terms", List.of(house.clientName(client)));
            case 1 -> seen("record-printed", house, actor, client, at).with("purpose", house.purpose());
            default -> read(house, actor, client, at).with("purpose", house.purpose());
        };
    }

    Report read(House house, Person actor, int client, double at) {
        return seen("record-read", house, actor, client, at);
    }

    private Report seen(String type, House house, Person actor, int client, double at) {
        String recordType = pick(house.recordTypes());
        return at(type, at)
                .by(actor)
                .about(house, List.of(client))
                .record(recordType, "%s-%d".formatted(recordType, client * 10 + random.nextInt(10)))
                .with("session", "session-" + actor.id())
                .with("assurance", "aal2");
    }

    /** A report of something that happens {@code second} seconds into the day. */
    Report at(String type, double second) {
        return Report.of(type, "%s-%05d".formatted(day, count++), moment(second));
    }

    Report fact(String type, double second) {
        return at(type, second);
    }

    /** How somebody stands from {@code second} on: all of it, so who says no team is in none. */
    Report standing(Person subject, double second) {
        return fact("actor-changed", second).with("subject", subject.json());
    }

    Instant moment(double second) {
        return start.plus(Duration.ofMillis(Math.round(second * 1_000)));
    }

    void play(double second, House house, String told, Report report) {
        scenes.add(new Scene(second, house, told, report));
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
