package io.seenby.audit.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What callers see never changes unseen: a change shows in the diff of the committed file. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class OpenApiTest {

    @Test
    void isTheCommittedOne() throws IOException {
        String served = given().get("/q/openapi").asString();
        Files.writeString(Path.of("target/audit-projector.yaml"), served);
        assertThat(served)
                .as("if the change is meant: cp audit-projector/target/audit-projector.yaml docs/openapi/")
                .isEqualTo(Files.readString(Path.of("../docs/openapi/audit-projector.yaml")));
    }
}
