package io.seenby.audit.query;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.local.LocalStack;
import org.junit.jupiter.api.Test;
import static io.restassured.RestAssured.given;

@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class SmokeTest {
    @Test
    void x() {
        System.out.println("CL-test " + LocalStack.class.getClassLoader() + " " + getClass().getClassLoader());
        for (String p : new String[] {"/v1/trail", "/nope", "/q/openapi", "/v1/trail?x=1"}) {
            var r = given().get(p);
            System.out.println(p + " -> " + r.statusCode() + " " + r.contentType() + " " + r.asString());
        }
        var r = given().post("/v1/trail");
        System.out.println(r.statusCode() + " " + r.contentType() + " " + r.asString());
    }
}
