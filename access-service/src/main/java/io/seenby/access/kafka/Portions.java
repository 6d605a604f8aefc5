package io.seenby.access.kafka;

import io.seenby.access.AccessSettings;
import io.seenby.access.intake.Admissions;
import io.seenby.access.intake.Intake;
import io.seenby.access.intake.IntakeTopic;
import io.seenby.access.intake.Item;
import io.seenby.access.intake.Outcome;
import io.seenby.access.intake.Turn;
import io.seenby.access.kafka.Rejections.Rejection;
import io.seenby.access.ledger.InFlight;
import io.seenby.access.ops.Trouble;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes portions of a publisher's topic through the same intake as every other report, for as long as it needs. */
@ApplicationScoped
class Portions {

    private static final Trouble TROUBLE = new Trouble(Portions.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int AT_ONCE = 64;

    /** More than HPKE adds to a text. */
    private static final int ENVELOPE_BYTES = 1_024;

    private final Admissions admissions;
    private final Intake intake;
    private final InFlight inFlight;
    private final Rejections rejections;
    private final IntakeKey key;
    private final int itemBytes;

    Portions(
            Admissions admissions,
            Intake intake,
            InFlight inFlight,
            Rejections rejections,
            IntakeKey key,
            AccessSettings settings) {
        this.admissions = admissions;
        this.intake = intake;
        this.inFlight = inFlight;
        this.rejections = rejections;
        this.key = key;
        this.itemBytes = Math.toIntExact(settings.intake().itemBytes().asLongValue());
    }

    /** A record and what it turned out to be. */
    private record Opened(ConsumerRecord<byte[], byte[]> record, boolean sealed, Item item) {}

    /** Done when each record is on the ledger or rejected, in their order; never fails. */
    CompletableFuture<Void> take(IntakeTopic topic, List<ConsumerRecord<byte[], byte[]>> records) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            var part = records.subList(from, Math.min(records.size(), from + AT_ONCE));
            done = done.thenCompose(before -> untilDone(topic, List.copyOf(part)));
        }
        return done;
    }

    private CompletableFuture<Void> untilDone(IntakeTopic topic, List<ConsumerRecord<byte[], byte[]>> records) {
        return attempt(topic, records)
                .exceptionally(failure -> {
                    TROUBLE.warn("Reports on Kafka wait", failure);
                    return records;
                })
                .thenCompose(left -> left.isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.supplyAsync(() -> left, later(SOON))
                                .thenCompose(again -> untilDone(topic, again)));
    }

    /** What is left to be tried again. */
    private CompletableFuture<List<ConsumerRecord<byte[], byte[]>>> attempt(
            IntakeTopic topic, List<ConsumerRecord<byte[], byte[]>> records) {
        return admissions.of(topic.publisher()).thenCompose(admission -> switch (admission) {
            case Admissions.Admitted in -> {
                Duration wait = in.publisher().take(records.size());
                yield CompletableFuture.supplyAsync(() -> in, later(wait))
                        .thenCompose(paid -> record(topic, paid, records));
            }
            case Admissions.Refused out ->
                out.problem().retryAfter().isPresent()
                        ? CompletableFuture.completedFuture(records)
                        : tell(
                                        topic,
                                        records.stream()
                                                .map(record -> new Rejection(
                                                        record, open(record).sealed(), out.problem())))
                                .thenApply(told -> List.of());
        });
    }

    private CompletableFuture<List<ConsumerRecord<byte[], byte[]>>> record(
            IntakeTopic topic, Admissions.Admitted in, List<ConsumerRecord<byte[], byte[]>> records) {
        long held = records.stream()
                .mapToLong(record -> InFlight.held(record.serializedValueSize()))
                .sum();
        if (inFlight.tryTake(in.tenant().id(), held).isPresent()) {
            return CompletableFuture.completedFuture(records);
        }
        List<Opened> opened = records.stream().map(this::open).toList();
        List<Item> items = opened.stream().map(Opened::item).toList();
        return intake.recordAll(in.tenant(), in.publisher(), items, Turn.first(), Trace.NONE)
                .whenComplete((outcomes, bug) -> inFlight.give(in.tenant().id(), held))
                .thenCompose(outcomes -> answer(topic, opened, outcomes));
    }

    private CompletableFuture<List<ConsumerRecord<byte[], byte[]>>> answer(
            IntakeTopic topic, List<Opened> opened, List<Outcome> outcomes) {
        List<ConsumerRecord<byte[], byte[]>> again = new ArrayList<>();
        List<Rejection> refused = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Opened each = opened.get(i);
            switch (outcomes.get(i)) {
                case Outcome.Recorded recorded -> {}
                case Outcome.Unavailable later -> again.add(each.record());
                case Outcome.Refused never -> refused.add(new Rejection(each.record(), each.sealed(), never.problem()));
            }
        }
        return tell(topic, refused.stream()).thenApply(told -> again);
    }

    /**
     * One after the other, in their order; never fails. What stands beside them is recorded already, and must not be again
     * because this cannot be told yet.
     */
    private CompletableFuture<Void> tell(IntakeTopic topic, Stream<Rejection> refused) {
        CompletableFuture<Void> told = CompletableFuture.completedFuture(null);
        for (Rejection rejection : refused.toList()) {
            told = told.thenCompose(before -> untilTold(topic, rejection));
        }
        return told;
    }

    private CompletableFuture<Void> untilTold(IntakeTopic topic, Rejection rejection) {
        return rejections.tell(topic, rejection).exceptionallyCompose(failure -> {
            TROUBLE.warn("Refusals of reports on Kafka cannot be told", failure);
            return CompletableFuture.supplyAsync(() -> rejection, later(SOON))
                    .thenCompose(again -> untilTold(topic, again));
        });
    }

    private Opened open(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return unreadable(record, ProblemType.NOT_SEALED, "The record has no value.");
        }
        if (record.value().length > itemBytes + ENVELOPE_BYTES) {
            return unreadable(record, ProblemType.TOO_LARGE, "An event has at most " + itemBytes + " bytes.");
        }
        Optional<byte[]> text = key.open(record.value(), record.topic());
        if (text.isEmpty()) {
            return unreadable(
                    record,
                    ProblemType.NOT_SEALED,
                    "Seal it with the key at GET /v1/intake/key, with the name of this topic as context.");
        }
        return text.get().length > itemBytes
                ? new Opened(record, true, tooLarge())
                : new Opened(record, true, new Item.Text(text.get()));
    }

    private Item tooLarge() {
        return new Item.Unreadable(Problem.of(ProblemType.TOO_LARGE, "An event has at most " + itemBytes + " bytes."));
    }

    /** What we could not open may be in clear. */
    private static Opened unreadable(ConsumerRecord<byte[], byte[]> record, ProblemType type, String why) {
        return new Opened(record, false, new Item.Unreadable(Problem.of(type, why)));
    }

    private static Executor later(Duration wait) {
        return wait.isPositive()
                ? CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS)
                : Runnable::run;
    }
}
