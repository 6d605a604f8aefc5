package io.seenby.events.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.events.BreachAlert;
import io.seenby.events.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas that publishers read are committed, so that a change of a shape is seen as a change of the promise. Run
 * with {@code -Dschemas.write=true} to write them anew.
 */
class CommittedSchemasTest {

    private static final Path FOLDER = Path.of("src/main/resources/schemas");

    @BeforeAll
    static void writesThemIfAsked() throws IOException {
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, Shape.Fields> schema : shapes().entrySet()) {
                Files.writeString(file(schema.getKey()), text(schema.getKey(), schema.getValue()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void committedSchemaSaysWhatTheShapeChecks(String wireName) throws IOException {
        assertThat(file(wireName)).exists();
        assertThat(Files.readString(file(wireName)))
                .as("write it anew with -Dschemas.write=true if the shape of %s was meant to change", wireName)
                .isEqualTo(text(wireName, shapes().get(wireName)));
    }

    @Test
    void noSchemaIsLeftWithoutAShape() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(shapes().keySet().stream()
                            .map(name -> name + ".json")
                            .toList());
        }
    }

    @Test
    void schemasAreOnTheClassPath() {
        assertThat(shapes().keySet())
                .allSatisfy(name -> assertThat(getClass().getResource("/schemas/" + name + ".json"))
                        .isNotNull());
    }

    static Stream<String> wireNames() {
        return shapes().keySet().stream();
    }

    private static Map<String, Shape.Fields> shapes() {
        Map<String, Shape.Fields> shapes = new TreeMap<>();
        for (EventType type : EventType.values()) {
            shapes.put(type.wire(), ReportShapes.of(type));
        }
        shapes.put(BreachAlert.TYPE, AlertShape.FIELDS);
        return shapes;
    }

    private static Path file(String wireName) {
        return FOLDER.resolve(wireName + ".json");
    }

    private static String text(String wireName, Shape.Fields shape) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(JsonSchemas.document(wireName, shape)) + "\n";
    }
}
