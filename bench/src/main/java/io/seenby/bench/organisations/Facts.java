package io.seenby.bench.organisations;

import static io.seenby.bench.organisations.Reports.begin;
import static io.seenby.bench.organisations.Reports.client;
import static io.seenby.bench.organisations.Reports.teamId;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is stated about people, clients, and what ties or parts them, as JSON. */
record Facts(House house, Reports reports) {

    /** Everything that holds before the first day. */
    Stream<ObjectNode> before(Instant at) {
        var actors = IntStream.range(0, house.actors()).boxed().map(actor -> joined(at, actor));
        var clients = IntStream.range(0, house.clients()).boxed().flatMap(client -> known(at, client));
        var ties = IntStream.range(0, house.teams()).boxed().flatMap(team -> ties(at, team));
        return Stream.of(actors, clients, ties).flatMap(all -> all);
    }

    private Stream<ObjectNode> known(Instant at, int client) {
        ObjectNode registered = begin("client-registered.v1", at).put("kind", "person");
        registered.putArray("clients").add(client(client));
        registered.set("tokens", house.homeOfClient(client).json());
        ObjectNode traits = begin("client-traits-changed.v1", at);
        traits.putArray("clients").add(client(client));
        var names = traits.putArray("traits");
        traits(client).forEach(names::add);
        return Stream.of(
                        Stream.of(registered),
                        names.isEmpty() ? Stream.<ObjectNode>empty() : Stream.of(traits),
                        hasConsented(client)
                                ? Stream.of(consent(at, client, standingConsent(client)))
                                : Stream.<ObjectNode>empty())
                .flatMap(all -> all);
    }

    private List<String> traits(int client) {
        return Stream.of(
                        house.vip(client) ? "vip" : "",
                        house.deceased(client) ? "deceased" : "",
                        House.employee(client) ? "employee" : "")
                .filter(trait -> !trait.isEmpty())
                .toList();
    }

    private Stream<ObjectNode> ties(Instant at, int team) {
        ObjectNode whole = begin("relationship-established.v2", at)
                .put("relationship", "of-" + teamId(team))
                .put("kind", house.kind().words().tie());
        var clients = whole.putArray("clients");
        whole.putArray("teams").add(teamId(team));
        var single = Stream.<ObjectNode>builder();
        for (int client = team * House.CLIENTS; client < (team + 1) * House.CLIENTS; client++) {
            if (house.tiedByTeam(client)) {
                clients.add(client(client));
            } else {
                int tied = client;
                var members = IntStream.range(0, House.TEAM)
                        .map(place -> House.member(team, place))
                        .filter(actor -> house.mayLook(actor, tied))
                        .boxed()
                        .toList();
                single.add(tie(at, "of-" + Reports.clientId(client), at, members, client));
            }
        }
        return Stream.concat(Stream.of(whole), single.build());
    }

    private ObjectNode joined(Instant at, int actor) {
        return standing("actor-joined.v1", at, actor, List.of(House.teamOf(actor)));
    }

    /** The whole standing from that moment on. */
    ObjectNode changed(Instant at, int actor, Collection<Integer> teams) {
        return standing("actor-changed.v1", at, actor, teams);
    }

    private ObjectNode standing(String type, Instant at, int actor, Collection<Integer> teams) {
        ObjectNode report = begin(type, at);
        if (House.hasOwn(actor)) {
            report.putArray("clients").add(client(house.own(actor)));
        }
        report.set(
                "subject",
                reports.actor(actor).set("tokens", house.homeOf(actor).json()));
        var names = report.putArray("teams");
        teams.forEach(team -> names.add(teamId(team)));
        if (House.supervisor(actor) != actor) {
            report.put("supervisor", reports.actorId(House.supervisor(actor)));
        }
        return report;
    }

    ObjectNode left(Instant at, int actor) {
        ObjectNode report = begin("actor-left.v1", at);
        report.set("subject", reports.actor(actor));
        return report;
    }

    /** @param from since when it holds; it may be entered later */
    ObjectNode tie(Instant at, String name, Instant from, List<Integer> actors, int client) {
        ObjectNode report = begin("relationship-established.v1", at)
                .put("relationship", name)
                .put("kind", house.kind().words().tie())
                .put("from", from.toString());
        report.putArray("clients").add(client(client));
        var members = report.putArray("members");
        actors.forEach(actor -> members.add(reports.actor(actor)));
        return report;
    }

    ObjectNode wall(Instant at, String name, int client, List<Integer> actors, List<Integer> teams) {
        ObjectNode report = begin("wall-raised.v1", at).put("wall", name);
        report.putArray("clients").add(client(client));
        if (!actors.isEmpty()) {
            var members = report.putArray("members");
            actors.forEach(actor -> members.add(reports.actor(actor)));
        }
        if (!teams.isEmpty()) {
            var names = report.putArray("teams");
            teams.forEach(team -> names.add(teamId(team)));
        }
        return report;
    }

    static ObjectNode wallLifted(Instant at, String name) {
        return begin("wall-lifted.v1", at).put("wall", name);
    }

    static ObjectNode consent(Instant at, int client, String name) {
        ObjectNode report = begin("consent-granted.v1", at).put("consent", name);
        report.putArray("clients").add(client(client));
        return report;
    }

    static ObjectNode revoked(Instant at, int client, String name) {
        ObjectNode report = begin("consent-revoked.v1", at).put("consent", name);
        report.putArray("clients").add(client(client));
        return report;
    }

    /** Every tenth client has agreed to disclosures for good. */
    static boolean hasConsented(int client) {
        return client % 10 == 0;
    }

    static String standingConsent(int client) {
        return "consent-" + Reports.clientId(client);
    }
}
