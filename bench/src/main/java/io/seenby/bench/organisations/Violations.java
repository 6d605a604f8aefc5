package io.seenby.bench.organisations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is planted as wrong: rounds of plays, one of each kind, until enough accesses are. */
final class Violations {
    private final Stage stage;
    private final House house;
    private int round;

    private Violations(Stage stage) {
        this.stage = stage;
        this.house = stage.house();
    }

    /** Plants until {@code atLeast} accesses are, one round in any case. */
    static void plant(Stage stage, long atLeast) {
        var violations = new Violations(stage);
        List<Runnable> plays = new ArrayList<>(List.of(
                violations::snooping,
                violations::loneLook,
                violations::own,
                violations::relative,
                violations::departed,
                violations::departedAsIsToldLater,
                violations::wall,
                violations::celebrity,
                violations::colleague,
                violations::neighbour,
                violations::dead,
                violations::printOfSensitive,
                violations::lowAndSlow,
                violations::noBasis,
                violations::afterRevocation));
        plays.addAll(new Excesses(stage).plays());
        plays.addAll(new Openings(stage).plays());
        for (int next = 0; next < plays.size() || stage.diary().violations() < atLeast; next++) {
            violations.round = next / plays.size();
            plays.get(next % plays.size()).run();
        }
    }

    /** Three to six clients within the hour. */
    private void snooping() {
        int actor = stage.casting().anybody();
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        for (int i = 3 + stage.random().nextInt(4); i > 0; i--) {
            at = at.plusSeconds(30 + stage.random().nextInt(400));
            stage.look(at, actor, stage.stranger(actor), "no-relationship", true);
        }
    }

    /** One client, once. */
    private void loneLook() {
        int actor = stage.casting().anybody();
        once(actor, stage.stranger(actor), "lone-look");
    }

    private void own() {
        int actor = House.leaderOf(stage.random().nextInt(house.teams()));
        int own = house.own(actor);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        switch (round % 4) {
            case 0 ->
                stage.act(
                        at,
                        actor,
                        own,
                        "self-access",
                        true,
                        () -> stage.reports().readSensitive(at, actor, own));
            case 1 ->
                stage.act(
                        at,
                        actor,
                        own,
                        "self-access",
                        true,
                        () -> stage.reports().print(at, actor, own, 1));
            case 2 ->
                stage.act(
                        at,
                        actor,
                        own,
                        "self-access",
                        true,
                        () -> stage.reports().export(at, actor, own, 1));
            default ->
                stage.act(
                        at,
                        actor,
                        own,
                        "self-access-plain",
                        true,
                        () -> stage.reports().read(at, actor, own, 1));
        }
    }

    /** Of the household, of the same surname and street, of the same surname only, in turns. */
    private void relative() {
        int actor = stage.casting().anybody();
        while (House.Kinship.of(actor).ordinal() != round % 3) {
            actor = stage.casting().anybody();
        }
        String kind = House.Kinship.of(actor) == House.Kinship.SURNAME ? "surname-alone" : "family-or-household";
        int times = 1 + stage.random().nextInt(2);
        stage.looks(times, stage.atWork(actor, Duration.ofHours(2)), actor, house.relative(actor), kind, true);
    }

    private void departed() {
        departed(false);
    }

    /** The departure is entered when they have looked already. */
    private void departedAsIsToldLater() {
        departed(true);
    }

    private void departed(boolean late) {
        int actor = stage.casting().once();
        Instant start = stage.volume().start();
        Instant left = stage.between(start, stage.volume().end().minus(Duration.ofHours(8)));
        stage.casting().leaves(actor, left);
        Instant last = stage.looks(
                1 + stage.random().nextInt(2),
                left.plusSeconds(600),
                actor,
                stage.ownClient(actor),
                late ? "departure-told-late" : "after-departure",
                true);
        stage.diary()
                .fact(
                        late ? stage.atLatest(last.plusSeconds(36_000)) : left,
                        () -> stage.facts().left(left, actor));
    }

    /** Around a client of one's own, or around another's with one's whole team behind it. */
    private void wall() {
        int actor = stage.casting().anybody();
        boolean whole = round % 2 == 1;
        int client = whole ? stage.stranger(actor) : stage.ownClient(actor);
        String name = "wall-%05d".formatted(round);
        Instant crossing = stage.atWork(actor, Duration.ofHours(2));
        Instant raised = stage.between(stage.volume().start(), crossing);
        stage.casting().keepAway(actor, client);
        stage.diary()
                .fact(
                        raised,
                        () -> stage.facts()
                                .wall(
                                        raised,
                                        name,
                                        client,
                                        whole ? List.of() : List.of(actor),
                                        whole ? List.of(House.teamOf(actor)) : List.of()));
        stage.looks(1 + stage.random().nextInt(2), crossing, actor, client, "wall-crossed", true);
    }

    private void celebrity() {
        int actor = stage.casting().anybody();
        once(actor, stage.celebrity(actor), "vip-without-relationship");
    }

    private void colleague() {
        int actor = stage.casting().anybody();
        once(actor, stage.colleague(actor), "co-worker");
    }

    private void neighbour() {
        int actor = stage.casting().anybody();
        while (!House.hasNeighbour(actor)) {
            actor = stage.casting().anybody();
        }
        once(actor, house.neighbour(actor), "neighbour");
    }

    private void dead() {
        int actor = stage.casting().anybody();
        once(actor, stage.dead(actor), "deceased-client");
    }

    private void printOfSensitive() {
        int actor = stage.casting().anybody();
        int client = stage.stranger(actor);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(
                at,
                actor,
                client,
                "suspicious-look",
                true,
                () -> stage.reports().printSensitive(at, actor, client));
    }

    /** Another client each time, five times in all the days there are. */
    private void lowAndSlow() {
        int actor = stage.casting().anybody();
        for (int i = 0; i < 5; i++) {
            once(actor, stage.stranger(actor), "serial-low-and-slow");
        }
    }

    private void once(int actor, int client, String kind) {
        stage.look(stage.atWork(actor, Duration.ofHours(1)), actor, client, kind, true);
    }

    private void noBasis() {
        int actor = stage.casting().anybody();
        int client = House.client(House.teamOf(actor), 3 + 10 * stage.random().nextInt(2));
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        boolean bare = round % 2 == 0;
        stage.act(
                at,
                actor,
                client,
                "disclosure-without-basis",
                true,
                () -> bare
                        ? stage.reports().discloseBarely(at, actor, client)
                        : stage.reports().discloseAsIfAgreed(at, actor, client));
    }

    private void afterRevocation() {
        int actor = stage.casting().anybody();
        int client = House.client(House.teamOf(actor), 5 + 10 * stage.random().nextInt(2));
        String consent = "revoked-%05d".formatted(round);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        Instant revoked = stage.between(stage.volume().start(), at);
        Instant granted = stage.between(stage.volume().start(), revoked);
        stage.diary().fact(granted, () -> Facts.consent(granted, client, consent));
        stage.diary().fact(revoked, () -> Facts.revoked(revoked, client, consent));
        stage.act(
                at,
                actor,
                client,
                "disclosure-after-revocation",
                true,
                () -> stage.reports().discloseByConsent(at, actor, client, consent));
    }
}
