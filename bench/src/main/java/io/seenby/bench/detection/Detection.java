package io.seenby.bench.detection;

import io.seenby.bench.Benchmark;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.organisations.Kind;
import io.seenby.bench.organisations.OrganisationCorpus;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Publisher;
import io.seenby.local.ServiceProcess.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many of the violations in a corpus are found, and how many alerts are about one. */
public final class Detection implements Benchmark {
    private static final Option ACCESSES = new Option("accesses", 100_000, "accesses and disclosures, at least 1,000");
    private static final Option KIND = new Option("kind", 0, "0: hospital, 1: law firm, 2: bank, 3: consultancy");
    private static final Option DAYS = new Option("days", 7, "days that they spread over, until yesterday");
    private static final Option PLANTED = new Option("planted", 45, "violations in 100,000 of them");
    private static final Option REPORTS = Option.file("reports", "NDJSON of another generator, with --truth");
    private static final Option TRUTH = Option.file("truth", "what is true about it");
    private static final Option KEEP = Option.file("keep", "folder to write reports.ndjson and truth.ndjson into");

    private static final String TENANT = "organisation";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The two files, and what is to be said about them. */
    private record Corpus(Path reports, Path truth, String about) {}

    @Override
    public String name() {
        return "detection";
    }

    @Override
    public String about() {
        return "Recall and precision of the rules on a corpus with a known truth, against flagging whatever has no direct"
                + " relationship and against a threshold of volume.";
    }

    @Override
    public List<Option> options() {
        return List.of(ACCESSES, KIND, DAYS, PLANTED, Option.SEED, Option.PORT_BASE, REPORTS, TRUTH, KEEP);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        if (chosen.path(REPORTS).isPresent() != chosen.path(TRUTH).isPresent()) {
            throw new IllegalArgumentException("--reports and --truth come together.");
        }
        if (chosen.get(KIND) >= Kind.values().length) {
            throw new IllegalArgumentException("--kind is one of 0 to 3.");
        }
        try (var stack = BenchStack.start(chosen, progress)) {
            Corpus files = files(chosen, stack, progress);
            Truth truth = Truth.read(files.truth());
            progress.say("starting both services");
            stack.startService(Service.ACCESS, Map.of());
            stack.startService(Service.AUDIT, Map.of());
            progress.say("publishing");
            long reports = Publisher.opening(stack, TENANT).publishInOrder(files.reports());
            progress.say("waiting until %d reports are integrated".formatted(reports));
            Seen seen = seen(stack, files, truth, reports);
            progress.say("comparing");
            Scores scores = Scores.of(truth, seen);
            Baselines.Result baselines = Baselines.of(files.reports(), truth);
            var settings = new ArrayList<>(stack.description());
            settings.add(files.about());
            settings.add("%d reports, of which %d are looks, prints, exports and disclosures; %d violations known"
                    .formatted(reports, baselines.accesses(), truth.violations()));
            settings.add("explained: %s of %d judged accesses (client by client) that are no violations"
                    .formatted(
                            Figures.percent(
                                    scores.verdicts().explained(),
                                    scores.verdicts().judged(),
                                    2),
                            scores.verdicts().judged()));
            settings.add("all was recorded within one core day or two, however many days it spreads over: rules that"
                    + " count by day see the days as one");
            return new Report(Figures.of(scores, baselines), settings);
        }
    }

    private static Seen seen(BenchStack stack, Corpus files, Truth truth, long reports) throws Exception {
        try (var views = new Views(stack.local().postgres(), TENANT)) {
            views.await(reports, PATIENCE);
            views.requireOrderOf(files.reports());
            return views.seen(truth);
        }
    }

    private static Corpus files(Options chosen, BenchStack stack, Progress progress) throws IOException {
        if (chosen.path(REPORTS).isPresent() && chosen.path(TRUTH).isPresent()) {
            Path reports = chosen.path(REPORTS).get();
            return new Corpus(reports, chosen.path(TRUTH).get(), "reports of " + reports);
        }
        Path folder = Files.createDirectories(chosen.path(KEEP).orElse(stack.file("corpus")));
        int days = chosen.count(DAYS);
        var wish = new OrganisationCorpus.Wish(
                Kind.values()[chosen.count(KIND)],
                chosen.get(ACCESSES),
                chosen.get(Option.SEED),
                Instant.now().truncatedTo(ChronoUnit.DAYS).minus(days, ChronoUnit.DAYS),
                days,
                chosen.count(PLANTED));
        progress.say("generating");
        Path reports = folder.resolve("reports.ndjson");
        Path truth = folder.resolve("truth.ndjson");
        var written = OrganisationCorpus.write(wish, reports, truth);
        return new Corpus(
                reports,
                truth,
                "%s of %d actors and %d clients, %d days from %s, seed %d"
                        .formatted(
                                wish.kind().code(),
                                written.actors(),
                                written.clients(),
                                days,
                                wish.start(),
                                wish.seed()));
    }
}
