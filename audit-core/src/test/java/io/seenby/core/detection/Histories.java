package io.seenby.core.detection;

import io.seenby.events.ActorKind;
import io.seenby.events.ConsentDecision;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LegalBasis;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import io.seenby.events.ReviewConclusion;
import io.seenby.events.Tokens;
import io.seenby.events.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Small histories of few people, so that everything meets everything: facts before, after and between accesses, late
 * ones, restated ones, clocks that lag; some crowded into an afternoon, some spread over days.
 */
final class Histories {

    private static final Instant BEGINNING = Instant.parse("2026-03-02T20:00:00Z");
    private static final String[] ACTORS = {"nurse-07", "nurse-08", "nurse-09"};
    private static final String[] CLIENTS = {"client-0001", "client-0002", "client-0003", "client-0004"};
    private static final String[] STRANGERS = {
        "client-0005", "client-0006", "client-0007", "client-0008", "client-0009", "client-0010", "client-0011"
    };
    private static final String[] TEAMS = {"team-1", "team-2", "team-3"};
    private static final String[] UNITS = {"unit-1", "unit-2"};
    private static final String[] WALLS = {"wall-1", "wall-2"};
    private static final String[] NAMES = {"north", "south", ""};
    private static final String[] CONSENTS = {"consent-1", "consent-2", "consent-3"};
    private static final String[] RECIPIENTS = {"insurer-1", "employer-1"};

    /** Seeds from here on, and negative ones, tell of clients who are erased. */
    private static final long FORGETTING = 1_500;

    private final Random random;
    private final int pace;
    /** One actor breaks the glass for one client, over and over. */
    private final boolean emergency;
    /** One actor looks at one client after the other, for days. */
    private final boolean curious;

    private final boolean forgetting;

    private Instant clock = BEGINNING;

    private Histories(long seed) {
        random = new Random(seed);
        curious = one(5);
        pace = curious ? any(20, 240, 600) : any(4, 40, 240);
        emergency = one(5);
        forgetting = seed < 0 || seed >= FORGETTING;
    }

