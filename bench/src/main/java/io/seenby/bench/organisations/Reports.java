package io.seenby.bench.organisations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Accesses and disclosures as JSON; event ids are given when they are written. */
record Reports(House house) {

    String actorId(int actor) {
        return "%s-%05d".formatted(house.kind().role(House.place(actor)), actor);
    }

    static String clientId(int client) {
        return "client-%06d".formatted(client);
    }

    static String teamId(int team) {
        return "team-%04d".formatted(team);
    }

    static ObjectNode begin(String type, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "seenby." + type)
                .put("eventId", "")
                .put("occurredAt", at.toString());
    }

    ObjectNode actor(int actor) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", actorId(actor))
                .put("kind", "workforce")
                .put("role", house.kind().role(House.place(actor)))
                .put("department", "department-%03d".formatted(House.departmentOf(House.teamOf(actor))));
    }

    static ObjectNode client(int client) {
        return JsonNodeFactory.instance.objectNode().put("id", clientId(client));
    }

    /** An ordinary look at one of a client's ordinary records. */
    ObjectNode read(Instant at, int actor, int client, int record) {
        return look("record-read.v1", at, actor, client, record, false);
    }

    ObjectNode readSensitive(Instant at, int actor, int client) {
        return look("record-read.v1", at, actor, client, 9, true);
    }

    ObjectNode printSensitive(Instant at, int actor, int client) {
        return look("record-printed.v1", at, actor, client, 9, true).put("copies", 1);
    }

    ObjectNode print(Instant at, int actor, int client, int record) {
        return look("record-printed.v1", at, actor, client, record, false).put("copies", 1 + record % 3);
    }

    ObjectNode export(Instant at, int actor, int client, int record) {
        return look("record-exported.v1", at, actor, client, record, false)
                .put("format", "pdf")
                .put("records", 1 + record);
    }

    ObjectNode exportMany(Instant at, int actor, int client, int records) {
        return export(at, actor, client, 0).put("records", records);
    }

    /** From a session that a password alone has opened. */
    ObjectNode readByPassword(Instant at, int actor, int client, boolean sensitive) {
        return look("record-read.v1", at, actor, client, sensitive ? 9 : 1, sensitive)
                .put("assurance", "aal1");
    }

    ObjectNode searchFor(Instant at, int actor, List<String> terms, List<Integer> listed) {
        ObjectNode report = by("clients-searched.v1", at, actor)
                .put("purpose", house.kind().words().purpose());
        report.putArray("fields").add("name");
        var words = report.putArray("terms");
        terms.forEach(words::add);
        var clients = report.putArray("clients");
        listed.forEach(client -> clients.add(client(client)));
        return report;
    }

    ObjectNode denied(Instant at, int actor, int client, int record) {
        return look("access-denied.v1", at, actor, client, record, false)
                .put("attempted", "read")
                .put("reason", "no-privilege");
    }

    ObjectNode search(Instant at, int actor, int client, int listed) {
        ObjectNode report = by("clients-searched.v1", at, actor)
                .put("purpose", house.kind().words().purpose());
        report.putArray("fields").add("name");
        report.putArray("terms").add("term-%04d".formatted(client % 5_000));
        var clients = report.putArray("clients");
        for (int i = client; i < Math.min(client + listed, house.clients()); i++) {
            clients.add(client(i));
        }
        return report;
    }

    /** A release to somebody outside, by a basis that needs no consent. */
    ObjectNode disclose(Instant at, int actor, int client) {
        return disclosure(at, actor, client)
                .put("legalBasis", house.kind().words().basis());
    }

    ObjectNode discloseByConsent(Instant at, int actor, int client, String consent) {
        return disclosure(at, actor, client)
                .put("legalBasis", house.kind().words().consentBasis())
                .put("consent", consent);
    }

    /** Nothing is said of a basis. */
    ObjectNode discloseBarely(Instant at, int actor, int client) {
        return disclosure(at, actor, client);
    }

    /** A basis is named that stands only with a consent. */
    ObjectNode discloseAsIfAgreed(Instant at, int actor, int client) {
        return disclosure(at, actor, client)
                .put("legalBasis", house.kind().words().consentBasis());
    }

    /** On social media or in the press, by what allows the daily work. */
    ObjectNode publish(Instant at, int actor, int client, String channel) {
        return disclose(at, actor, client).put("channel", channel);
    }

    /** A sensitive record by e-mail, by a basis that needs no consent. */
    ObjectNode mailSensitive(Instant at, int actor, int client, boolean secured) {
        ObjectNode report = disclose(at, actor, client).put("channel", "e-mail").put("secured", secured);
        ((ObjectNode) report.get("record"))
                .putArray("labels")
                .add(house.kind().words().label());
        return report;
    }

    private ObjectNode disclosure(Instant at, int actor, int client) {
        ObjectNode report = about("information-disclosed.v1", at, actor, client, client % 9, false)
                .put("channel", client % 2 == 0 ? "portal" : "e-mail")
                .put("secured", client % 3 != 0);
        report.putObject("recipient")
                .put("name", "Recipient %03d".formatted(client % 400))
                .put("kind", "organisation");
        return report;
    }

    private ObjectNode look(String type, Instant at, int actor, int client, int record, boolean sensitive) {
        ObjectNode report = about(type, at, actor, client, record, sensitive);
        report.put("session", "session-%05d-%d".formatted(actor, at.getEpochSecond() / 14_400));
        return report;
    }

    private ObjectNode about(String type, Instant at, int actor, int client, int record, boolean sensitive) {
        ObjectNode report = by(type, at, actor);
        report.putArray("clients").add(client(client));
        var words = house.kind().words();
        ObjectNode seen = report.putObject("record")
                .put("type", words.record())
                .put("id", "%s-%06d-%d".formatted(words.record(), client, record));
        if (sensitive) {
            seen.putArray("labels").add(words.label());
        }
        return report.put("purpose", words.purpose());
    }

    private ObjectNode by(String type, Instant at, int actor) {
        ObjectNode report = begin(type, at);
        report.set("actor", actor(actor));
        return report;
    }
}
