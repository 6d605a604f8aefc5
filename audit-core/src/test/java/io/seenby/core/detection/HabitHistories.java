package io.seenby.core.detection;

import io.seenby.events.ActorKind;
import io.seenby.events.LedgerEntry;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Histories of few people who do much of one thing, for days: what counting rules are made of. */
final class HabitHistories {

    private static final String[] ACTORS = {"nurse-07", "nurse-08", "clerk-03"};

    private final Random random;
    /** What they do most. */
    private final int mode;

    private Instant clock = Instant.parse("2026-03-02T07:00:00Z");

    private HabitHistories(long seed) {
        random = new Random(seed);
        mode = random.nextInt(6);
    }

    /** The same seed gives the same history. */
    static List<LedgerEntry> of(long seed, int length) {
        HabitHistories histories = new HabitHistories(seed);
        List<LedgerEntry> history = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            history.add(histories.next(index));
        }
        return history;
    }

    private LedgerEntry next(int index) {
        clock = clock.plus(pause());
        Instant recorded = one(8) ? clock.minusSeconds(random.nextInt(300)) : clock;
        return happening().at(recorded.minus(delay())).recordedAt(recorded).entry(index, recorded);
    }

    private Duration pause() {
        if (one(120)) {
            return Duration.ofDays(40 + random.nextInt(10));
        }
        return Duration.ofMinutes(
                switch (mode) {
                    case 0, 1 -> random.nextInt(600);
                    case 5 -> one(100) ? 900 : random.nextInt(2);
                    default -> random.nextInt(one(30) ? 900 : 8);
                });
    }

    /** Sometimes hours, sometimes more than thirty days; sometimes a clock is ahead. */
    private Duration delay() {
        return switch (random.nextInt(20)) {
            case 0 -> Duration.ofHours(random.nextInt(40));
            case 1 -> Duration.ofDays(29).plusHours(random.nextInt(48));
            case 2 -> Duration.ofHours(-random.nextInt(40));
            default -> Duration.ZERO;
        };
    }

    private Happening happening() {
        String actor = mode < 2 && !one(4) ? ACTORS[0] : ACTORS[random.nextInt(3)];
        Happening happening = one(3) ? any(actor) : usual(actor);
        if (one(20)) {
            happening.by(one(2) ? ActorKind.SERVICE : ActorKind.CONTRACTOR);
        }
        return mode != 5 && one(6) ? happening : happening.as(mode == 5 ? "nurse" : actor.substring(0, 5));
    }

    private Happening usual(String actor) {
        return switch (mode) {
            case 0, 1 -> one(6) ? exported(actor, 36) : exported(actor, 4);
            case 2 -> HabitWords.refused(actor, some(2));
            case 3 -> searched(actor, 3);
            case 4 -> searched(actor, 12);
            default -> Words.read(actor, some(1)[0]);
        };
    }

    private Happening any(String actor) {
        return switch (random.nextInt(7)) {
            case 0 -> exported(actor, 3);
            case 1 -> HabitWords.refused(actor, some(1));
            case 2 -> searched(actor, 7);
            case 3 -> Words.printed(actor, some(1)[0]);
            case 4 -> Words.assigned("team-" + random.nextInt(3), actor, some(2));
            default -> {
                Happening read = Words.read(actor, some(1)[0]);
                yield one(10) ? read.ending(Outcome.FAILURE) : read;
            }
        };
    }

    private Happening exported(String actor, int most) {
        String[] clients = HabitWords.clients(random.nextInt(4), 1 + random.nextInt(most));
        return HabitWords.exportedMany(actor, 1 + random.nextInt(30), clients);
    }

    private Happening searched(String actor, int most) {
        List<String> terms = new ArrayList<>();
        for (int term = random.nextInt(3); term >= 0; term--) {
            terms.add("name-" + random.nextInt(random.nextInt(14) + 1));
        }
        Happening search = HabitWords.searchedFor(
                actor, one(9) ? List.of() : terms, HabitWords.clients(random.nextInt(20), random.nextInt(most)));
        return one(9) ? search.because(Purpose.CONFLICT_CHECK) : search;
    }

    private String[] some(int most) {
        return HabitWords.clients(random.nextInt(8), 1 + random.nextInt(most));
    }

    private boolean one(int inHowMany) {
        return random.nextInt(inHowMany) == 0;
    }
}
