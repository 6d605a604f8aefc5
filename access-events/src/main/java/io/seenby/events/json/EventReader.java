package io.seenby.events.json;

import static io.seenby.events.json.Nodes.codes;
import static io.seenby.events.json.Nodes.count;
import static io.seenby.events.json.Nodes.flag;
import static io.seenby.events.json.Nodes.list;
import static io.seenby.events.json.Nodes.moment;
import static io.seenby.events.json.Nodes.optionalCount;
import static io.seenby.events.json.Nodes.seconds;
import static io.seenby.events.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.Action;
import io.seenby.events.ActorRef;
import io.seenby.events.Assurance;
import io.seenby.events.AuthenticationStep;
import io.seenby.events.Channel;
import io.seenby.events.CheckpointKey;
import io.seenby.events.CheckpointKeyId;
import io.seenby.events.Circumstances;
import io.seenby.events.ClientKind;
import io.seenby.events.ConsentDecision;
import io.seenby.events.ConsentRef;
import io.seenby.events.EventType;
import io.seenby.events.IntegrityDoubt;
import io.seenby.events.Intent;
import io.seenby.events.KnownBy;
import io.seenby.events.LedgerEvent;
import io.seenby.events.LedgerKeyId;
import io.seenby.events.LegalBasis;
import io.seenby.events.MatchToken;
import io.seenby.events.PublisherId;
import io.seenby.events.Question;
import io.seenby.events.Quota;
import io.seenby.events.Recipient;
import io.seenby.events.RecipientKind;
import io.seenby.events.RecipientRef;
import io.seenby.events.RelationshipKind;
import io.seenby.events.RelationshipRef;
import io.seenby.events.ReviewConclusion;
import io.seenby.events.Standing;
import io.seenby.events.TeamRef;
import io.seenby.events.Trait;
import io.seenby.events.WallRef;
import io.seenby.events.WireCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** From a JSON tree that has its shape to the event of its type, with the defaults that the schema states. */
final class EventReader {

    private static final Function<String, Intent> INTENT = WireCode.reader(Intent.class);
    private static final Function<String, Assurance> ASSURANCE = WireCode.reader(Assurance.class);
    private static final Function<String, AuthenticationStep> STEP = WireCode.reader(AuthenticationStep.class);
    private static final Function<String, Channel> CHANNEL = WireCode.reader(Channel.class);
    private static final Function<String, LegalBasis> BASIS = WireCode.reader(LegalBasis.class);
    private static final Function<String, KnownBy> KNOWN_BY = WireCode.reader(KnownBy.class);
    private static final Function<String, ClientKind> CLIENT_KIND = WireCode.reader(ClientKind.class);
    private static final Function<String, Trait> TRAIT = WireCode.reader(Trait.class);
    private static final Function<String, ConsentDecision> DECISION = WireCode.reader(ConsentDecision.class);
    private static final Function<String, RecipientKind> RECIPIENT_KIND = WireCode.reader(RecipientKind.class);
    private static final Function<String, RelationshipKind> RELATIONSHIP = WireCode.reader(RelationshipKind.class);
    private static final Function<String, Question> QUESTION = WireCode.reader(Question.class);
    private static final Function<String, IntegrityDoubt> DOUBT = WireCode.reader(IntegrityDoubt.class);
    private static final Function<String, ReviewConclusion> REVIEWED = WireCode.reader(ReviewConclusion.class);
    private static final Function<String, Action> ATTEMPTED = WireCode.reader(Action.class);

    private EventReader() {}