    /** The same seed gives the same history. */
    static List<LedgerEntry> of(long seed, int length) {
        Histories histories = new Histories(seed);
        List<LedgerEntry> history = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            history.add(histories.next(index));
        }
        return history;
    }

    private LedgerEntry next(int index) {
        clock = clock.plus(Duration.ofMinutes(random.nextInt(pace)));
        Instant recorded = one(8) ? clock.minusSeconds(random.nextInt(300)) : clock;
        return happening().at(recorded.minus(delay())).recordedAt(recorded).entry(index, recorded);
    }

    /** Mostly at once; sometimes hours, around the thirty days, or beyond them. */
    private Duration delay() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> Duration.ofHours(random.nextInt(72));
            case 2 -> Duration.ofDays(29).plusHours(random.nextInt(48));
            case 3 -> Duration.ofDays(30);
            default -> Duration.ZERO;
        };
    }

    private Happening happening() {
        if (curious && one(2)) {
            return curiosity();
        }
        return switch (random.nextInt(29)) {
            case 0, 1, 2, 3, 4, 5 -> access();
            case 6, 7, 8, 9 -> assignment();
            case 10 -> Words.unassigned(any(TEAMS));
            case 11 -> one(3) ? Words.known(any(CLIENTS)) : Words.known(any(CLIENTS), any(Trait.values()));
            case 12, 13, 14 -> consent();
            case 15 -> Words.revoked(any(CONSENTS), any(CLIENTS));
            case 16, 17, 18 -> disclosure();
            case 19, 20, 21 -> standing();
            case 22 -> one(2) ? StandingWords.left(any(ACTORS)) : standing();
            case 23 -> StandingWords.walled(any(WALLS), List.of(any(ACTORS)), List.of(), some(CLIENTS, 2));
            case 24 -> one(2) ? wall() : StandingWords.unwalled(any(WALLS));
            case 25 -> StandingWords.registered(any(CLIENTS), tokens());
            case 26, 27 -> review();
            default -> one(2) ? silence() : Words.searched(any(ACTORS), any(CLIENTS));
        };
    }

    /** Now and then all of it turns out to be right, until that moment. */
    private Happening curiosity() {
        if (one(8)) {
            return StandingWords.tied(any(TEAMS), List.of(ACTORS[0]), List.of(), STRANGERS)
                    .valid(clock.minus(Duration.ofDays(20)), clock);
        }
        Happening look = Words.read(ACTORS[0], any(one(8) ? CLIENTS : STRANGERS));
        return one(4) ? look.labelled("psychotherapy") : look;
    }

    /** Time passes, or a client is erased. */
    private Happening silence() {
        return forgetting && !one(3) ? ErasureWords.erased(any(CLIENTS)) : Words.timePassed();
    }

    private Happening access() {
        String actor = any(ACTORS);
        Happening access = switch (random.nextInt(emergency ? 8 : 4)) {
            case 0 -> Words.exported(actor, some(CLIENTS, 4));
            case 1 -> Words.printed(actor, any(CLIENTS));
            case 2 -> Words.read(actor, some(CLIENTS, 2));
            default -> underBreakGlass(actor);
        };
        if (one(3)) {
            access.labelled("psychotherapy");
        }
        if (one(12)) {
            access.by(any(ActorKind.SERVICE, ActorKind.CLIENT, ActorKind.CONTRACTOR));
        }
        return one(12) ? access.ending(any(Outcome.FAILURE, Outcome.PARTIAL)) : access;
    }

    private Happening underBreakGlass(String actor) {
        Happening access = emergency
                ? Words.readUnderBreakGlass(ACTORS[0], CLIENTS[0])
                : Words.readUnderBreakGlass(actor, some(CLIENTS, 2));
        return one(2) ? access.justified() : access;
    }

    /** Of the last days, by somebody else, by oneself or by a program. */
    private Happening review() {
        Instant from = clock.minus(Duration.ofHours(random.nextInt(120)));
        Happening review = ReviewWords.reviewed(
                any("privacy-02", any(ACTORS)),
                emergency ? ACTORS[0] : any(ACTORS),
                from,
                from.plus(Duration.ofHours(random.nextInt(120))),
                any(ReviewConclusion.values()),
                some(CLIENTS, 3));
        return one(12) ? review.by(ActorKind.SERVICE) : review;
    }

    /** To members, to teams, or to both. */
    private Happening assignment() {
        List<String> teams = one(3) ? List.of(some(UNITS, 2)) : List.of();
        List<String> members = teams.isEmpty() || one(3) ? List.of(some(ACTORS, 2)) : List.of();
        return period(StandingWords.tied(any(TEAMS), members, teams, some(CLIENTS, 3)));
    }

    private Happening wall() {
        List<String> members = one(2) ? List.of(some(ACTORS, 2)) : List.of();
        return period(StandingWords.walled(any(WALLS), members, List.of(some(UNITS, 2)), some(CLIENTS, 2)));
    }

    private Happening standing() {
        return StandingWords.stands(
                any(ACTORS),
                one(2) ? Optional.of(any(ACTORS)) : Optional.empty(),
                tokens(),
                one(2) ? List.of(some(UNITS, 2)) : List.of(),
                one(5) ? some(CLIENTS, 1) : new String[0]);
    }

    private Tokens tokens() {
        return StandingWords.tokens(any(NAMES), any(NAMES), any(NAMES));
    }

    private Happening consent() {
        return period(Words.consent(
                any(CONSENTS),
                any(CLIENTS),
                one(4) ? ConsentDecision.DENY : ConsentDecision.PERMIT,
                one(3) ? List.of("note") : List.of(),
                one(3) ? List.of(Purpose.PAYMENT) : List.of(),
                one(2) ? new String[0] : some(RECIPIENTS, 1)));
    }

    private Happening period(Happening fact) {
        Instant from = clock.minus(Duration.ofHours(random.nextInt(24 * 40)));
        return switch (random.nextInt(3)) {
            case 0 -> fact;
            case 1 -> fact.valid(from);
            default -> fact.valid(from, from.plus(Duration.ofHours(random.nextInt(24 * 40))));
        };
    }

    private Happening disclosure() {
        Happening disclosure = Words.disclosed(any(RECIPIENTS), some(CLIENTS, 2));
        if (one(2)) {
            disclosure.onBasis(any(
                    LegalBasis.HIPAA_TREATMENT,
                    LegalBasis.HIPAA_AUTHORISATION,
                    LegalBasis.COURT_ORDER,
                    LegalBasis.GDPR_6_1_A));
        }
        if (one(3)) {
            disclosure.onConsent(any(CONSENTS));
        }
        if (one(2)) {
            disclosure.because(any(Purpose.PAYMENT, Purpose.RESEARCH));
        }
        return one(2) ? disclosure.of(any("note", "image")) : disclosure;
    }

    private boolean one(int inHowMany) {
        return random.nextInt(inHowMany) == 0;
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One or more, distinct, in any order. */
    private String[] some(String[] choices, int most) {
        List<String> rest = new ArrayList<>(List.of(choices));
        String[] some = new String[1 + random.nextInt(most)];
        for (int place = 0; place < some.length; place++) {
            some[place] = rest.remove(random.nextInt(rest.size()));
        }
        return some;
    }
}
