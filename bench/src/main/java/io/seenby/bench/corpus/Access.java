package io.seenby.bench.corpus;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in what each kind of access tells beyond who and when. */
final class Access {
    private Access() {}

    static void read(ObjectNode report, int client, int record) {
        of(report, "seenby.record-read.v1", client, record).put("operation", "chart-open");
    }

    static void print(ObjectNode report, int client, int record) {
        of(report, "seenby.record-printed.v1", client, record).put("copies", 1 + record % 3);
    }

    static void export(ObjectNode report, int client, int record) {
        of(report, "seenby.record-exported.v1", client, record)
                .put("format", "pdf")
                .put("records", 1 + record);
    }

    static void denied(ObjectNode report, int client, int record) {
        of(report, "seenby.access-denied.v1", client, record)
                .put("outcome", "failure")
                .put("attempted", "read")
                .put("reason", "no-privilege");
    }

    static void search(ObjectNode report, int client, int found, int clients) {
        report.put("type", "seenby.clients-searched.v1")
                .put("purpose", "treatment")
                .put("query", "name starts with Client %03d".formatted(client / 100))
                .put("hits", found);
        report.putArray("fields").add("name");
        report.putArray("terms").add("client %03d".formatted(client / 100));
        var listed = report.putArray("clients");
        for (int i = 0; i < found && client + i < clients; i++) {
            listed.add(Organisation.client(client + i));
        }
        where(report, client);
    }

    static void authenticated(ObjectNode report) {
        report.put("type", "seenby.actor-authenticated.v1")
                .put("step", "login")
                .put("method", "password-and-card")
                .put("assurance", "aal2");
        report.putArray("clients");
        where(report, 1);
    }

    private static ObjectNode of(ObjectNode report, String type, int client, int record) {
        report.put("type", type).put("purpose", "treatment");
        report.putArray("clients").add(Organisation.client(client));
        report.set("record", Organisation.record(client, record));
        where(report, client);
        return report;
    }

    private static void where(ObjectNode report, int number) {
        report.put("session", "session-%08x".formatted(number * 0x9E3779B9));
        report.putObject("origin").put("address", "10.20.%d.%d".formatted(number / 250 % 250, number % 250));
    }
}
