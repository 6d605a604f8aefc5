package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.explanation.Explanation;
import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.ClientTokens;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Erasure;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.TeamTie;
import io.seenby.core.facts.Wall;
import io.seenby.core.habit.Habit;
import io.seenby.core.habit.PeerHabit;
import io.seenby.core.habit.Peers;
import io.seenby.core.work.AlertWork;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row to insert, or to replace by its natural key: the only way a step touches state, in memory or stored. */
public sealed interface Change {

    /** The row's natural key; a later change with an equal key replaces an earlier one. */
    Record key();

    record RelationshipRow(Relationship relationship) implements Change {
        @Override
        public Relationship.Key key() {
            return relationship.key();
        }
    }

    record ConsentRow(Consent consent) implements Change {
        @Override
        public Consent.Key key() {
            return consent.key();
        }
    }

    record TraitsRow(ClientTraits traits) implements Change {
        @Override
        public ClientTraits.Key key() {
            return traits.key();
        }
    }

    record TeamTieRow(TeamTie teamTie) implements Change {
        @Override
        public TeamTie.Key key() {
            return teamTie.key();
        }
    }

    record StandingRow(ActorStanding standing) implements Change {
        @Override
        public ActorStanding.Key key() {
            return standing.key();
        }
    }

    record WallRow(Wall wall) implements Change {
        @Override
        public Wall.Key key() {
            return wall.key();
        }
    }

    record TokensRow(ClientTokens tokens) implements Change {
        @Override
        public ClientTokens.Key key() {
            return tokens.key();
        }
    }

    record ErasureRow(Erasure erasure) implements Change {
        @Override
        public Erasure.Key key() {
            return erasure.key();
        }
    }

    /** What is said of an entry's access to one client; it stands beside the entry and is never changed. */
    record ExplanationRow(PastLook look, Explanation explanation) implements Change {

        public record Key(long index, ClientRef client) {}

        @Override
        public Key key() {
            return new Key(look.index(), look.client());
        }
    }

    record FindingRow(Finding finding) implements Change {
        @Override
        public Finding.Key key() {
            return finding.key();
        }
    }

    record WindowRow(RepeatWindow window) implements Change {
        @Override
        public RepeatWindow.Key key() {
            return window.key();
        }
    }

    record PublisherRow(PublisherInstance instance) implements Change {
        @Override
        public PublisherInstance.Key key() {
            return instance.key();
        }

        /** The first moment after which a rule speaks about the instance; empty if none does. */
        public Optional<Instant> deadline() {
            return Completeness.deadlines(instance).min(Comparator.naturalOrder());
        }
    }

    record WorkRow(AlertWork work) implements Change {
        @Override
        public AlertWork.Key key() {
            return work.key();
        }
    }

    record HabitRow(Habit habit) implements Change {
        @Override
        public Habit.Key key() {
            return habit.key();
        }
    }

    record PeersRow(PeerHabit habit) implements Change {
        @Override
        public Peers key() {
            return habit.key();
        }
    }

    /** Goes to the journal as it is; the alert's own row is replaced by it. */
    record AlertRow(AlertRevision revision) implements Change {
        @Override
        public AlertRevision.Key key() {
            return revision.key();
        }
    }

    /** The last change of each key, in the order in which the keys were first touched. */
    static List<Change> lastPerKey(List<Change> changes) {
        Map<Record, Change> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.key(), change));
        return List.copyOf(last.values());
    }
}
