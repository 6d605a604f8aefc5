package io.seenby.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What can happen to a client's information, as the ledger keeps it: past-tense facts in keyed refs, tokens and codes.
 *
 * <p>Who, whose, what, why and when are common to all events and stand in the envelope ({@link LedgerEntry}); a record
 * here adds what only its type knows. Text (ids, names, free text) is never here: it is sealed beside the event.
 */
public sealed interface LedgerEvent {

    /** Someone inside looked, or tried to. */
    sealed interface Access extends LedgerEvent {
        Circumstances circumstances();
    }

    /** A record was opened. */
    record RecordRead(Circumstances circumstances) implements Access {}

    /**
     * Clients were searched for; the envelope lists those the answer showed.
     *
     * @param fields which attributes the query named, in the publisher's vocabulary
     * @param terms match tokens of the search terms
     * @param hits how many clients the answer held, 0 or more; may exceed the clients listed
     */
    record ClientsSearched(Circumstances circumstances, List<String> fields, List<MatchToken> terms, long hits)
            implements Access {}

    /** Records left a system as a file; {@code records} counts them, 1 or more. */
    record RecordExported(Circumstances circumstances, Optional<String> format, long records) implements Access {}

    /** A record was printed, {@code copies} times. */
    record RecordPrinted(Circumstances circumstances, long copies) implements Access {}

    /** An attempt that a system refused; {@code attempted} is what was tried. */
    record AccessDenied(Circumstances circumstances, Action attempted, Optional<String> reason) implements Access {}

    /** Somebody logged in, out, or stepped up. */
    record ActorAuthenticated(Circumstances circumstances, AuthenticationStep step, Optional<String> method)
            implements Access {}

    /** Information was released to a recipient outside, on any channel. */
    record InformationDisclosed(
            Recipient recipient,
            Channel channel,
            boolean secured,
            Optional<LegalBasis> legalBasis,
            Optional<ConsentRef> consent,
            Intent intent,
            KnownBy knownBy)
            implements LedgerEvent {}

    /** What the organisation knows of a client, as of now. */
    sealed interface ClientFact extends LedgerEvent {}

    record ClientRegistered(ClientKind kind, Tokens tokens) implements ClientFact {}

    /** The client's traits from now on: the whole set, not a difference. */
    record ClientTraitsChanged(Set<Trait> traits, Tokens tokens) implements ClientFact {}

    /**
     * The client permits or forbids. An empty list means "any".
     *
     * @param from first moment it is valid at; absent: from {@code occurredAt}
     * @param until first moment it is valid no more; absent: until revoked
     */
    record ConsentGranted(
            ConsentRef consent,
            ConsentDecision decision,
            List<String> recordTypes,
            List<Purpose> purposes,
            List<Recipient> recipients,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> noticeVersion,
            Optional<String> capacity)
            implements ClientFact {}

    /** A consent holds no more, from {@code occurredAt} on. */
    record ConsentRevoked(ConsentRef consent) implements ClientFact {}

    /** What the organisation knows of somebody who works for it, from {@code occurredAt} on. */
    sealed interface ActorFact extends LedgerEvent {}

    /** The client of the envelope, if there is one, is the subject itself: somebody who works here and is a client here. */
    record ActorJoined(Standing standing) implements ActorFact {}

    /** As {@link ActorJoined}: what it does not say holds no more. */
    record ActorChanged(Standing standing) implements ActorFact {}

    /** The subject's employment ends at {@code occurredAt}; who comes back joins again. */
    record ActorLeft(Actor subject) implements ActorFact {}

    /** What ties actors to clients or keeps them apart, as of now. */
    sealed interface RelationshipFact extends LedgerEvent {}

    /**
     * {@code from} and {@code until} as in {@link ConsentGranted}; each member and each team is tied to each client of the
     * envelope.
     *
     * @param members may be empty where teams are not
     * @param teams whoever is in one of them is tied while being in it; none in version 1
     */
    record RelationshipEstablished(
            RelationshipRef relationship,
            RelationshipKind kind,
            List<Actor> members,
            List<TeamRef> teams,
            Optional<Instant> from,
            Optional<Instant> until)
            implements RelationshipFact {}

    /** The relationship holds no more, from {@code occurredAt} on. */
    record RelationshipEnded(RelationshipRef relationship) implements RelationshipFact {}

    /**
     * An ethical wall: members, and whoever is in one of the teams, must not look at the clients of the envelope.
     *
     * @param members may be empty where teams are not
     * @param from as in {@link ConsentGranted}, {@code until} too
     */
    record WallRaised(
            WallRef wall, List<Actor> members, List<TeamRef> teams, Optional<Instant> from, Optional<Instant> until)
            implements RelationshipFact {}

    /** The wall stands no more, from {@code occurredAt} on. */
    record WallLifted(WallRef wall) implements RelationshipFact {}

    /** What became of accesses that went past a barrier. */
    sealed interface ExceptionEvent extends LedgerEvent {}

