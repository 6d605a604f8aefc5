package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;

/** Whatever is done to a resource, it becomes a valid report or is refused with a reason. */
class MappingPropertiesTest {

    private static final List<JsonNode> SEEDS = seeds();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "é𝄞\u202e",
            "a\0b",
            "\uD834",
            "#p1",
            "Patient/1",
            "urn:uuid:0",
            "http://a/b",
            "_",
            "y".repeat(300),
            "2013-09-22",
            "2013-09-22T00:08:00Z",
            "9999-12-31T23:59:60Z",
            "permit",
            "deny",
            "8",
            "R",
            "110106",
            "disclose",
            "humanuser",
            "IRCP",
            "=%%%",
            "<?xml version=\"1.0\"?>");

    private static List<JsonNode> seeds() {
        return Stream.of(
                        Stream.concat(Given.AUDIT_EVENTS.stream(), Given.CONSENTS.stream())
                                .map(Given::official),
                        Stream.of(Given.official(Given.EMERGENCY)),
                        Stream.of(
                                        Balp.patientRead(),
                                        Balp.patientQuery("GET Patient?name=a%20b"),
                                        Balp.disclosureAtSource(),
                                        Balp.disclosureAtRecipient(),
                                        Balp.decision(AuditEventOutcome._8))
                                .map(Given::sent))
                .flatMap(each -> each)
                .map(JsonNode.class::cast)
                .toList();
    }

    @Property(tries = 4_000)
    void endsAsAValidReportOrAClearRefusal(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode resource = SEEDS.get(random.nextInt(SEEDS.size())).deepCopy();
        resource.remove("text");
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(resource, random);
        }
        switch (Given.mapped(resource)) {
            case Mapping.Report report ->
                assertThat(Given.violations(report.json())).isEmpty();
            case Mapping.Refused refused ->
                assertThat(refused.flaws())
                        .isNotEmpty()
                        .allSatisfy(flaw -> assertThat(flaw.message()).isNotBlank());
        }
    }

    private static void change(ObjectNode resource, Random random) {
        List<JsonNode> places = new ArrayList<>();
        containers(resource, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(10) == 0) {
                object.set("name", value(object, random));
                return;
            }
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, value(object.get(name), random));
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            if (random.nextInt(3) == 0) {
                array.remove(at);
            } else {
                array.insert(at, value(array.get(at), random));
            }
        }
    }

    private static JsonNode value(JsonNode old, Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> json.nullNode();
            case 1 -> json.numberNode(random.nextLong());
            case 2 -> json.booleanNode(random.nextBoolean());
            case 3 -> json.objectNode();
            case 4 -> json.arrayNode().add(old.deepCopy());
            case 5 -> old.deepCopy();
            default -> json.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private static void containers(JsonNode node, List<JsonNode> found) {
        if (node.isContainerNode()) {
            found.add(node);
            node.forEach(child -> containers(child, found));
        }
    }
}
