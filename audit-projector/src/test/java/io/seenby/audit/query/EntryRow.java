package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.EventType;
import io.seenby.events.json.CanonicalJson;
import io.seenby.events.json.EntryCodec;
import io.seenby.events.shape.Moments;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One entry as the views keep it. */
record EntryRow(
        String tenant,
        long index,
        EventType type,
        Instant occurredAt,
        String actor,
        List<String> clients,
        String record,
        List<String> labels,
        String outcome,
        Optional<String> purpose,
        boolean sealed,
        Optional<Said> said,
        Optional<Post> post) {

    /** Where an actor works, and as what. */
    record Post(String department, String role) {}

    /** What the pipeline says of the access, the same of each client. */
    record Said(String verdict, String reason, String tie, List<Long> evidence) {}

    private static final String ENTRY = """
            insert into entries_all values (?, ?, ?, ?, ?, 'ehr', ?, ?, ?, 'workforce', ?, 'chart', ?, ?, ?, ?, false, ?)
            """;
    private static final String CLIENT = "insert into entry_clients_all values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    String id() {
        return Long.toString(index);
    }

    boolean disclosure() {
        return type == EventType.INFORMATION_DISCLOSED;
    }

    String action() {
        return type.action().orElseThrow().wire();
    }

    void insert(Connection projector) throws SQLException {
        ViewsStory.run(
                projector,
                ENTRY,
                tenant,
                index,
                index,
                ViewsStory.time(occurredAt),
                ViewsStory.time(occurredAt),
                "e-" + index,
                type.wire(),
                actor,
                record,
                projector.createArrayOf("text", labels.toArray()),
                action(),
                outcome,
                purpose.orElse(null),
                value());
        for (String client : clients) {
            ViewsStory.run(
                    projector,
                    CLIENT,
                    tenant,
                    client,
                    ViewsStory.time(occurredAt),
                    index,
                    disclosure(),
                    said.map(Said::verdict).orElse(null),
                    said.map(Said::reason).orElse(null),
                    said.map(Said::tie).orElse(null),
                    said.isPresent()
                            ? projector.createArrayOf(
                                    "bigint", said.get().evidence().toArray())
                            : null);
        }
    }

    /** What stands in the ledger; refuses to be anything but a decodable entry. */
    byte[] value() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("tenant", tenant)
                .put("publisher", "ehr")
                .put("instance", "main")
                .put("eventId", "e-" + index);
        value.put("type", type.wire());
        value.put("occurredAt", Moments.write(occurredAt)).put("recordedAt", Moments.write(occurredAt));
        ObjectNode who = value.putObject("actor").put("ref", actor).put("kind", "workforce");
        post.ifPresent(at -> who.put("department", at.department()).put("role", at.role()));
        clients.forEach(value.putArray("clients")::add);
        ObjectNode what = value.putObject("record").put("ref", record).put("type", "chart");
        labels.forEach(what.putArray("labels")::add);
        value.put("action", action()).put("outcome", outcome);
        purpose.ifPresent(why -> value.put("purpose", why));
        if (disclosure()) {
            value.putObject("recipient")
                    .put("ref", ViewsStory.ref("recipient", 1))
                    .put("kind", "organisation");
            value.put("channel", "fax");
        } else if (type == EventType.ACCESS_DENIED) {
            value.put("attempted", "read");
        }
        var boxes = value.putArray("sealed");
        if (sealed) {
            boxes.addObject().put("subject", clients.get(0)).put("keyId", "1").put("ciphertext", "c2VjcmV0");
        }
        value.put("contentTag", ViewsStory.ref("tag", index));
        byte[] canonical = CanonicalJson.write(value);
        if (EntryCodec.decode(canonical) instanceof EntryCodec.Undecodable wrong) {
            throw new IllegalStateException(wrong.reason());
        }
        return canonical;
    }

    /** An entry being told: a read of chart 1 of client 1 by actor 1, unless said otherwise. */
    static final class Draft {
        private final String tenant;
        private final long index;
        private final Consumer<EntryRow> done;
        private EventType type = EventType.RECORD_READ;
        private Instant occurredAt;
        private String actor = ViewsStory.ref("actor", 1);
        private List<String> clients = List.of(ViewsStory.ref("client", 1));
        private String record = ViewsStory.ref("record", 1);
        private List<String> labels = List.of();
        private String outcome = "success";
        private Optional<String> purpose = Optional.empty();
        private boolean sealed;
        private Optional<Said> said = Optional.empty();
        private Optional<Post> post = Optional.empty();

        Draft(String tenant, long index, Consumer<EntryRow> done) {
            this.tenant = tenant;
            this.index = index;
            this.done = done;
            this.occurredAt = ViewsStory.DAY.plusSeconds(index);
        }

        Draft type(EventType what) {
            type = what;
            return this;
        }

        Draft at(Instant moment) {
            occurredAt = moment;
            return this;
        }

        Draft by(String who) {
            actor = who;
            return this;
        }

        Draft as(String department, String role) {
            post = Optional.of(new Post(department, role));
            return this;
        }

        Draft about(List<String> whose) {
            clients = whose;
            return this;
        }

        Draft of(String what) {
            record = what;
            return this;
        }

        Draft labelled(List<String> words) {
            labels = words;
            return this;
        }

        Draft ending(String how) {
            outcome = how;
            return this;
        }

        Draft because(Optional<String> why) {
            purpose = why;
            return this;
        }

        Draft explained(String verdict, String reason, String tie, Long... evidence) {
            said = Optional.of(new Said(verdict, reason, tie, List.of(evidence)));
            return this;
        }

        Draft withText() {
            sealed = true;
            return this;
        }

        EntryRow add() {
            var entry = new EntryRow(
                    tenant,
                    index,
                    type,
                    occurredAt,
                    actor,
                    clients,
                    record,
                    labels,
                    outcome,
                    purpose,
                    sealed,
                    said,
                    post);
            done.accept(entry);
            return entry;
        }
    }
}
