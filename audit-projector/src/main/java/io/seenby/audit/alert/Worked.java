package io.seenby.audit.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ClientRef;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * An alert in its latest revision, with what people have done with it: a row of {@code worked_alerts}.
 *
 * @param rank by severity, 3 the gravest
 */
record Worked(Revision revision, int rank, JsonNode work) {

    /** The columns that this is read from. */
    static final String COLUMNS = """
            payload, rank, work,
            acknowledged_by, acknowledged_at, acknowledged_index,
            assignee, assigned_by, assigned_at, assigned_index,
            suppressed_until, suppressed_by, suppressed_at, suppressed_index,
            judgement, judged_by, judged_at, judged_index""";

    static Worked of(Row row, long position) {
        ObjectNode work = JsonNodeFactory.instance.objectNode().put("status", row.getString("work"));
        act(row, "acknowledged").ifPresent(done -> work.set("acknowledged", done));
        act(row, "assigned").ifPresent(done -> work.set("assigned", done.put("to", row.getString("assignee"))));
        act(row, "suppressed")
                .ifPresent(done -> work.set("suppressed", done.put("until", moment(row, "suppressed_until"))));
        act(row, "judged").ifPresent(done -> work.set("judged", done.put("judgement", row.getString("judgement"))));
        return new Worked(Revision.of(row.getBuffer("payload").getBytes(), position), row.getInteger("rank"), work);
    }

    /** By whom, when, and which entry says so. */
    private static Optional<ObjectNode> act(Row row, String name) {
        return Optional.ofNullable(row.getString(name + "_by"))
                .map(by -> JsonNodeFactory.instance
                        .objectNode()
                        .put("by", by)
                        .put("at", moment(row, name + "_at"))
                        .put("entry", Long.toString(row.getLong(name + "_index"))));
    }

    private static String moment(Row row, String column) {
        Instant moment = row.getOffsetDateTime(column).toInstant();
        return moment.toString();
    }

    /** As on the topic, and {@code work} with it. */
    JsonNode node() {
        return ((ObjectNode) revision.node()).set("work", work);
    }

    Collection<ClientRef> clients() {
        return revision.clients();
    }
}
