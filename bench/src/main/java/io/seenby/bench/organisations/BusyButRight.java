package io.seenby.bench.organisations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What is right and looks like too much, like the wrong hour, or like the wrong way out. */
final class BusyButRight {
    private final Stage stage;
    private int number;

    BusyButRight(Stage stage) {
        this.stage = stage;
    }

    /** A clinic day: three quarters of a day's accesses more, of another team's clients, as the roster says. */
    void clinic() {
        int actor = stage.casting().once();
        int own = House.teamOf(actor);
        int other = stage.neighbour(own);
        Instant begin = stage.atWork(actor, Duration.ofHours(3));
        stage.diary().fact(begin, () -> stage.facts().changed(begin, actor, List.of(own, other)));
        for (int i = stage.house().kind().pace().accessesADay() * 3 / 4; i > 0; i--) {
            Instant at = stage.between(begin.plusSeconds(60), begin.plusSeconds(9_000));
            stage.look(at, actor, stage.teamClient(other), "clinic-day", false);
        }
        stage.diary()
                .fact(
                        begin.plusSeconds(9_060),
                        () -> stage.facts().changed(begin.plusSeconds(9_060), actor, List.of(own)));
    }

    /** The client wants all of it. */
    void copyForTheClient() {
        int actor = stage.casting().anybody();
        int client = stage.ownClient(actor);
        int records = 30 + stage.random().nextInt(20);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(
                at,
                actor,
                client,
                "copy-for-the-client",
                false,
                () -> stage.reports().exportMany(at, actor, client, records));
    }

    /** A session that has lost its rights. */
    void lockedOut() {
        int actor = stage.casting().anybody();
        int client = stage.ownClient(actor);
        Instant begin = stage.atWork(actor, Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            Instant at = begin.plusSeconds(10L * i);
            stage.act(
                    at,
                    actor,
                    client,
                    "locked-out",
                    false,
                    () -> stage.reports().denied(at, actor, client, 1));
        }
    }

    /** A name, and the record of whom it is; twelve times. */
    void atTheDesk() {
        int actor = stage.casting().anybody();
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        for (int i = 0; i < 12; i++) {
            int client = stage.ownClient(actor);
            Instant search = at = at.plusSeconds(90);
            String term = "caller-%05d-%d".formatted(number++, client);
            stage.act(
                    search,
                    actor,
                    client,
                    "at-the-desk",
                    false,
                    () -> stage.reports().searchFor(search, actor, List.of(term), List.of(client)));
            stage.act(
                    search.plusSeconds(20),
                    actor,
                    client,
                    "at-the-desk",
                    false,
                    () -> stage.reports().read(search.plusSeconds(20), actor, client, 1));
        }
    }

    /** Everybody of one's own team, whoever of it is tied to whom. */
    void ownList() {
        int actor = stage.casting().anybody();
        int team = House.teamOf(actor);
        List<Integer> listed = IntStream.range(0, House.STRANGERS)
                .mapToObj(index -> House.client(team, index))
                .toList();
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(
                at,
                actor,
                listed.get(0),
                "own-list",
                false,
                () -> stage.reports().searchFor(at, actor, List.of(Reports.teamId(team)), listed));
    }

    /** Nothing for two months, and then one's own clients. */
    void backFromLeave() {
        int actor = stage.casting().once();
        int client = stage.ownClient(actor);
        Instant at = stage.atWork(actor, Duration.ofHours(2));
        Openings.longAgo(stage, actor);
        stage.looks(3, at, actor, client, "back-from-leave", false);
    }

    void calledAtNight() {
        int actor = Openings.ofTheDay(stage);
        int client = stage.ownClient(actor);
        Instant at = Openings.night(stage);
        stage.act(
                at,
                actor,
                client,
                "called-at-night",
                false,
                () -> stage.reports().readSensitive(at, actor, client));
    }

    /** An ordinary record. */
    void byPassword() {
        int actor = stage.casting().anybody();
        int client = stage.ownClient(actor);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(
                at,
                actor,
                client,
                "by-password",
                false,
                () -> stage.reports().readByPassword(at, actor, client, false));
    }

    /** The client agreed to it before. */
    void pressWithConsent() {
        int actor = stage.casting().anybody();
        int client = House.client(House.teamOf(actor), 8);
        String consent = "press-%05d".formatted(number++);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        Instant granted = stage.between(stage.volume().start(), at);
        stage.diary().fact(granted, () -> Facts.consent(granted, client, consent));
        stage.act(
                at,
                actor,
                client,
                "press-with-consent",
                false,
                () -> stage.reports()
                        .discloseByConsent(at, actor, client, consent)
                        .put("channel", "media"));
    }

    void mailSecured() {
        int actor = stage.casting().anybody();
        int client = Openings.withoutConsent(stage, actor);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(
                at, actor, client, "mail-secured", false, () -> stage.reports().mailSensitive(at, actor, client, true));
    }
}
