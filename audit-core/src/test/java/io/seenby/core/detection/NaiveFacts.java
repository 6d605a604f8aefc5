package io.seenby.core.detection;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.LedgerEvent.ActorChanged;
import io.seenby.events.LedgerEvent.ActorJoined;
import io.seenby.events.LedgerEvent.ActorLeft;
import io.seenby.events.LedgerEvent.ClientErased;
import io.seenby.events.LedgerEvent.ClientRegistered;
import io.seenby.events.LedgerEvent.ClientTraitsChanged;
import io.seenby.events.LedgerEvent.ConsentGranted;
import io.seenby.events.LedgerEvent.ConsentRevoked;
import io.seenby.events.LedgerEvent.RelationshipEnded;
import io.seenby.events.LedgerEvent.RelationshipEstablished;
import io.seenby.events.LedgerEvent.WallLifted;
import io.seenby.events.LedgerEvent.WallRaised;
import io.seenby.events.RelationshipRef;
import io.seenby.events.TeamRef;
import io.seenby.events.Tokens;
import io.seenby.events.Trait;
import io.seenby.events.WallRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** What held when: of relationships and walls, of standings, of clients and their consents. */
final class NaiveFacts extends NaivePeriods {

    NaiveFacts(List<LedgerEntry> history) {
        super(history);
    }

    /** Statements by which relationships tie the actor to the client at the moment. */
    List<Integer> ties(ActorRef actor, ClientRef client, Instant moment, int known) {
        return relationships(known).stream()
                .flatMap(ref -> holding(known, moment, index -> ties(index, ref, actor, client), ends(ref)).stream())
                .toList();
    }

    /** Statements by which relationships tie the team to the client at the moment. */
    List<Integer> ties(TeamRef team, ClientRef client, Instant moment, int known) {
        return relationships(known).stream()
                .flatMap(ref -> holding(known, moment, index -> ties(index, ref, team, client), ends(ref)).stream())
                .toList();
    }

    /** Statements of the walls that stand around the client at the moment. */
    List<Integer> walls(ClientRef client, Instant moment, int known) {
        Set<WallRef> walls = new HashSet<>();
        for (int index = 0; index < known; index++) {
            if (history.get(index).event() instanceof WallRaised told) {
                walls.add(told.wall());
            }
        }
        return walls.stream()
                .flatMap(wall -> holding(known, moment, index -> raises(index, wall, client), lifts(wall)).stream())
                .toList();
    }

    /** Index of the entry that says how the actor stood at the moment, −1 if none does. */
    int standing(ActorRef actor, Instant moment, int known) {
        return latest(
                known, moment, index -> subject(index).filter(actor::equals).isPresent());
    }

    private Optional<ActorRef> subject(int index) {
        LedgerEvent event = history.get(index).event();
        if (event instanceof ActorJoined told) {
            return Optional.of(told.standing().subject().ref());
        }
        if (event instanceof ActorChanged told) {
            return Optional.of(told.standing().subject().ref());
        }
        return event instanceof ActorLeft told ? Optional.of(told.subject().ref()) : Optional.empty();
    }

    Tokens tokens(ClientRef client, Instant moment, int known) {
        int index = latest(
                known,
                moment,
                other -> history.get(other).clients().contains(client)
                        && stated(other)
                                .filter(tokens -> !tokens.equals(Tokens.NONE))
                                .isPresent());
        return index <= erased(client, known) ? Tokens.NONE : stated(index).orElseThrow();
    }

    /** Index of the last entry before {@code known} that erased the client, −1 if none did. */
    int erased(ClientRef client, int known) {
        for (int index = known - 1; index >= 0; index--) {
            if (history.get(index).event() instanceof ClientErased
                    && history.get(index).clients().contains(client)) {
                return index;
            }
        }
        return -1;
    }

    private Optional<Tokens> stated(int index) {
        LedgerEvent event = history.get(index).event();
        if (event instanceof ClientRegistered told) {
            return Optional.of(told.tokens());
        }
        return event instanceof ClientTraitsChanged told ? Optional.of(told.tokens()) : Optional.empty();
    }

    private Set<RelationshipRef> relationships(int known) {
        Set<RelationshipRef> refs = new HashSet<>();
        for (int index = 0; index < known; index++) {
            if (history.get(index).event() instanceof RelationshipEstablished told) {
                refs.add(told.relationship());
            }
        }
        return refs;
    }

    /** Indexes of the statements of a client's consents that are in force at the moment. */
    List<Integer> inForce(ClientRef client, Instant moment, int known) {
        Set<ConsentRef> refs = new HashSet<>();
        for (int index = 0; index < known; index++) {
            if (history.get(index).event() instanceof ConsentGranted told) {
                refs.add(told.consent());
            }
        }
        return refs.stream()
                .map(ref -> lastBegun(known, moment, index -> grants(index, ref, client)))
                .filter(index -> index >= 0)
                .toList();
    }

    boolean consentHolds(int granted, ClientRef client, Instant moment, int known) {
        ConsentRef ref = ((ConsentGranted) history.get(granted).event()).consent();
        return holdsAt(granted, known, moment, index -> grants(index, ref, client), revokes(ref, client));
    }

    boolean consentWasRevoked(int granted, ClientRef client, Instant moment, int known) {
        ConsentRef ref = ((ConsentGranted) history.get(granted).event()).consent();
        return inPeriod(granted, moment)
                && end(granted, known, index -> grants(index, ref, client), revokes(ref, client))
                        .filter(end -> !moment.isBefore(end))
                        .isPresent();
    }

    boolean has(Trait trait, ClientRef client, Instant moment, int known) {
        int index = latest(
                known,
                moment,
                other -> history.get(other).event() instanceof ClientTraitsChanged
                        && history.get(other).clients().contains(client));
        return index >= 0
                && ((ClientTraitsChanged) history.get(index).event()).traits().contains(trait);
    }

    private boolean ties(int index, RelationshipRef ref, ActorRef actor, ClientRef client) {
        LedgerEntry entry = history.get(index);
        return entry.event() instanceof RelationshipEstablished told
                && told.relationship().equals(ref)
                && entry.clients().contains(client)
                && told.members().stream().anyMatch(member -> member.ref().equals(actor));
    }

    private boolean ties(int index, RelationshipRef ref, TeamRef team, ClientRef client) {
        LedgerEntry entry = history.get(index);
        return entry.event() instanceof RelationshipEstablished told
                && told.relationship().equals(ref)
                && entry.clients().contains(client)
                && told.teams().contains(team);
    }

    private boolean raises(int index, WallRef wall, ClientRef client) {
        LedgerEntry entry = history.get(index);
        return entry.event() instanceof WallRaised told
                && told.wall().equals(wall)
                && entry.clients().contains(client);
    }

    private IntPredicate lifts(WallRef wall) {
        return index -> history.get(index).event() instanceof WallLifted told
                && told.wall().equals(wall);
    }

    private IntPredicate ends(RelationshipRef team) {
        return index -> history.get(index).event() instanceof RelationshipEnded told
                && told.relationship().equals(team);
    }

    private boolean grants(int index, ConsentRef ref, ClientRef client) {
        LedgerEntry entry = history.get(index);
        return entry.event() instanceof ConsentGranted told
                && told.consent().equals(ref)
                && entry.clients().contains(client);
    }

    private IntPredicate revokes(ConsentRef ref, ClientRef client) {
        return index -> history.get(index).event() instanceof ConsentRevoked told
                && told.consent().equals(ref)
                && history.get(index).clients().contains(client);
    }
}
