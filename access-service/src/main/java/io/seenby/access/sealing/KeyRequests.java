package io.seenby.access.sealing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is asked for while a question to the table is under way into the next question, so that a thousand
 * clients seen for the first time by a thousand requests are a few round trips. Nobody is asked for twice at a time.
 */
final class KeyRequests {

    private static final int MOST_AT_ONCE = 2_000;

    private final Function<List<ClientName>, CompletionStage<Map<ClientName, DataKey>>> table;
    private final BiConsumer<ClientName, DataKey> remember;
    private final Map<ClientName, CompletableFuture<DataKey>> pending = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<ClientName> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asking = new AtomicBoolean();

    /** @param remember is told each key before it is pending no more */
    KeyRequests(
            Function<List<ClientName>, CompletionStage<Map<ClientName, DataKey>>> table,
            BiConsumer<ClientName, DataKey> remember) {
        this.table = table;
        this.remember = remember;
    }

    CompletableFuture<Map<ClientName, DataKey>> obtain(Collection<ClientName> names) {
        Map<ClientName, CompletableFuture<DataKey>> ours = new HashMap<>(names.size() * 2);
        for (ClientName name : names) {
            CompletableFuture<DataKey> fresh = new CompletableFuture<>();
            CompletableFuture<DataKey> asked = pending.putIfAbsent(name, fresh);
            if (asked == null) {
                waiting.add(name);
            }
            ours.put(name, asked == null ? fresh : asked);
        }
        ask();
        return CompletableFuture.allOf(ours.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<ClientName, DataKey> keys = new HashMap<>(ours.size() * 2);
                    ours.forEach((name, key) -> keys.put(name, key.join()));
                    return keys;
                });
    }

    private void ask() {
        if (waiting.isEmpty() || !asking.compareAndSet(false, true)) {
            return;
        }
        List<ClientName> next = new ArrayList<>();
        for (ClientName name = waiting.poll();
                name != null;
                name = next.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            next.add(name);
        }
        if (next.isEmpty()) {
            asking.set(false);
            ask();
            return;
        }
        table.apply(next).whenComplete((keys, failure) -> {
            next.forEach(name -> answer(name, keys, failure));
            asking.set(false);
            ask();
        });
    }

    private void answer(ClientName name, @Nullable Map<ClientName, DataKey> keys, @Nullable Throwable failure) {
        CompletableFuture<DataKey> asked = Objects.requireNonNull(pending.get(name));
        DataKey key = keys == null ? null : keys.get(name);
        if (key != null) {
            remember.accept(name, key);
        }
        pending.remove(name);
        if (key != null) {
            asked.complete(key);
        } else {
            asked.completeExceptionally(failure != null ? failure : new IllegalStateException("a key was not kept"));
        }
    }
}
