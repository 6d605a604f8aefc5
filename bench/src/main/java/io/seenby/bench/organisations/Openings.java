package io.seenby.bench.organisations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is wrong because of the account, the hour, the session, the public or the channel. */
final class Openings {
    private final Stage stage;
    private int number;

    Openings(Stage stage) {
        this.stage = stage;
    }

    List<Runnable> plays() {
        return List.of(this::forgotten, this::atNight, this::byPassword, this::toThePublic, this::inTheOpen);
    }

    /** An account that was last used two months ago, and whoever has it now looks at a stranger. */
    private void forgotten() {
        int actor = stage.casting().once();
        int client = stage.stranger(actor);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        longAgo(stage, actor);
        stage.act(
                at,
                actor,
                client,
                "dormant-account",
                true,
                () -> stage.reports().read(at, actor, client, 1));
    }

    /** Its last look is the first that is reported; the routine does without them. */
    static void longAgo(Stage stage, int actor) {
        Instant start = stage.volume().start();
        Instant then = start.minus(Duration.ofDays(60));
        int client = stage.ownClient(actor);
        stage.casting().leaves(actor, then);
        stage.diary().access(start, () -> stage.reports().read(then, actor, client, 1));
    }

    /** A sensitive record of a stranger, when nobody of that role is there. */
    private void atNight() {
        int actor = ofTheDay(stage);
        int client = stage.stranger(actor);
        Instant at = night(stage);
        stage.act(at, actor, client, "off-hours", true, () -> stage.reports().readSensitive(at, actor, client));
    }

    /** In the first half of a shift that begins in the morning. */
    static int ofTheDay(Stage stage) {
        while (true) {
            int actor = stage.casting().anybody();
            if (House.place(actor) < 3) {
                return actor;
            }
        }
    }

    /** Between one and three, when there are days enough to compare with, if there are at all. */
    static Instant night(Stage stage) {
        int days = stage.volume().days();
        int day = Math.min(days - 1, 3 + stage.random().nextInt(Math.max(1, days - 3)));
        return stage.volume()
                .start()
                .plus(Duration.ofDays(day))
                .plusSeconds(3_600 + stage.random().nextInt(7_200));
    }

    private void byPassword() {
        int actor = stage.casting().anybody();
        int client = stage.ownClient(actor);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(
                at,
                actor,
                client,
                "weak-assurance",
                true,
                () -> stage.reports().readByPassword(at, actor, client, true));
    }

    /** A client's story, by what allows the daily work. */
    private void toThePublic() {
        int actor = stage.casting().anybody();
        int client = withoutConsent(stage, actor);
        String channel = number++ % 2 == 0 ? "social-media" : "media";
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(
                at, actor, client, "public-release", true, () -> stage.reports().publish(at, actor, client, channel));
    }

    private void inTheOpen() {
        int actor = stage.casting().anybody();
        int client = withoutConsent(stage, actor);
        Instant at = stage.atWork(actor, Duration.ofHours(1));
        stage.act(
                at,
                actor,
                client,
                "unsecured-channel",
                true,
                () -> stage.reports().mailSensitive(at, actor, client, false));
    }

    /** A client of one's own who has agreed to nothing, nor will. */
    static int withoutConsent(Stage stage, int actor) {
        return House.client(House.teamOf(actor), 6 + 10 * stage.random().nextInt(2));
    }
}
