package io.seenby.bench.corpus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One tenant's traffic: accesses of clients by the teams that care for them, some by others, and disclosures of which
 * one in five hundred has no basis. About 420 bytes a report.
 */
public final class Corpus {
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(20);

    private final Organisation organisation;
    private final Instant base;
    private final SplittableRandom random;
    private long next;

    /**
     * A corpus that begins anew.
     *
     * @param base when the first report's event happened; facts hold from a day before
     */
    public Corpus(long seed, Organisation organisation, Instant base) {
        this.organisation = organisation;
        this.base = base;
        this.random = new SplittableRandom(seed);
    }

    /** Relationships and consents, to be sent before any other report. */
    public List<ReportLine> facts() {
        return Facts.of(organisation, base.minus(Duration.ofDays(1)));
    }

    /** The next reports, ready to be sent together. */
    public Batch nextBatch(int size) {
        return Batch.of(Stream.generate(this::next).limit(size).toList());
    }

    /** The next report; their event ids count from 0. */
    public ReportLine next() {
        int client = popular(organisation.clients());
        int actor = random.nextInt(100) < 2
                ? random.nextInt(organisation.actors())
                : organisation.member(organisation.teamOf(client), random.nextInt(6));
        int kind = random.nextInt(100);
        ObjectNode report = begin(actor);
        if (kind < 70) {
            Access.read(report, client, random.nextInt(8));
        } else if (kind < 80) {
            Access.search(report, client, 1 + random.nextInt(3), organisation.clients());
        } else if (kind < 88) {
            Access.print(report, client, random.nextInt(8));
        } else if (kind < 90) {
            Access.export(report, client, random.nextInt(8));
        } else if (kind < 92) {
            Access.denied(report, client, random.nextInt(8));
        } else if (kind < 95) {
            Access.authenticated(report);
        } else {
            disclose(report, client);
        }
        return ReportLine.of(report);
    }

    private ObjectNode begin(int actor) {
        long number = next++;
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "")
                .put("eventId", ReportLine.eventId("event", number))
                .put(
                        "occurredAt",
                        base.plus(BETWEEN_REPORTS.multipliedBy(number)).toString())
                .set("actor", Organisation.actor(actor));
    }

    private void disclose(ObjectNode report, int client) {
        int basis = random.nextInt(500);
        if (basis == 0) {
            Disclosure.withoutBasis(report, client);
        } else if (basis < 100 && Organisation.hasConsent(client)) {
            Disclosure.byConsent(report, client);
        } else {
            Disclosure.forTreatment(report, client);
        }
    }

    /** A number below {@code count}; the lower ones come more often. */
    private int popular(int count) {
        double u = random.nextDouble();
        return (int) (count * u * u);
    }
}
