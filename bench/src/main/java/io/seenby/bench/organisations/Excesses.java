package io.seenby.bench.organisations;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What is wrong because there is so much of it: each play is one episode, whatever its reports are by themselves. */
final class Excesses {
    /** So long the roster of a volume play holds. */
    private static final Duration SHIFT = Duration.ofHours(4);

    private final Stage stage;
    private int number;

    Excesses(Stage stage) {
        this.stage = stage;
    }

    List<Runnable> plays() {
        return List.of(this::volume, this::bulk, this::denials, this::probing, this::lists);
    }

    /** Many times as many clients as ever, all of whom the roster of these hours says they may see. */
    private void volume() {
        int actor = ofManyPeers();
        Instant begin = late(actor);
        String episode = next("volume");
        Instant at = begin;
        for (int client : strangers(actor, 75)) {
            Instant look = at = at.plusSeconds(20 + stage.random().nextInt(100));
            String tie = episode + "-" + client;
            stage.diary()
                    .fact(
                            begin,
                            () -> stage.facts()
                                    .tie(begin, tie, begin, List.of(actor), client)
                                    .put("until", begin.plus(SHIFT).toString()));
            stage.part(
                    look,
                    actor,
                    client,
                    "unusual-volume",
                    true,
                    episode,
                    () -> stage.reports().read(look, actor, client, 1));
        }
    }

    /** The whole file room, of a client of one's own. */
    private void bulk() {
        int actor = stage.casting().anybody();
        int client = stage.ownClient(actor);
        int records = 150 + stage.random().nextInt(400);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(at, actor, client, "bulk-export", true, () -> stage.reports().exportMany(at, actor, client, records));
    }

    /** One closed door after the other. */
    private void denials() {
        int actor = stage.casting().anybody();
        String episode = next("denials");
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        for (int client : strangers(actor, 12 + stage.random().nextInt(6))) {
            Instant attempt = at = at.plusSeconds(5 + stage.random().nextInt(60));
            stage.part(
                    attempt,
                    actor,
                    client,
                    "denial-burst",
                    true,
                    episode,
                    () -> stage.reports().denied(attempt, actor, client, 1));
        }
    }

    /** Whether this one or that one is a client here; or one name again and again, in turns. */
    private void probing() {
        int actor = stage.casting().anybody();
        boolean one = number % 2 == 1;
        String episode = next("probing");
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        for (int client : strangers(actor, one ? 7 : 13)) {
            Instant search = at = at.plusSeconds(5 + stage.random().nextInt(90));
            List<String> terms = List.of(one ? "surname-" + episode : "surname-%s-%d".formatted(episode, client));
            stage.part(
                    search,
                    actor,
                    client,
                    "name-probing",
                    true,
                    episode,
                    () -> stage.reports().searchFor(search, actor, terms, List.of(client)));
        }
    }

    /** Long lists of other departments' clients. */
    private void lists() {
        int actor = stage.casting().anybody();
        String episode = next("lists");
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        for (int i = 0; i < 4; i++) {
            Instant search = at = at.plusSeconds(60 + stage.random().nextInt(600));
            List<Integer> listed = List.copyOf(strangers(actor, 12));
            String term = episode + "-" + i;
            stage.part(
                    search,
                    actor,
                    listed.get(0),
                    "search-exposure",
                    true,
                    episode,
                    () -> stage.reports().searchFor(search, actor, List.of(term), listed));
        }
    }

    private Set<Integer> strangers(int actor, int many) {
        Set<Integer> clients = new LinkedHashSet<>();
        while (clients.size() < many) {
            clients.add(stage.stranger(actor));
        }
        return clients;
    }

    /** Somebody of whose role there are several in each team. */
    private int ofManyPeers() {
        while (true) {
            int actor = stage.casting().anybody();
            long same = IntStream.range(0, House.TEAM)
                    .filter(place -> stage.house()
                            .kind()
                            .role(place)
                            .equals(stage.house().kind().role(House.place(actor))))
                    .count();
            if (same > 1) {
                return actor;
            }
        }
    }

    /** At work, when there are days enough to compare with, if there are at all. */
    private Instant late(int actor) {
        Instant from = stage.volume()
                .start()
                .plus(Duration.ofDays(Math.min(5, stage.volume().days() - 1)));
        while (true) {
            Instant at = stage.atWork(actor, Duration.ofHours(4));
            if (!at.isBefore(from)) {
                return at;
            }
        }
    }

    private String next(String what) {
        return "%s-%05d".formatted(what, number++);
    }
}