    /**
     * The actor of the envelope has reviewed what the accessor saw of the envelope's clients under break-glass. A review of
     * one's own accesses counts for nothing.
     *
     * @param from first moment of the period that was reviewed, by {@code occurredAt} of the accesses
     * @param until first moment after it
     */
    record ExceptionReviewed(Actor accessor, Instant from, Instant until, ReviewConclusion conclusion)
            implements ExceptionEvent {}

    /** What a publisher says of itself. */
    sealed interface PublisherEvent extends LedgerEvent {}

    /**
     * The publisher instance of the envelope is alive, and says what must have arrived by now.
     *
     * @param highestSequence the highest sequence number it has given so far, if it numbers what it sends
     * @param heardWithin the time within which it promises to be heard again, a minute to a day; absent: it promises
     *     nothing, and an earlier promise is taken back
     */
    record PublisherHeartbeat(OptionalLong highestSequence, Optional<Duration> heardWithin) implements PublisherEvent {}

    /** What SeenBy itself did. */
    sealed interface ServiceEvent extends LedgerEvent {}

    /** A tenant's first entry: fixes its partition for life. */
    record TenantOpened(int partition) implements ServiceEvent {}

    /**
     * From now on this publisher may report, within these terms: earlier ones and a suspension are over.
     *
     * @param types wire names of the events it may send, sorted, each once; none at all if it is empty. Names and not
     *     {@link EventType}s, so that a reader understands a publisher who may send what the reader does not know.
     */
    record PublisherRegistered(PublisherId registered, List<String> types, Quota quota) implements ServiceEvent {}

    /** From now on this publisher may report nothing, until it is registered again. */
    record PublisherSuspended(PublisherId suspended) implements ServiceEvent {}

    /**
     * Which keys prove the records of a partition from the next one on; stands in the partition's own ledger, see {@link
     * TenantId#ofLedger}.
     *
     * @param accepts keys that prove records from now on
     * @param retires keys that prove nothing any more, for ever
     */
    record LedgerKeyRotated(int partition, List<LedgerKeyId> accepts, List<LedgerKeyId> retires)
            implements ServiceEvent {}

    /**
     * Which key signs the checkpoints of a partition's trees from now on; stands in the partition's own ledger, see {@link
     * TenantId#ofLedger}, before the first checkpoint there that it has signed.
     *
     * @param key named for the tree of that ledger; the same key signs each of the partition's trees under the tree's name
     * @param former what signed before, named likewise; empty if no entry has said so
     */
    record CheckpointKeyRotated(int partition, CheckpointKey key, Optional<CheckpointKeyId> former)
            implements ServiceEvent {}

    /**
     * Somebody asked the audit API; recorded before the answer leaves.
     *
     * @param position ledger position of the tenant that the answer was prepared at
     * @param count entries in the answer
     * @param digest SHA-256 of the ids in the answer, base64url
     */
    record AuditQueried(Question question, long position, long count, String digest) implements ServiceEvent {}

    /**
     * Ledger, checkpoints, witness and views do not agree.
     *
     * @param position the first ledger index that is in doubt, or the size of the tree that is
     */
    record IntegrityDoubted(IntegrityDoubt doubt, long position) implements ServiceEvent {}

    /**
     * What people do with an alert, through SeenBy; the actor of the envelope did it. Nobody works on an alert about
     * themselves: what says so all the same counts for nothing. Nor does work on an alert that is not there.
     */
    sealed interface WorkEvent extends ServiceEvent {
        AlertId alert();
    }

    /** Somebody has seen it. */
    record AlertAcknowledged(AlertId alert) implements WorkEvent {}

    /** Somebody is to look into it, from now on alone. */
    record AlertAssigned(AlertId alert, Actor assignee) implements WorkEvent {}

    /**
     * Nobody wants to see this alert, in whatever revision, for a while. Other alerts of the same rule about the same
     * people are not hidden by it.
     *
     * @param until core time from which it is to be seen again
     */
    record AlertSuppressed(AlertId alert, Instant until) implements WorkEvent {}

    /** Somebody has looked into it; of several judgements the latest counts. */
    record AlertJudged(AlertId alert, AlertJudgement judgement) implements WorkEvent {}

    /**
     * Of the client of the envelope nothing may be erased while the hold stands. What is on hold, and why, the actor of the
     * envelope says; publishers cannot.
     */
    record LegalHoldPlaced(HoldRef hold) implements ServiceEvent {}

    /** The hold on the client of the envelope stands no more; others may. */
    record LegalHoldReleased(HoldRef hold) implements ServiceEvent {}

    /**
     * The actor of the envelope asks that something be done to its client which no single person may do.
     *
     * @param until first moment, by {@code recordedAt}, at which nobody can approve it any more
     */
    record DutyRequested(DutyId duty, DutyKind kind, Instant until) implements ServiceEvent {}

    /** The actor of the envelope, who must be somebody else than who asked, agrees. */
    record DutyApproved(DutyId duty) implements ServiceEvent {}

    /**
     * What was sealed about the client of the envelope up to here can be read no more: its data key is destroyed, in the
     * table of keys and wherever that is restored. The records themselves, and every proof of them, stay.
     */
    record ClientErased(DutyId duty) implements ServiceEvent {}

    /** Core time moved on without anything else happening; wakes rules that fire on silence. */
    record TimePassed() implements ServiceEvent {}
}
