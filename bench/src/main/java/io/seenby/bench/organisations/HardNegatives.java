package io.seenby.bench.organisations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is right and looks wrong: so often each, for ten thousand accesses, and once in any case. */
final class HardNegatives {
    private final Stage stage;
    private final House house;
    private int number;

    private HardNegatives(Stage stage) {
        this.stage = stage;
        this.house = stage.house();
    }

    static void plant(Stage stage, long accesses) {
        var plays = new HardNegatives(stage);
        plays.play(accesses, 2, plays::floating);
        plays.play(accesses, 3, plays::cover);
        plays.play(accesses, 4, plays::enteredLate);
        plays.play(accesses, 2, plays::onCall);
        plays.play(accesses, 1, plays::relative);
        plays.play(accesses, 3, plays::review);
        plays.play(accesses, 4, plays::consult);
        plays.play(accesses, 0.3, plays::liftedWall);
        plays.play(accesses, 0.5, plays::renewedConsent);
        var busy = new BusyButRight(stage);
        plays.play(accesses, 0.5, busy::clinic);
        plays.play(accesses, 0.5, busy::copyForTheClient);
        plays.play(accesses, 0.5, busy::lockedOut);
        plays.play(accesses, 1, busy::atTheDesk);
        plays.play(accesses, 1, busy::ownList);
        plays.play(accesses, 0.3, busy::backFromLeave);
        plays.play(accesses, 1, busy::calledAtNight);
        plays.play(accesses, 1, busy::byPassword);
        plays.play(accesses, 0.3, busy::pressWithConsent);
        plays.play(accesses, 0.5, busy::mailSecured);
    }

    private void play(long accesses, double perTenThousand, Runnable play) {
        for (long left = Math.max(1, Math.round(accesses * perTenThousand / 10_000)); left > 0; left--) {
            number++;
            play.run();
        }
    }

    /** A day in another team, as the roster says. */
    private void floating() {
        int actor = stage.casting().once();
        int own = House.teamOf(actor);
        int other = stage.neighbour(own);
        Instant begin = stage.atWork(actor, Duration.ofHours(9));
        Instant end = begin.plus(Duration.ofHours(8));
        stage.diary().fact(begin, () -> stage.facts().changed(begin, actor, List.of(own, other)));
        for (int i = 5 + stage.random().nextInt(6); i > 0; i--) {
            Instant at = stage.between(begin.plusSeconds(60), end);
            stage.look(at, actor, stage.teamClient(other), "floating-staff", false);
        }
        stage.diary().fact(end, () -> stage.facts().changed(end, actor, List.of(own)));
    }

    /** One client of a colleague who is away, entered first. */
    private void cover() {
        int actor = stage.casting().anybody();
        int client = stage.stranger(actor);
        String name = "cover-%06d".formatted(number);
        Instant begin = stage.atWork(actor, Duration.ofHours(4));
        stage.diary().fact(begin, () -> stage.facts().tie(begin, name, begin, List.of(actor), client));
        stage.looks(3 + stage.random().nextInt(3), begin, actor, client, "colleague-cover", false);
    }

    /** The same, entered hours or days later. */
    private void enteredLate() {
        int actor = stage.casting().anybody();
        int client = stage.stranger(actor);
        String name = "late-%06d".formatted(number);
        Instant begin = stage.atWork(actor, Duration.ofHours(3));
        Instant last = stage.looks(2 + stage.random().nextInt(3), begin, actor, client, "late-relationship", false);
        Instant entered =
                stage.atLatest(last.plusSeconds(3_600L * (1 + stage.random().nextInt(96))));
        stage.diary().fact(entered, () -> stage.facts().tie(entered, name, begin, List.of(actor), client));
    }

    /** A night for the whole department; half of these are entered in the morning. */
    private void onCall() {
        int actor = stage.casting().once();
        int own = House.teamOf(actor);
        int day = stage.random().nextInt(Math.max(1, stage.volume().days() - 1));
        Instant evening = stage.volume().start().plus(Duration.ofHours(24L * day + 20));
        Instant morning = stage.atLatest(evening.plus(Duration.ofHours(12)));
        boolean late = stage.random().nextBoolean();
        List<Integer> all = new ArrayList<>(IntStream.range(0, House.TEAMS)
                .mapToObj(team -> House.departmentOf(own) * House.TEAMS + team)
                .toList());
        stage.diary().fact(late ? morning : evening, () -> stage.facts().changed(evening, actor, all));
        for (int i = 4 + stage.random().nextInt(5); i > 0; i--) {
            Instant at = stage.between(evening.plusSeconds(60), evening.plus(Duration.ofHours(3)));
            stage.look(at, actor, stage.teamClient(stage.neighbour(own)), "on-call-night", false);
        }
        Instant end = morning.plusSeconds(30);
        stage.diary().fact(end, () -> stage.facts().changed(end, actor, List.of(own)));
    }

    /** A relative whom it is one's work to care for. */
    private void relative() {
        int actor = stage.casting().once();
        int client = house.relative(actor);
        String name = "assigned-%06d".formatted(number);
        Instant begin = stage.atWork(actor, Duration.ofHours(2));
        stage.diary().fact(begin, () -> stage.facts().tie(begin, name, begin, List.of(actor), client));
        stage.looks(2, begin, actor, client, "relative-in-care-team", false);
    }

    /** The head of a department looks what its teams do. */
    private void review() {
        int team = stage.random().nextInt(house.teams());
        int head = House.headOf(team);
        int client = stage.teamClient(stage.neighbour(House.teamOf(head)));
        stage.looks(2, stage.atWork(head, Duration.ofHours(2)), head, client, "supervisor-review", false);
    }

    /** A colleague was asked for advice, and nobody entered it, ever. */
    private void consult() {
        int actor = stage.casting().anybody();
        int client = stage.stranger(actor);
        Instant at = stage.atWork(actor, Duration.ofHours(2));
        stage.looks(1 + stage.random().nextInt(2), at, actor, client, "unrecorded-consult", false);
    }

    private void liftedWall() {
        int actor = stage.casting().anybody();
        int client = stage.ownClient(actor);
        String name = "lifted-%06d".formatted(number);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        Instant lifted = stage.between(stage.volume().start(), at);
        Instant raised = stage.between(stage.volume().start(), lifted);
        stage.casting().keepAway(actor, client);
        stage.diary().fact(raised, () -> stage.facts().wall(raised, name, client, List.of(actor), List.of()));
        stage.diary().fact(lifted, () -> Facts.wallLifted(lifted, name));
        stage.look(at, actor, client, "wall-lifted", false);
    }

    /** Revoked, and given again before it was used. */
    private void renewedConsent() {
        int actor = stage.casting().anybody();
        int client = House.client(House.teamOf(actor), 7 + 10 * stage.random().nextInt(2));
        String first = "first-%06d".formatted(number);
        String second = "second-%06d".formatted(number);
        Instant start = stage.volume().start();
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        Instant again = stage.between(start, at);
        Instant revoked = stage.between(start, again);
        stage.diary().fact(start, () -> Facts.consent(start, client, first));
        stage.diary().fact(revoked, () -> Facts.revoked(revoked, client, first));
        stage.diary().fact(again, () -> Facts.consent(again, client, second));
        stage.act(
                at,
                actor,
                client,
                "consent-renewed",
                false,
                () -> stage.reports().discloseByConsent(at, actor, client, second));
    }
}
