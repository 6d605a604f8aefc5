package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.local.LocalStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger without access to Kafka recomputes from the answers. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class LedgerEntriesTest {

    private final ViewsStory story = new ViewsStory();
    private final TreeHasher hasher = new TreeHasher();

    @BeforeEach
    void many() {
        AuditStack.DOOR.reset();
        for (int i = 0; i < 300; i++) {
            story.entry().withText().add();
        }
        story.tell();
    }

    private JsonPath page(String parameters) {
        return JsonPath.from(Ask.auditor(story)
                .get("/v1/ledger/entries" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** As the owner of the database, whom no law of the tables holds. */
    private void change(String sql) {
        try (Connection owner = LocalStack.shared().postgres().connect("postgres");
                PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, story.name());
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theBytesOfAllPagesGiveTheRootThatWasSigned() {
        Checkpoint signed = Checkpoints.awaitOf(story).checkpoint();
        GrowingTree tree = GrowingTree.empty();
        int pages = 0;
        while (tree.size() < 300) {
            JsonPath page = page("?limit=130&from=" + tree.size());
            List<Map<String, Object>> entries = page.getList("entries");
            for (Map<String, Object> entry : entries) {
                assertThat(((Number) entry.get("index")).longValue()).isEqualTo(tree.size());
                assertThat(entry).containsEntry("standing", "entry").containsKey("offset");
                Hash leaf = hasher.leaf(Base64.getDecoder().decode((String) entry.get("value")));
                assertThat(entry).containsEntry("leafHash", leaf.base64());
                tree.append(leaf);
            }
            Number next = page.get("next");
            assertThat(next == null ? 300 : next.longValue()).isEqualTo(tree.size());
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(tree.root()).isEqualTo(signed.root());
    }

    @Test
    void theQuestionNamesTheClientsAndTheRangeAndIsRecordedOnceAPage() {
        JsonPath page = page("?from=290&limit=1000");
        assertThat(page.getList("entries")).hasSize(10);
        assertThat(page.getLong("position")).isEqualTo(300);
        assertThat(AuditStack.DOOR.told(story.name())).singleElement().satisfies(told -> {
            assertThat(told.question()).isEqualTo("ledger-entries");
            assertThat(told.report().get("asked").textValue()).contains("\"from\":290", "\"limit\":1000");
            assertThat(told.report().get("count").intValue()).isEqualTo(10);
            Set<String> shown = new HashSet<>();
            story.entries().subList(290, 300).forEach(entry -> shown.addAll(entry.clients()));
            assertThat(shown).isNotEmpty();
            assertThat(told.clients()).containsExactlyInAnyOrderElementsOf(shown);
        });
    }

    @Test
    void whatIsNoEntryIsALeafAllTheSame() {
        change("insert into views.conflicts select tenant, ledger_index, kafka_offset, 0, publisher, event_id, value"
                + " from views.entries where tenant = ? and ledger_index = 4");
        change("insert into views.quarantine select 0, 1000000 + kafka_offset, tenant, ledger_index, 'bad-mac', value,"
                + " null from views.entries where tenant = ? and ledger_index = 5");
        change("delete from views.entries where tenant = ? and ledger_index in (4, 5, 6)");

        JsonPath page = page("?from=3&limit=5");
        assertThat(page.getList("entries.standing", String.class))
                .containsExactly("entry", "conflict", "quarantined", "duplicate", "entry");
        JsonPath hashes = JsonPath.from(Ask.auditor(story)
                .get("/v1/ledger/leaves?from=3")
                .then()
                .extract()
                .asString());
        assertThat(page.getList("entries.leafHash"))
                .isEqualTo(hashes.getList("hashes").subList(0, 5));
        assertThat(page.getString("entries[1].value")).isNotNull();
        assertThat(page.getString("entries[2].value")).isNull();
        assertThat(page.getString("entries[2].offset")).isNotNull();
        assertThat(page.getString("entries[3].value")).isNull();
        assertThat(page.getString("entries[3].offset")).isNull();
        assertThat(page.getLong("next")).isEqualTo(8);
    }

    @Test
    void aPageOfLargeValuesEndsEarlyAndTheNextGoesOnThere() {
        change("update views.entries set value = value || convert_to(repeat(' ', 1500000), 'UTF8')"
                + " where tenant = ? and ledger_index < 10");

        JsonPath first = page("?limit=1000");
        assertThat(first.getList("entries")).hasSize(2);
        assertThat(first.getLong("next")).isEqualTo(2);
        assertThat(page("?from=2").getLong("entries[0].index")).isEqualTo(2);
    }

    @Test
    void beyondTheEndThereIsNothingAndThatIsRecordedToo() {
        JsonPath page = page("?from=300");
        assertThat(page.getList("entries")).isEmpty();
        assertThat((Object) page.get("next")).isNull();
        page("?from=9007199254740991");
        assertThat(AuditStack.DOOR.told(story.name())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=1001",
                "?limit=ten",
                "?from=-1",
                "?from=1e3",
                "?from=9007199254740992",
                "?to=3"
            })
    void whatCannotBeAskedIsRefusedAndNotRecorded(String parameters) {
        Ask.auditor(story).get("/v1/ledger/entries" + parameters).then().statusCode(400);
        assertThat(AuditStack.DOOR.told(story.name())).isEmpty();
    }
}
