package io.seenby.access.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.Quota;
import io.seenby.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The register over a table that a test answers for. */
class RegisterTest {

    private static final TenantId TENANT = new TenantId("harbor-law");
    private static final PublisherId EHR = new PublisherId("ehr");

    private final List<Long> asked = new ArrayList<>();
    private Supplier<CompletableFuture<List<Registration>>> answer = () -> CompletableFuture.completedFuture(List.of());

    private final PublisherTable table = new PublisherTable(null, null) {
        @Override
        CompletableFuture<List<Registration>> since(long seen) {
            asked.add(seen);
            return answer.get();
        }
    };

    private Register register(Duration patience) {
        return new Register(table, Duration.ofSeconds(1), patience);
    }

    private static Registration registration(long ordinal, PublisherId publisher, boolean suspended) {
        Terms terms = new Terms(Set.of(EventType.RECORD_READ), new Quota(10, 10));
        return new Registration(ordinal, TENANT, publisher, suspended, terms, Instant.EPOCH);
    }

    private static Optional<ProblemType> closed(Register register) {
        return register.find(TENANT, EHR).join().orElseThrow().closed().map(Problem::type);
    }

    @Test
    void readsOnFromWhereItWas() {
        Register register = register(Duration.ofMinutes(1));
        answer = () -> CompletableFuture.completedFuture(
                List.of(registration(7, EHR, false), registration(4, new PublisherId("lab"), false)));
        register.look().join();
        answer = () -> CompletableFuture.completedFuture(List.of());
        register.look().join();
        register.look().join();

        assertThat(asked).containsExactly(0L, 7L, 7L);
        assertThat(closed(register)).isEmpty();
    }

    @Test
    void aChangeOfAnotherInstanceHoldsAfterTheNextLook() {
        Register register = register(Duration.ofMinutes(1));
        answer = () -> CompletableFuture.completedFuture(List.of(registration(1, EHR, false)));
        register.look().join();
        Standing begun = register.find(TENANT, EHR).join().orElseThrow();
        answer = () -> CompletableFuture.completedFuture(List.of(registration(2, EHR, true)));
        register.look().join();

        assertThat(begun.closed()).as("a batch that is under way sees it").isPresent();
        assertThat(closed(register)).contains(ProblemType.SUSPENDED_PUBLISHER);
    }

    @Test
    void whoIsNotKnownIsLookedUpAtOnce() {
        Register register = register(Duration.ofMinutes(1));
        register.look().join();
        answer = () -> CompletableFuture.completedFuture(List.of(registration(1, EHR, false)));

        assertThat(register.find(TENANT, EHR).join()).isPresent();
        assertThat(register.find(new TenantId("st-brigid"), EHR).join())
                .as("registered in one tenant is not registered in another")
                .isEmpty();
    }

    @Test
    void manyWhoAreNotKnownAskOnce() {
        Register register = register(Duration.ofMinutes(1));
        CompletableFuture<List<Registration>> slow = new CompletableFuture<>();
        answer = () -> slow;

        List<CompletableFuture<Optional<Standing>>> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waiting.add(register.find(TENANT, new PublisherId("unknown-" + i)));
        }
        slow.complete(List.of());

        assertThat(waiting).allMatch(each -> each.join().isEmpty());
        assertThat(asked).hasSize(1);
    }

    @Test
    void isBlindUntilItHasLooked() {
        Register register = register(Duration.ofMinutes(1));
        assertThat(register.blind()).isPresent();

        register.look().join();

        assertThat(register.blind()).isEmpty();
    }

    @Test
    void isBlindWhenItCouldNotLookForTooLongAndSeesAgain() throws InterruptedException {
        Register register = register(Duration.ofMillis(200));
        answer = () -> CompletableFuture.completedFuture(List.of(registration(1, EHR, false)));
        register.look().join();
        assertThat(closed(register)).isEmpty();

        answer = () -> CompletableFuture.failedFuture(new IllegalStateException("the database is away"));
        Thread.sleep(250);
        assertThat(register.look()).isCompletedExceptionally();
        assertThat(closed(register)).contains(ProblemType.UNAVAILABLE);

        answer = () -> CompletableFuture.completedFuture(List.of());
        register.look().join();
        assertThat(closed(register)).isEmpty();
    }
}
