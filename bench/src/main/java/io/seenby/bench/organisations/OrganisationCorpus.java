package io.seenby.bench.organisations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One organisation's work, written as it happens: the facts that hold before, then routine, and between it what was
 * planted. Only what is still to come of the planted is kept in memory.
 */
public final class OrganisationCorpus {

    /**
     * What is wished for; it decides every byte.
     *
     * @param accesses accesses and disclosures, planted ones included; at least 1,000
     * @param start midnight (UTC) of the first day
     * @param days at least 1
     * @param planted violations in 100,000 accesses; one of each kind in any case
     */
    public record Wish(Kind kind, long accesses, long seed, Instant start, int days, int planted) {
        public Wish {
            if (accesses < 1_000 || days < 1 || planted < 0) {
                throw new IllegalArgumentException("at least 1,000 accesses within a day or more, and no fewer than 0"
                        + " planted: %d, %d, %d".formatted(accesses, days, planted));
            }
            if (!start.equals(start.truncatedTo(ChronoUnit.DAYS))) {
                throw new IllegalArgumentException("the first day begins at midnight, not at " + start);
            }
        }
    }

    /** How many of each were written. */
    public record Written(long reports, long accesses, long violations, int actors, int clients) {}

    private final Wish wish;
    private final House house;
    private final Volume volume;
    private final Diary diary = new Diary();
    private final Casting casting;
    private final Facts facts;
    private final SplittableRandom random;
    private final ObjectMapper mapper = new ObjectMapper();
    private long reported;

    private OrganisationCorpus(Wish wish) {
        this.wish = wish;
        this.house = House.ofVolume(wish.kind(), wish.seed(), wish.accesses(), wish.days());
        this.volume = new Volume(house, wish.start(), wish.days());
        this.random = new SplittableRandom(wish.seed());
        this.casting = new Casting(house, random.split());
        this.facts = new Facts(house, new Reports(house));
    }

    /**
     * Writes reports in the order in which they are to be published, and the truth about the planted ones in the same order.
     *
     * @throws IllegalArgumentException if more is planted than so few people can do
     */
    public static Written write(Wish wish, Path reports, Path truth) throws IOException {
        var corpus = new OrganisationCorpus(wish);
        try (var lines = new BufferedOutputStream(Files.newOutputStream(reports), 1 << 16);
                var labels = new BufferedOutputStream(Files.newOutputStream(truth))) {
            return corpus.write(lines, labels);
        }
    }

    private Written write(OutputStream lines, OutputStream labels) throws IOException {
        Stage stage = new Stage(house, volume, facts, diary, casting, random.split());
        Violations.plant(stage, Math.round(wish.accesses() * (wish.planted() / 100_000.0)));
        HardNegatives.plant(stage, wish.accesses());
        if (diary.accesses() > wish.accesses()) {
            throw new IllegalArgumentException("more is planted than " + wish.accesses() + " accesses");
        }
        var before = facts.before(wish.start().minus(Duration.ofDays(1))).iterator();
        while (before.hasNext()) {
            report(before.next(), Optional.empty(), lines, labels);
        }
        work(lines, labels);
        return new Written(reported, wish.accesses(), diary.violations(), house.actors(), house.clients());
    }

    private void work(OutputStream lines, OutputStream labels) throws IOException {
        var routine = new Routine(house, facts.reports(), casting, random.split());
        int[] counts = volume.spread(wish.accesses() - diary.accesses());
        for (int hour = 0; hour < counts.length; hour++) {
            Instant begin = wish.start().plus(Duration.ofHours(hour));
            int[] millis = random.ints(counts[hour], 0, 3_600_000).toArray();
            Arrays.sort(millis);
            for (int after : millis) {
                Instant at = begin.plusMillis(after);
                planned(at, lines, labels);
                report(routine.at(at), Optional.empty(), lines, labels);
            }
        }
        planned(Instant.MAX, lines, labels);
    }

    private void planned(Instant until, OutputStream lines, OutputStream labels) throws IOException {
        for (var page = diary.dueBefore(until); page.isPresent(); page = diary.dueBefore(until)) {
            report(page.get().report().get(), page.get().label(), lines, labels);
        }
    }

    private void report(ObjectNode report, Optional<Label> label, OutputStream lines, OutputStream labels)
            throws IOException {
        String eventId = "event-%09d".formatted(reported++);
        lines.write(mapper.writeValueAsBytes(report.put("eventId", eventId)));
        lines.write('\n');
        if (label.isPresent()) {
            labels.write(mapper.writeValueAsBytes(label.get().json(eventId)));
            labels.write('\n');
        }
    }
}
