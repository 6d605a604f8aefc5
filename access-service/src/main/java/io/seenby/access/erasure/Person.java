package io.seenby.access.erasure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ActorKind;

/** A report that begins with who says it. */
final class Person {

    private Person() {}

    /** @param subject of the person's token */
    static ObjectNode of(String subject) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.putObject("actor").put("id", subject).put("kind", ActorKind.WORKFORCE.wire());
        return report;
    }
}
