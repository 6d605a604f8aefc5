package io.seenby.bench.corpus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What has to be known before a day's accesses make sense: who cares for whom, and who has consented. */
final class Facts {
    private static final int CLIENTS_EACH = 100;
    private static final int TEAM_SIZE = 6;

    private final Organisation organisation;
    private final Instant when;
    private final List<ReportLine> lines = new ArrayList<>();

    private Facts(Organisation organisation, Instant when) {
        this.organisation = organisation;
        this.when = when;
    }

    static List<ReportLine> of(Organisation organisation, Instant when) {
        var facts = new Facts(organisation, when);
        for (int team = 0; team < organisation.teams(); team++) {
            facts.relate(team);
        }
        for (int client = 0; client < organisation.clients(); client++) {
            if (Organisation.hasConsent(client)) {
                facts.consent(client);
            }
        }
        return List.copyOf(facts.lines);
    }

    private void relate(int team) {
        int client = team;
        for (int part = 0; client < organisation.clients(); part++) {
            var report = report("seenby.relationship-established.v1");
            report.put("relationship", "team-%03d-%d".formatted(team, part)).put("kind", "care-team");
            var clients = report.putArray("clients");
            for (; client < organisation.clients() && clients.size() < CLIENTS_EACH; client += organisation.teams()) {
                clients.add(Organisation.client(client));
            }
            var members = report.putArray("members");
            for (int place = 0; place < Math.min(TEAM_SIZE, organisation.actors()); place++) {
                members.add(Organisation.actor(organisation.member(team, place)));
            }
            lines.add(ReportLine.of(report));
        }
    }

    private void consent(int client) {
        var report = report("seenby.consent-granted.v1");
        report.put("consent", Organisation.consent(client));
        report.putArray("clients").add(Organisation.client(client));
        lines.add(ReportLine.of(report));
    }

    private ObjectNode report(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("eventId", ReportLine.eventId("fact", lines.size()))
                .put("occurredAt", when.toString());
    }
}
