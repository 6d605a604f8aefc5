package io.seenby.core.detection;

import io.seenby.events.ActorKind;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which accesses need a relationship: somebody of the workforce or a contractor opened, printed or exported a record. A
 * service or the client is not judged, nor an attempt that failed: nothing was seen.
 */
final class Judged {

    private Judged() {}

    /** The clients whom the actor needs a relationship with, in order; empty if none. */
    static Collection<ClientRef> clients(LedgerEntry entry) {
        return looked(entry.event()) && byPerson(entry.actor().kind()) && happened(entry)
                ? new TreeSet<>(entry.clients())
                : List.of();
    }

    static boolean happened(LedgerEntry entry) {
        return entry.outcome().map(outcome -> outcome != Outcome.FAILURE).orElse(true);
    }

    static boolean byPerson(ActorKind kind) {
        return switch (kind) {
            case WORKFORCE, CONTRACTOR -> true;
            case SERVICE, CLIENT -> false;
        };
    }

    private static boolean looked(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.RecordRead read -> true;
            case LedgerEvent.RecordExported exported -> true;
            case LedgerEvent.RecordPrinted printed -> true;
            case LedgerEvent.ClientsSearched searched -> false;
            case LedgerEvent.AccessDenied denied -> false;
            case LedgerEvent.ActorAuthenticated authenticated -> false;
            case LedgerEvent.InformationDisclosed disclosed -> false;
            case LedgerEvent.ClientFact fact -> false;
            case LedgerEvent.ActorFact fact -> false;
            case LedgerEvent.RelationshipFact fact -> false;
            case LedgerEvent.ExceptionEvent reviewed -> false;
            case LedgerEvent.PublisherEvent own -> false;
            case LedgerEvent.ServiceEvent own -> false;
        };
    }
}