    static LedgerEvent read(EventType type, JsonNode node) {
        return switch (type) {
            case RECORD_READ -> new LedgerEvent.RecordRead(circumstances(node));
            case CLIENTS_SEARCHED ->
                new LedgerEvent.ClientsSearched(
                        circumstances(node),
                        codes(node, "fields"),
                        list(node, "terms", term -> new MatchToken(term.textValue())),
                        count(node, "hits", node.path("clients").size()));
            case RECORD_EXPORTED ->
                new LedgerEvent.RecordExported(circumstances(node), text(node, "format"), count(node, "records", 1));
            case RECORD_PRINTED -> new LedgerEvent.RecordPrinted(circumstances(node), count(node, "copies", 1));
            case ACCESS_DENIED ->
                new LedgerEvent.AccessDenied(
                        circumstances(node),
                        ATTEMPTED.apply(node.get("attempted").textValue()),
                        text(node, "reason"));
            case ACTOR_AUTHENTICATED ->
                new LedgerEvent.ActorAuthenticated(
                        circumstances(node), STEP.apply(node.get("step").textValue()), text(node, "method"));
            case INFORMATION_DISCLOSED ->
                new LedgerEvent.InformationDisclosed(
                        recipient(node.get("recipient")),
                        CHANNEL.apply(node.get("channel").textValue()),
                        flag(node, "secured"),
                        text(node, "legalBasis").map(BASIS),
                        text(node, "consent").map(ConsentRef::new),
                        intent(node),
                        text(node, "knownBy").map(KNOWN_BY).orElse(KnownBy.SYSTEM));
            case CLIENT_REGISTERED ->
                new LedgerEvent.ClientRegistered(
                        CLIENT_KIND.apply(node.get("kind").textValue()), EntryReader.tokens(node));
            case CLIENT_TRAITS_CHANGED -> new LedgerEvent.ClientTraitsChanged(traits(node), EntryReader.tokens(node));
            case CONSENT_GRANTED -> consentGranted(node);
            case CONSENT_REVOKED -> new LedgerEvent.ConsentRevoked(consent(node));
            case ACTOR_JOINED -> new LedgerEvent.ActorJoined(standing(node));
            case ACTOR_CHANGED -> new LedgerEvent.ActorChanged(standing(node));
            case ACTOR_LEFT -> new LedgerEvent.ActorLeft(EntryReader.actor(node.get("subject")));
            case RELATIONSHIP_ESTABLISHED, RELATIONSHIP_ESTABLISHED_2 ->
                new LedgerEvent.RelationshipEstablished(
                        relationship(node),
                        RELATIONSHIP.apply(node.get("kind").textValue()),
                        list(node, "members", EntryReader::actor),
                        teams(node),
                        moment(node, "from"),
                        moment(node, "until"));
            case RELATIONSHIP_ENDED -> new LedgerEvent.RelationshipEnded(relationship(node));
            case WALL_RAISED ->
                new LedgerEvent.WallRaised(
                        wall(node),
                        list(node, "members", EntryReader::actor),
                        teams(node),
                        moment(node, "from"),
                        moment(node, "until"));
            case WALL_LIFTED -> new LedgerEvent.WallLifted(wall(node));
            case EXCEPTION_REVIEWED ->
                new LedgerEvent.ExceptionReviewed(
                        EntryReader.actor(node.get("accessor")),
                        moment(node, "from").orElseThrow(),
                        moment(node, "until").orElseThrow(),
                        REVIEWED.apply(node.get("conclusion").textValue()));
            case PUBLISHER_HEARTBEAT ->
                new LedgerEvent.PublisherHeartbeat(
                        optionalCount(node, "highestSequence"), seconds(node, "heardWithin"));
            case TENANT_OPENED ->
                new LedgerEvent.TenantOpened(node.get("partition").intValue());
            case PUBLISHER_REGISTERED ->
                new LedgerEvent.PublisherRegistered(
                        new PublisherId(node.get("registered").textValue()),
                        codes(node, "types"),
                        new Quota(
                                node.get("perSecond").longValue(),
                                node.get("burst").longValue()));
            case PUBLISHER_SUSPENDED ->
                new LedgerEvent.PublisherSuspended(
                        new PublisherId(node.get("suspended").textValue()));
            case LEDGER_KEY_ROTATED ->
                new LedgerEvent.LedgerKeyRotated(
                        node.get("partition").intValue(),
                        list(node, "accepts", EventReader::ledgerKey),
                        list(node, "retires", EventReader::ledgerKey));
            case CHECKPOINT_KEY_ROTATED ->
                new LedgerEvent.CheckpointKeyRotated(
                        node.get("partition").intValue(),
                        new CheckpointKey(node.get("key").textValue()),
                        text(node, "former").map(CheckpointKeyId::new));
            case AUDIT_QUERIED ->
                new LedgerEvent.AuditQueried(
                        QUESTION.apply(node.get("question").textValue()),
                        node.get("position").longValue(),
                        node.get("count").longValue(),
                        node.get("digest").textValue());
            case INTEGRITY_DOUBTED ->
                new LedgerEvent.IntegrityDoubted(
                        DOUBT.apply(node.get("doubt").textValue()),
                        node.get("position").longValue());
            case ALERT_ACKNOWLEDGED -> WorkReader.acknowledged(node);
            case ALERT_ASSIGNED -> WorkReader.assigned(node);
            case ALERT_SUPPRESSED -> WorkReader.suppressed(node);
            case ALERT_JUDGED -> WorkReader.judged(node);
            case LEGAL_HOLD_PLACED -> ErasureReader.placed(node);
            case LEGAL_HOLD_RELEASED -> ErasureReader.released(node);
            case DUTY_REQUESTED -> ErasureReader.requested(node);
            case DUTY_APPROVED -> ErasureReader.approved(node);
            case CLIENT_ERASED -> ErasureReader.erased(node);
            case TIME_PASSED -> new LedgerEvent.TimePassed();
        };
    }

