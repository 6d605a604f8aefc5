package io.seenby.events.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.EventType;
import io.seenby.events.json.StrictJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A relationship or a wall without anybody is about nobody: members or teams, one of them must be there. */
class OneOfTest {

    private static ObjectNode without(EventType type, String... names) throws Exception {
        Path golden = Path.of("src/test/resources/golden", type.wire() + ".report.json");
        ObjectNode report = (ObjectNode) StrictJson.read(Files.readAllBytes(golden));
        for (String name : names) {
            report.remove(name);
        }
        return report;
    }

    @ParameterizedTest
    @EnumSource(names = {"RELATIONSHIP_ESTABLISHED_2", "WALL_RAISED"})
    void eitherIsEnough(EventType type) throws Exception {
        assertThat(Validator.violations(ReportShapes.of(type), without(type, "members")))
                .isEmpty();
        assertThat(Validator.violations(ReportShapes.of(type), without(type, "teams")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RELATIONSHIP_ESTABLISHED_2", "WALL_RAISED"})
    void noneIsToldAtTheFirst(EventType type) throws Exception {
        assertThat(Validator.violations(ReportShapes.of(type), without(type, "members", "teams")))
                .containsExactly(new Violation("/members", "is required, or another of members, teams"));
    }

    @ParameterizedTest
    @EnumSource(names = {"RELATIONSHIP_ESTABLISHED_2", "WALL_RAISED"})
    void theLedgersOwnFormAsksForItToo(EventType type) throws Exception {
        assertThat(LedgerShapes.of(type).oneOf()).containsExactly("members", "teams");
    }

    @Test
    void aVersionThatKnowsNoTeamsRefusesThem() throws Exception {
        ObjectNode report = without(EventType.RELATIONSHIP_ESTABLISHED_2, "members")
                .put("type", EventType.RELATIONSHIP_ESTABLISHED.wire());

        assertThat(Validator.violations(ReportShapes.of(EventType.RELATIONSHIP_ESTABLISHED), report))
                .extracting(Violation::pointer)
                .containsExactly("/members", "/teams");
    }
}
