package io.seenby.audit.query;

import io.seenby.audit.door.LedgerDoor;
import io.seenby.audit.door.QuestionReport;
import io.seenby.audit.door.Recorded;
import io.seenby.audit.http.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whoever asks who looked is looking too: an answer is prepared, its question is recorded in the ledger, and only then
 * the answer leaves. If it cannot be recorded, nothing leaves.
 *
 * <p>A question once begun is recorded even if its asker hangs up. "There is no such thing" is an answer too. A fault
 * of the views is none: nothing was shown, and nothing is recorded.
 */
@ApplicationScoped
public class Questions {

    private record Prepared<T>(long position, Answer<T> answer) {}

    private final TenantSession sessions;
    private final LedgerDoor door;
    private final QueryMetrics metrics;

    Questions(TenantSession sessions, LedgerDoor door, QueryMetrics metrics) {
        this.sessions = sessions;
        this.door = door;
        this.metrics = metrics;
    }

    /** {@code prepare} reads everything it shows in the one snapshot it is given. */
    public <T> Uni<T> answer(Asked asked, Function<Snapshot, Uni<Answer<T>>> prepare) {
        return measured(
                asked,
                () -> prepared(asked, prepare)
                        .flatMap(prepared -> door.record(asked.report(prepared.position(), prepared.answer()))
                                .map(recorded -> leave(prepared.answer(), recorded))));
    }

    /** The ref of a plain id; only access-service holds the key it is made with. */
    public Uni<Found> lookUp(Asked asked, QuestionReport.Lookup lookup) {
        return measured(
                asked,
                () -> sessions.read(
                                asked.asker().tenant(),
                                snapshot -> Uni.createFrom().item(snapshot.position()))
                        .flatMap(position -> door.record(asked.report(position, lookup))
                                .map(recorded ->
                                        new Found(position, recorded.ref().orElseThrow()))));
    }

    /** What a plain id is called in the ledger. It has a name whether or not anything is known of it. */
    public record Found(long position, String ref) {}

    private <T> Uni<Prepared<T>> prepared(Asked asked, Function<Snapshot, Uni<Answer<T>>> prepare) {
        return sessions.read(
                asked.asker().tenant(),
                snapshot -> prepare.apply(snapshot).map(answer -> new Prepared<>(snapshot.position(), answer)));
    }

    private static <T> T leave(Answer<T> answer, Recorded recorded) {
        return answer.body().apply(recorded).orElseThrow(Refusals::notThere);
    }

    private <T> Uni<T> measured(Asked asked, Supplier<Uni<T>> work) {
        return Detached.from(() -> metrics.timed(asked.question(), work));
    }
}
