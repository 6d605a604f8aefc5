package io.seenby.core.detection;

import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEvent;
import io.seenby.events.RecordItem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much speaks against one look at one client whom nothing ties to the actor: whole points, of what the rules found, of
 * how sensitive it was and of what went before.
 */
record Score(Set<Sign> signs) {

    /** For the look itself, since nothing explains it. */
    private static final int UNEXPLAINED = 2;

    /**
     * @param found findings on the entry so far
     * @param others how many other clients the actor has looked at without a reason lately
     * @param many how many of them count
     */
    static Score of(Indexed entry, ClientRef client, List<Finding> found, int others, int many) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        found.stream().filter(finding -> finding.client().equals(client)).forEach(finding -> {
            switch (finding.rule()) {
                case CoWorker.NAME -> signs.add(Sign.CO_WORKER);
                case Neighbour.NAME -> signs.add(Sign.NEIGHBOUR);
                case DeceasedClient.NAME -> signs.add(Sign.DECEASED);
                case OffHours.NAME -> signs.add(Sign.OFF_HOURS);
                case FamilyOrHousehold.NAME -> signs.add(Sign.SURNAME);
                default -> {
                    // Says nothing more than that it is unexplained, or is shown to people by itself.
                }
            }
        });
        if (!entry.entry().record().map(RecordItem::labels).orElse(List.of()).isEmpty()) {
            signs.add(Sign.SENSITIVE);
        }
        LedgerEvent event = entry.entry().event();
        if (event instanceof LedgerEvent.RecordExported || event instanceof LedgerEvent.RecordPrinted) {
            signs.add(Sign.TAKEN_AWAY);
        }
        if (others >= many) {
            signs.add(Sign.NOT_THE_FIRST);
        }
        return new Score(signs);
    }

    int points() {
        return UNEXPLAINED + signs.stream().mapToInt(Sign::points).sum();
    }

    /** In plain words, the gravest kind first. */
    String words() {
        return signs.stream().map(Sign::words).collect(Collectors.joining(", "));
    }
}
