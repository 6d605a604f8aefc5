package io.seenby.access.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Entries that are appended together and answered together, each with its own result. */
final class Group {

    private final Appended[] results;
    private final AtomicInteger open;
    private final CompletableFuture<List<Appended>> answer = new CompletableFuture<>();

    Group(int size) {
        this.results = new Appended[size];
        this.open = new AtomicInteger(size);
    }

    /** The result of one; to be said once for each place. */
    void done(int place, Appended result) {
        results[place] = result;
        if (open.decrementAndGet() == 0) {
            answer.complete(Arrays.asList(results));
        }
    }

    /** Completed when the last result is there. */
    CompletableFuture<List<Appended>> answer() {
        return answer;
    }
}
