package io.seenby.audit.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.door.LedgerDoor;
import io.seenby.audit.door.QuestionReport;
import io.seenby.audit.door.WorkRecorded;
import io.seenby.audit.door.WorkReport;
import io.seenby.audit.http.Asker;
import io.seenby.audit.query.Answer;
import io.seenby.audit.query.Asked;
import io.seenby.audit.query.Detached;
import io.seenby.audit.query.Questions;
import io.seenby.audit.query.Snapshot;
import io.seenby.audit.query.TenantSession;
import io.seenby.events.AlertId;
import io.seenby.events.EventType;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody does something with an alert: the alert is looked for in the views, the act is recorded in the ledger, and only
 * then it is answered. Whether the alert is about them is for access-service to say, which alone can make their ref.
 *
 * <p>Who acts on an alert that is not there is told so like somebody who asks for it, and that is recorded too.
 */
@ApplicationScoped
class WorkDesk {

    private static final String ABOUT = "select actor from alerts where alert_id = $1";

    /** An alert that is there, and whom it is about; those about the ledger itself are about nobody. */
    private record Known(Optional<String> about) {}

    private final TenantSession sessions;
    private final LedgerDoor door;
    private final Questions questions;

    WorkDesk(TenantSession sessions, LedgerDoor door, Questions questions) {
        this.sessions = sessions;
        this.door = door;
        this.questions = questions;
    }

    /** @param own what only the type's report has, in its shape */
    Uni<WorkRecorded> act(Asker asker, AlertId alert, EventType type, Map<String, JsonNode> own) {
        return Detached.from(() -> sessions.read(asker.tenant(), snapshot -> find(snapshot, alert))
                .flatMap(found -> found.map(known -> door.work(report(asker, alert, known, type, own)))
                        .orElseGet(() -> notThere(asker, alert))));
    }

    private static Uni<Optional<Known>> find(Snapshot snapshot, AlertId alert) {
        return snapshot.connection()
                .preparedQuery(ABOUT)
                .execute(Tuple.of(alert.value()))
                .map(rows -> {
                    Iterator<Row> row = rows.iterator();
                    return row.hasNext()
                            ? Optional.of(
                                    new Known(Optional.ofNullable(row.next().getString("actor"))))
                            : Optional.empty();
                });
    }

    private static WorkReport report(
            Asker asker, AlertId alert, Known known, EventType type, Map<String, JsonNode> own) {
        return new WorkReport(
                asker.tenant().value(), QuestionReport.Actor.of(asker), alert.value(), known.about(), type.wire(), own);
    }

    private Uni<WorkRecorded> notThere(Asker asker, AlertId alert) {
        var asked = new Asked(
                asker, Question.ALERTS, JsonNodeFactory.instance.objectNode().put("id", alert.value()));
        return questions.answer(asked, snapshot -> Uni.createFrom().item(Answer.nothing()));
    }
}