    private static LedgerKeyId ledgerKey(JsonNode id) {
        return new LedgerKeyId(id.longValue());
    }

    private static Circumstances circumstances(JsonNode node) {
        return new Circumstances(
                text(node, "operation"),
                flag(node, "breakGlass"),
                flag(node, "justified"),
                intent(node),
                text(node, "assurance").map(ASSURANCE),
                text(node, "session").map(MatchToken::new),
                text(node.path("origin"), "country"));
    }

    private static LedgerEvent.ConsentGranted consentGranted(JsonNode node) {
        return new LedgerEvent.ConsentGranted(
                consent(node),
                text(node, "decision").map(DECISION).orElse(ConsentDecision.PERMIT),
                codes(node, "recordTypes"),
                list(node, "purposes", purpose -> EntryReader.PURPOSE.apply(purpose.textValue())),
                list(node, "recipients", EventReader::recipient),
                moment(node, "from"),
                moment(node, "until"),
                text(node, "noticeVersion"),
                text(node, "capacity"));
    }

    private static Intent intent(JsonNode node) {
        return text(node, "intent").map(INTENT).orElse(Intent.DELIBERATE);
    }

    private static Recipient recipient(JsonNode node) {
        return new Recipient(
                new RecipientRef(node.get("ref").textValue()),
                text(node, "kind").map(RECIPIENT_KIND));
    }

    private static Set<Trait> traits(JsonNode node) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        node.get("traits").forEach(trait -> traits.add(TRAIT.apply(trait.textValue())));
        return traits;
    }

    private static Standing standing(JsonNode node) {
        return new Standing(
                EntryReader.actor(node.get("subject")),
                teams(node),
                text(node, "supervisor").map(ActorRef::new));
    }

    private static List<TeamRef> teams(JsonNode node) {
        return list(node, "teams", team -> new TeamRef(team.textValue()));
    }

    private static WallRef wall(JsonNode node) {
        return new WallRef(node.get("wall").textValue());
    }

    private static ConsentRef consent(JsonNode node) {
        return new ConsentRef(node.get("consent").textValue());
    }

    private static RelationshipRef relationship(JsonNode node) {
        return new RelationshipRef(node.get("relationship").textValue());
    }
}
