package io.seenby.bench.witnessed;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.corpus.Corpus;
import io.seenby.bench.corpus.ReportLine;
import io.seenby.bench.stack.Publisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Single reports of all tenants in turn, at a steady rate, whether or not earlier ones are answered: an open loop. */
final class Traffic {
    private static final long LATE = Duration.ofMillis(100).toNanos();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Publisher> publishers;
    private final List<Corpus> corpora;
    private final long perSecond;

    /** Tenants' publishers, and what each of them reports, in the same order. */
    Traffic(List<Publisher> publishers, List<Corpus> corpora, long perSecond) {
        this.publishers = List.copyOf(publishers);
        this.corpora = List.copyOf(corpora);
        this.perSecond = perSecond;
    }

    /** @param late how many reports were sent more than 100 ms after they were due */
    record Sent(List<Receipt> receipts, int late) {}

    private record Answered(String body, long at) {}

    /** Returns when all is answered. */
    Sent send(Duration length) throws Exception {
        int count = Math.toIntExact(perSecond * length.toSeconds());
        List<ReportLine> reports = prepared(count);
        Queue<Answered> answers = new ConcurrentLinkedQueue<>();
        Queue<String> troubles = new ConcurrentLinkedQueue<>();
        var open = new ArrayList<CompletableFuture<?>>(count);
        int late = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            late += waitFor(due) ? 1 : 0;
            open.add(publishers.get(i % publishers.size()).send(reports.get(i)).handle((answer, failed) -> {
                if (failed == null && answer.statusCode() == 201) {
                    answers.add(new Answered(answer.body(), System.nanoTime()));
                } else {
                    troubles.add(failed == null ? answer.body() : failed.toString());
                }
                return null;
            }));
        }
        CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!troubles.isEmpty()) {
            throw new NotMeasured(
                    "of %d reports %d were recorded: %s".formatted(count, answers.size(), troubles.remove()));
        }
        return new Sent(
                answers.stream()
                        .map(answer -> Receipt.of(answer.body(), answer.at()))
                        .toList(),
                late);
    }

    private List<ReportLine> prepared(int count) {
        var reports = new ArrayList<ReportLine>(count);
        for (int i = 0; i < count; i++) {
            reports.add(corpora.get(i % corpora.size()).next());
        }
        return reports;
    }

    /** Answers whether it came much too late. */
    private static boolean waitFor(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        return -left > LATE;
    }
}
