package io.seenby.access.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ActorRef;
import io.seenby.events.EventId;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.PublisherId;
import io.seenby.events.SealedBox;
import io.seenby.events.TeamRef;
import io.seenby.events.TenantId;
import io.seenby.events.json.CanonicalJson;
import io.seenby.events.json.EntryCodec;
import io.seenby.events.json.StrictJson;
import io.seenby.events.shape.RefKind;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SealerTest {

    private static final Instant NOW = Instant.parse("2026-01-06T08:00:00.123456Z");
    private static final PublisherId PUBLISHER = new PublisherId("ehr");

    private Keyring keys;
    private Sealer sealer;

    @BeforeEach
    void makeKeys() throws Exception {
        keys = new Keyring("harbor-law");
        sealer = new Sealer();
    }

    static Stream<Arguments> everyTypeWithAnyNumberOfClients() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> FullReport.clientCounts(type).map(count -> Arguments.of(type, count)));
    }

    private SealedEntry seal(EventType type, JsonNode report) {
        assertThat(Validator.violations(ReportShapes.of(type), report)).isEmpty();
        Sealer.Draft draft = Sealer.Draft.of(PUBLISHER, type, report, new Refs(keys.tenant));
        return sealer.seal(draft, keys.tenant, keys.held(draft.clientRefs()), NOW);
    }

    private static LedgerEntry decoded(SealedEntry sealed) {
        EntryCodec.Decoded decoded = EntryCodec.decode(sealed.value());
        assertThat(decoded).isInstanceOf(EntryCodec.Entry.class);
        return ((EntryCodec.Entry) decoded).entry();
    }

    @ParameterizedTest
    @MethodSource("everyTypeWithAnyNumberOfClients")
    void sealedReportIsAnEntryOfTheContract(EventType type, int clients) {
        LedgerEntry entry = decoded(seal(type, FullReport.of(type, clients).json));
        assertThat(entry.type()).isEqualTo(type);
        assertThat(entry.publisher()).isEqualTo(PUBLISHER);
        assertThat(entry.recordedAt()).isEqualTo(NOW);
        assertThat(entry.occurredAt()).isEqualTo(Instant.parse("2026-01-05T07:00:00.123456Z"));
        assertThat(entry.action()).isEqualTo(type.action());
    }

    @ParameterizedTest
    @MethodSource("everyTypeWithAnyNumberOfClients")
    void ledgerValueShowsNoTextThatIsSealed(EventType type, int clients) {
        FullReport report = FullReport.of(type, clients);
        String value = new String(seal(type, report.json).value(), StandardCharsets.UTF_8);
        assertThat(report.canaries).isNotEmpty();
        assertThat(value).doesNotContain("Kanarienvogel").doesNotContain("kanarienvogel");
    }

    @ParameterizedTest
    @MethodSource("everyTypeWithAnyNumberOfClients")
    void openingGivesBackExactlyTheTextsThatWereSealed(EventType type, int clients) {
        FullReport report = FullReport.of(type, clients);
        SealedEntry sealed = seal(type, report.json);
        Opener.Opened opened = keys.open(sealed.identity(), decoded(sealed).sealed());
        assertThat(opened.texts()).isEqualTo(report.canaries);
        assertThat(opened.erased()).isEmpty();
        assertThat(opened.unreadable()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyTypeWithAnyNumberOfClients")
    void valueIsCanonical(EventType type, int clients) throws Exception {
        SealedEntry sealed = seal(type, FullReport.of(type, clients).json);
        assertThat(CanonicalJson.write(StrictJson.read(sealed.value()))).isEqualTo(sealed.value());
    }

    @Test
    void destroyingOneClientsKeyMakesTextAboutSeveralUnreadable() {
        FullReport report = FullReport.of(EventType.RECORD_READ, 5);
        SealedEntry sealed = seal(EventType.RECORD_READ, report.json);
        List<SealedBox> boxes = decoded(sealed).sealed();
        String third = decoded(sealed).clients().get(2).value();
        keys.clients.remove(third);
        Opener.Opened opened = keys.open(sealed.identity(), boxes);
        assertThat(opened.erased()).containsExactlyInAnyOrder(third, SealedBox.SHARED);
        assertThat(opened.texts()).containsKeys("/clients/0/id", "/clients/4/name", "/actor/id");
        assertThat(opened.texts()).doesNotContainKeys("/clients/2/id", "/clients/2/name", "/record/id");
    }

    @Test
    void boxOfAnotherEntryDoesNotOpen() {
        SealedEntry sealed = seal(EventType.RECORD_READ, FullReport.of(EventType.RECORD_READ, 2).json);
        Identity elsewhere = new Identity(new TenantId("harbor-law"), PUBLISHER, new EventId("event-2"));
        Opener.Opened opened = keys.open(elsewhere, decoded(sealed).sealed());
        assertThat(opened.texts()).isEmpty();
        assertThat(opened.unreadable()).hasSize(4);
    }

    @Test
    void boxGivenToAnotherClientDoesNotOpen() {
        SealedEntry sealed = seal(EventType.RECORD_READ, FullReport.of(EventType.RECORD_READ, 2).json);
        List<SealedBox> boxes = decoded(sealed).sealed();
        SealedBox swapped = new SealedBox(
                boxes.get(1).subject(), boxes.get(1).keyId(), boxes.get(0).ciphertext());
        assertThat(keys.open(sealed.identity(), List.of(swapped)).unreadable())
                .containsExactly(boxes.get(1).subject());
    }

    @Test
    void clientListedTwiceIsOneRefAndOneBox() {
        ObjectNode report = FullReport.of(EventType.RECORD_READ, 1).json;
        report.withArray("clients").add(report.get("clients").get(0).deepCopy());
        LedgerEntry entry = decoded(seal(EventType.RECORD_READ, report));
        assertThat(entry.clients()).hasSize(1);
        assertThat(entry.sealed())
                .extracting(SealedBox::subject)
                .containsExactly(entry.clients().get(0).value(), SealedBox.TENANT);
    }

    @Test
    void actorWhoIsTheClientIsSealedUnderTheClientsOwnKey() {
        ObjectNode report = FullReport.of(EventType.RECORD_READ, 2).json;
        report.withObject("/actor").put("kind", "client").set("id", report.at("/clients/1/id"));
        SealedEntry sealed = seal(EventType.RECORD_READ, report);
        String second = decoded(sealed).clients().get(1).value();
        keys.clients.remove(second);
        Opener.Opened opened = keys.open(sealed.identity(), decoded(sealed).sealed());
        assertThat(opened.texts()).doesNotContainKeys("/actor/id", "/actor/name", "/actor/tokens/surname");
    }

    @Test
    void somebodyIsTheSameRefWhoeverMentionsThem() {
        ObjectNode report = FullReport.of(EventType.ACTOR_JOINED, 1).json;
        report.withObject("/subject").put("id", "partner-01");
        report.put("supervisor", "partner-01").putArray("teams").add("litigation-2");
        Refs refs = new Refs(keys.tenant);

        LedgerEvent.ActorJoined joined = (LedgerEvent.ActorJoined)
                decoded(seal(EventType.ACTOR_JOINED, report)).event();

        String actor = refs.ref(RefKind.ACTOR, "partner-01");
        assertThat(joined.standing().subject().ref().value()).isEqualTo(actor);
        assertThat(joined.standing().supervisor()).hasValue(new ActorRef(actor));
        assertThat(joined.standing().teams()).containsExactly(new TeamRef(refs.ref(RefKind.TEAM, "litigation-2")));
    }

    /** Else a review would be of nobody, and one's own could not be told from another's. */
    @Test
    void anAccessorIsTheSameRefAsTheActorOfTheAccess() {
        ObjectNode review = FullReport.of(EventType.EXCEPTION_REVIEWED, 1).json;
        review.withObject("/accessor").put("id", "dr-a");
        ObjectNode access = FullReport.of(EventType.RECORD_READ, 1).json;
        access.withObject("/actor").put("id", "dr-a");

        LedgerEvent.ExceptionReviewed reviewed = (LedgerEvent.ExceptionReviewed)
                decoded(seal(EventType.EXCEPTION_REVIEWED, review)).event();

        assertThat(reviewed.accessor().ref())
                .isEqualTo(decoded(seal(EventType.RECORD_READ, access)).actor().ref());
    }

    @Test
    void aTeamIsTheSameRefWhereItIsTiedAndWhereItIsWalledOff() {
        TeamRef team = new TeamRef(new Refs(keys.tenant).ref(RefKind.TEAM, "litigation-2"));
        ObjectNode tied = FullReport.of(EventType.RELATIONSHIP_ESTABLISHED_2, 1).json;
        tied.putArray("teams").add("litigation-2");
        ObjectNode walled = FullReport.of(EventType.WALL_RAISED, 1).json;
        walled.putArray("teams").add("litigation-2");

        assertThat(((LedgerEvent.RelationshipEstablished) decoded(seal(EventType.RELATIONSHIP_ESTABLISHED_2, tied))
                                .event())
                        .teams())
                .containsExactly(team);
        assertThat(((LedgerEvent.WallRaised)
                                decoded(seal(EventType.WALL_RAISED, walled)).event())
                        .teams())
                .containsExactly(team);
    }

    @Test
    void theSubjectsOwnClientIsSealedUnderThatClientsKeyAndTheSubjectUnderTheTenants() {
        SealedEntry sealed = seal(EventType.ACTOR_CHANGED, FullReport.of(EventType.ACTOR_CHANGED, 1).json);
        keys.clients.clear();
        Opener.Opened opened = keys.open(sealed.identity(), decoded(sealed).sealed());
        assertThat(opened.texts()).containsKeys("/subject/id", "/subject/name", "/teams/0", "/supervisor");
        assertThat(opened.texts()).doesNotContainKeys("/clients/0/id", "/clients/0/name");
    }

    @Test
    void factWithoutActorNamesThePublisherAsService() throws Exception {
        ObjectNode report = FullReport.of(EventType.CLIENT_REGISTERED, 1).json;
        report.remove(List.of("actor", "instance"));
        JsonNode value =
                StrictJson.read(seal(EventType.CLIENT_REGISTERED, report).value());
        assertThat(value.at("/actor/kind").textValue()).isEqualTo("service");
        assertThat(value.at("/actor/ref").textValue()).isEqualTo(new Refs(keys.tenant).ref(RefKind.ACTOR, "ehr"));
        assertThat(value.get("instance").textValue()).isEqualTo("main");
    }

    @Test
    void justificationLeavesOnlyTheFactThatThereWasOne() throws Exception {
        ObjectNode report = FullReport.of(EventType.RECORD_READ, 1).json;
        JsonNode with = StrictJson.read(seal(EventType.RECORD_READ, report).value());
        assertThat(with.get("justified").booleanValue()).isTrue();
        assertThat(with.has("justification")).isFalse();
        report.remove("justification");
        assertThat(StrictJson.read(seal(EventType.RECORD_READ, report).value()).has("justified"))
                .isFalse();
    }

    @Test
    void originWithoutCountryVanishes() throws Exception {
        ObjectNode report = FullReport.of(EventType.RECORD_READ, 1).json;
        report.withObject("/origin").remove("country");
        assertThat(StrictJson.read(seal(EventType.RECORD_READ, report).value()).has("origin"))
                .isFalse();
    }

    @Test
    void sameReportHasTheSameTagHoweverItsFieldsAreOrderedAndAnotherReportAnother() {
        ObjectNode report = FullReport.of(EventType.RECORD_READ, 1).json;
        ObjectNode turned = report.objectNode();
        Map<String, JsonNode> fields = new TreeMap<>(Comparator.reverseOrder());
        report.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        turned.setAll(fields);
        ObjectNode other = report.deepCopy().put("operation", "vread");
        String tag = decoded(seal(EventType.RECORD_READ, report)).contentTag();
        assertThat(decoded(seal(EventType.RECORD_READ, turned)).contentTag()).isEqualTo(tag);
        assertThat(decoded(seal(EventType.RECORD_READ, other)).contentTag()).isNotEqualTo(tag);
    }

    @Test
    void nothingToSealMeansNoBox() {
        ObjectNode report = FullReport.of(EventType.TIME_PASSED, 0).json;
        report.remove(List.of("actor", "original"));
        assertThat(decoded(seal(EventType.TIME_PASSED, report)).sealed()).isEmpty();
    }
}
