package io.seenby.local.demo;

import io.seenby.local.demo.Report.Person;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An organisation's tenant as the demo knows it: its people, its clients, and who belongs to whom. Every actor is tied
 * to the clients whose number leaves the same rest when divided by the number of teams; nobody is tied to the VIP but
 * team 0.
 *
 * @param publisher the system that reports
 * @param purpose the usual reason to look
 * @param relationship kind of the ties
 * @param recordTypes what there is to look at
 */
record House(
        String tenant,
        String publisher,
        String actorWord,
        String clientWord,
        String purpose,
        String relationship,
        List<String> recordTypes,
        List<String> departments) {

    static final int TEAMS = 6;
    static final int ACTORS = 24;
    static final int CLIENTS = 60;

    static final House LAW_FIRM = new House(
            "harbor-law",
            "document-system",
            "clerk",
            "client",
            "legal-representation",
            "matter-team",
            List.of("brief", "contract", "correspondence", "billing-note"),
            List.of("litigation", "tax", "family-law"));

    static final House HOSPITAL = new House(
            "st-brigid",
            "records-system",
            "nurse",
            "patient",
            "treatment",
            "care-team",
            List.of("lab-result", "medication-list", "discharge-letter", "imaging-report"),
            List.of("cardiology", "emergency", "oncology"));

    List<Person> team(int team) {
        return IntStream.range(0, ACTORS)
                .filter(actor -> actor % TEAMS == team)
                .mapToObj(this::actor)
                .toList();
    }

    String teamName(int team) {
        return "%s-%d".formatted(relationship, team);
    }

    List<Integer> clientsOf(int team) {
        return IntStream.range(0, CLIENTS)
                .filter(client -> client % TEAMS == team)
                .boxed()
                .toList();
    }

    Person actor(int number) {
        return new Person(
                "%s-%02d".formatted(actorWord, number),
                "%s %d".formatted(title(actorWord), number),
                actorWord,
                departments.get(number % departments.size()),
                "surname-%02d".formatted(number));
    }

    String clientId(int number) {
        return "%s-%04d".formatted(clientWord, number);
    }

    String clientName(int number) {
        return "%s %d".formatted(title(clientWord), number);
    }

    private static String title(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
