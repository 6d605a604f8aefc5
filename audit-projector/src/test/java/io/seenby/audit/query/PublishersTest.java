package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is heard, who is silent, and whose numbers are missing. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class PublishersTest {

    private static final String GAP =
            "{\"first\":%d,\"last\":%d,\"missing\":2,\"since\":\"2026-03-02T08:00:00Z\",\"index\":0,\"alerts\":[]}";

    private final ViewsStory story = new ViewsStory();

    @BeforeEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
    }

    private static String gaps(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> GAP.formatted(4 * i, 4 * i + 1))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void eachInstanceSaysHowItIs() {
        story.publisher("ehr", "pod-1", false, 0, "[]");
        story.publisher("ehr", "pod-2", false, 24, gaps(12));
        story.publisher("billing", "main", true, 2, gaps(1));

        Ask.as("auditor", story.name())
                .get("/v1/publishers")
                .then()
                .statusCode(200)
                .body("publishers.publisher", contains("billing", "ehr", "ehr"))
                .body("publishers.state", contains("silent", "heard", "gaps"))
                .body("publishers.missing", contains(2, 0, 24))
                .body("publishers.missingRanges*.size()", contains(1, 0, 10))
                .body("publishers[0].missingRanges[0].first", equalTo(0))
                .body("publishers[0].missingRanges[0].last", equalTo(1))
                .body("publishers[0].heardWithin", equalTo(300))
                .body("publishers[0].highestSequence", equalTo(90))
                .body("next", nullValue());
        assertThat(AuditStack.DOOR.told(story.name()))
                .hasSize(1)
                .first()
                .satisfies(told -> assertThat(told.toString()).contains("publishers"));
    }

    @Test
    void pagesAreCompleteAndInOrder() {
        IntStream.range(10, 30).forEach(i -> story.publisher("ehr", "pod-" + i, false, 0, "[]"));

        String next = Ask.as("auditor", story.name())
                .get("/v1/publishers?limit=15")
                .then()
                .statusCode(200)
                .body("publishers.size()", equalTo(15))
                .extract()
                .path("next");
        Ask.as("auditor", story.name())
                .get("/v1/publishers?limit=15&after=" + next)
                .then()
                .statusCode(200)
                .body("publishers.size()", equalTo(5))
                .body("publishers[0].instance", equalTo("pod-25"))
                .body("next", nullValue());
    }

    @Test
    void aForgedCursorIsRefused() {
        String forged = Publishers.cursor().write(List.of("ehr", "x\0"));

        Ask.as("auditor", story.name())
                .get("/v1/publishers?after=" + forged)
                .then()
                .statusCode(400);
    }
}
