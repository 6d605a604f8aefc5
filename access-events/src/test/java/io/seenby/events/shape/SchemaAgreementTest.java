package io.seenby.events.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.seenby.events.BreachAlert;
import io.seenby.events.EventType;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * The validator that runs and the schemas that publishers read are two statements of one promise; a validator by other
 * people reads the second, and both must say the same of any value.
 */
class SchemaAgreementTest {

    private static final Map<String, Shape.Fields> SHAPES = shapes();
    private static final Map<String, Schema> SCHEMAS = schemas();

    @Property(tries = 1_000)
    void everyValueOfTheShapeIsAccepted(@ForAll("wireNames") String wireName, @ForAll Random random) {
        JsonNode right = new RandomValues(random).of(SHAPES.get(wireName));

        assertThat(Validator.violations(SHAPES.get(wireName), right))
                .as("%s", right)
                .isEmpty();
        assertThat(bySchema(wireName, right.toString())).as("%s", right).isEmpty();
    }

    @Property(tries = 4_000)
    @StatisticsReport(StatisticsReportMode.OFF)
    void bothJudgeAStrangeValueAlikeAndNameItsPlace(@ForAll("wireNames") String wireName, @ForAll Random random) {
        Shape.Fields shape = SHAPES.get(wireName);
        JsonNode right = new RandomValues(random).of(shape);
        List<Site> sites = Site.all(shape, right);
        Site site = sites.get(random.nextInt(sites.size()));
        JsonNode strange = site.replacedIn(right, new Mutation(random, right.at(site.pointer())).of(site.shape()));

        List<Violation> ours = Validator.violations(shape, strange);
        List<String> theirs = bySchema(wireName, strange.toString());

        Statistics.label("accepted").collect(ours.isEmpty()).coverage(rate -> {
            rate.check(true).percentage(share -> share > 5);
            rate.check(false).percentage(share -> share > 50);
        });
        assertThat(ours.isEmpty())
                .as("at %s of %s%nours %s%ntheirs %s", site.pointer(), strange, ours, theirs)
                .isEqualTo(theirs.isEmpty());
        assertThat(ours).allSatisfy(violation -> {
            assertThat(violation.pointer()).startsWith(site.pointer());
            assertThat(theirs).anyMatch(place -> isOf(violation, place));
        });
    }

    /** The schema quotes a name that does not look like one; we name the object that has it. */
    private static boolean isOf(Violation ours, String theirs) {
        return ours.message().equals(Violation.STRANGE_FIELD)
                ? theirs.startsWith(ours.pointer() + "/")
                : theirs.equals(ours.pointer());
    }

    @Example
    void schemaCountsAWholeNumberWithFractionAsAnIntegerAndTheValidatorDoesNot() {
        onlyTheSchemaAccepts("\"sequence\": 1.0", "/sequence");
        onlyTheSchemaAccepts("\"sequence\": 1e2", "/sequence");
    }

    @Example
    void schemaAcceptsTextThatCannotBeStored() {
        onlyTheSchemaAccepts("\"justification\": \"a\\u0000b\"", "/justification");
        onlyTheSchemaAccepts("\"justification\": \"a\\ud800b\"", "/justification");
        onlyTheSchemaAccepts("\"justification\": \"a\\udc00\\ud800\"", "/justification");
        onlyTheSchemaAccepts("\"origin\": {\"address\": \"\\udfff\"}", "/origin/address");
    }

    @Example
    void schemaDoesNotKnowWhatYearItIsInUtc() {
        onlyTheSchemaAccepts("\"occurredAt\": \"1900-01-01T00:00:00+00:01\"", "/occurredAt");
        onlyTheSchemaAccepts("\"occurredAt\": \"2200-12-31T23:59:59-00:01\"", "/occurredAt");
    }

    @Example
    void onlyAFormatAssertionKnowsWhichDatesExist() {
        String report = report("\"occurredAt\": \"2026-02-29T10:15:30Z\"");

        assertThat(violations(report)).extracting(Violation::pointer).containsExactly("/occurredAt");
        assertThat(bySchema(EventType.RECORD_READ.wire(), report)).containsExactly("/occurredAt");
        assertThat(SCHEMAS.get(EventType.RECORD_READ.wire()).validate(report, InputFormat.JSON))
                .isEmpty();
    }

    @Example
    void noMoreThanTwentyFaultsAreTold() {
        String many = IntStream.range(0, 100).mapToObj(i -> "\"f" + i + "\": 1").collect(Collectors.joining(","));

        assertThat(violations(report(many))).hasSize(20);
    }

    @Provide
    Arbitrary<String> wireNames() {
        return Arbitraries.of(SHAPES.keySet());
    }

    private static void onlyTheSchemaAccepts(String property, String pointer) {
        String report = report(property);

        assertThat(bySchema(EventType.RECORD_READ.wire(), report)).isEmpty();
        assertThat(violations(report)).extracting(Violation::pointer).containsExactly(pointer);
    }

    private static String report(String property) {
        String occurredAt = property.contains("occurredAt") ? "" : "\"occurredAt\": \"2026-03-04T10:15:30Z\",";
        return """
                {"type": "seenby.record-read.v1", "eventId": "e-1", %s
                 "actor": {"id": "nurse-07", "kind": "workforce"}, "record": {"type": "chart", "id": "7"}, %s}
                """.formatted(occurredAt, property);
    }

    private static List<Violation> violations(String report) {
        try {
            return Validator.violations(
                    ReportShapes.of(EventType.RECORD_READ), StrictJson.read(report.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedJson malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** Pointers to what the other validator finds wrong, in the form of ours: a missing or unknown field is named. */
    private static List<String> bySchema(String wireName, String json) {
        return SCHEMAS
                .get(wireName)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(SchemaAgreementTest::pointer)
                .distinct()
                .toList();
    }

    private static String pointer(Error error) {
        String name = error.getProperty();
        return error.getInstanceLocation()
                + (name == null ? "" : "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    private static Map<String, Shape.Fields> shapes() {
        Map<String, Shape.Fields> shapes = new LinkedHashMap<>();
        Arrays.stream(EventType.values()).forEach(type -> shapes.put(type.wire(), ReportShapes.of(type)));
        shapes.put(BreachAlert.TYPE, AlertShape.FIELDS);
        return shapes;
    }

    private static Map<String, Schema> schemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (String wireName : SHAPES.keySet()) {
            try (InputStream text = SchemaAgreementTest.class.getResourceAsStream("/schemas/" + wireName + ".json")) {
                schemas.put(wireName, registry.getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return schemas;
    }
}
