package io.seenby.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.json.AlertCodec;
import io.seenby.events.json.CanonicalJson;
import io.seenby.events.json.EntryCodec;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import io.seenby.events.shape.AlertShape;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Shape;
import io.seenby.events.shape.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For each wire name a report that uses every field, the ledger value it gives, and the entry that is read from that:
 * bytes of today must be read the same for ever. With {@code -Dgolden.write=true} what a new report still lacks is
 * written; a file that is there is never touched.
 */
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @BeforeAll
    static void writesWhatIsMissingIfAsked() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            for (EventType type : EventType.values()) {
                byte[] ledger = CanonicalJson.write(LedgerForm.of(type, json(report(type))));
                writeIfMissing(ledger(type), ledger);
                writeIfMissing(
                        entry(type),
                        shown(read(Files.readAllBytes(ledger(type)))).getBytes(StandardCharsets.UTF_8));
            }
            writeIfMissing(alert("ledger.json"), CanonicalJson.write(json(alert("report.json"))));
            BreachAlert alert = AlertCodec.decode(Files.readAllBytes(alert("ledger.json")));
            writeIfMissing(alert("entry.txt"), (alert + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportIsValidAndUsesEveryField(EventType type) throws IOException {
        JsonNode report = json(report(type));

        assertThat(Validator.violations(ReportShapes.of(type), report)).isEmpty();
        assertThat(unused(ReportShapes.of(type), List.of(report), "")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ledgerValueIsWhatTheReportGivesInCanonicalBytes(EventType type) throws IOException {
        assertThat(Files.readString(ledger(type)))
                .isEqualTo(new String(
                        CanonicalJson.write(LedgerForm.of(type, json(report(type)))), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void ledgerValueIsReadAsTheSameEntryForEver(EventType type) throws IOException {
        assertThat(shown(read(Files.readAllBytes(ledger(type))))).isEqualTo(Files.readString(entry(type)));
    }

    @Test
    void alertIsReadTheSameForEverAndWrittenBackByteForByte() throws IOException {
        byte[] bytes = Files.readAllBytes(alert("ledger.json"));

        assertThat(Validator.violations(AlertShape.FIELDS, json(alert("report.json"))))
                .isEmpty();
        assertThat(unused(AlertShape.FIELDS, List.of(json(alert("report.json"))), ""))
                .isEmpty();
        assertThat(bytes).isEqualTo(CanonicalJson.write(json(alert("report.json"))));
        assertThat(AlertCodec.decode(bytes) + "\n").isEqualTo(Files.readString(alert("entry.txt")));
        assertThat(AlertCodec.encode(AlertCodec.decode(bytes))).isEqualTo(bytes);
    }

    @Test
    void noGoldenFileIsMissingLeftOverOrChanged() throws IOException {
        Set<String> wireNames = new TreeSet<>(WireCode.names(EventType.class));
        wireNames.add(BreachAlert.TYPE);
        List<String> expected = wireNames.stream()
                .flatMap(name -> Stream.of(name + ".entry.txt", name + ".ledger.json", name + ".report.json"))
                .toList();
        List<String> sums = new ArrayList<>();
        for (String name : expected) {
            assertThat(FOLDER.resolve(name)).exists();
            sums.add(sha256(Files.readAllBytes(FOLDER.resolve(name))) + "  " + name);
        }

        assertThat(Files.readAllLines(FOLDER.resolve("SHA256SUMS")))
                .as("a golden file is a promise to ledgers already written: change none, add a new version")
                .containsExactlyElementsOf(sums);
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("SHA256SUMS") && !name.startsWith(".")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** What was superseded stands in ledgers for ever, so no version may be missing below the latest of its name. */
    @ParameterizedTest
    @EnumSource
    void everyEarlierVersionIsStillThereAndReadAsTheSameKindOfEvent(EventType type) throws IOException {
        int dot = type.wire().lastIndexOf(".v");
        int version = Integer.parseInt(type.wire().substring(dot + 2));
        LedgerEntry latest = read(Files.readAllBytes(ledger(type)));
        for (int earlier = 1; earlier < version; earlier++) {
            EventType superseded = EventType.ofWire(type.wire().substring(0, dot) + ".v" + earlier);
            LedgerEntry entry = read(Files.readAllBytes(ledger(superseded)));

            assertThat(entry.type()).isEqualTo(superseded);
            assertThat(entry.event()).hasSameClassAs(latest.event());
        }
    }

    /** Fields of the shape that none of the values has. */
    private static List<String> unused(Shape shape, List<JsonNode> values, String path) {
        if (shape instanceof Shape.ListOf list) {
            return unused(
                    list.item(), values.stream().flatMap(GoldenFilesTest::items).toList(), path + "/*");
        }
        List<String> unused = new ArrayList<>();
        if (shape instanceof Shape.Fields fields) {
            for (Shape.Field field : fields.fields()) {
                List<JsonNode> there = values.stream()
                        .filter(value -> value.has(field.name()))
                        .map(value -> value.get(field.name()))
                        .toList();
                String name = path + "/" + field.name();
                unused.addAll(there.isEmpty() ? List.of(name) : unused(field.shape(), there, name));
            }
        }
        return unused;
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return Stream.iterate(0, i -> i + 1).limit(array.size()).map(array::get);
    }

    /** What a later version has added shows only where it holds something: it is empty in an entry of the earlier one. */
    private static String shown(LedgerEntry entry) {
        return entry.toString().replace(", teams=[], from=", ", from=") + "\n";
    }

    private static LedgerEntry read(byte[] value) {
        EntryCodec.Decoded decoded = EntryCodec.decode(value);
        assertThat(decoded).as("%s", decoded).isInstanceOf(EntryCodec.Entry.class);
        return ((EntryCodec.Entry) decoded).entry();
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return StrictJson.read(Files.readAllBytes(file));
        } catch (MalformedJson malformed) {
            throw new AssertionError(file + " " + malformed.getMessage(), malformed);
        }
    }

    private static void writeIfMissing(Path file, byte[] bytes) throws IOException {
        if (Files.notExists(file)) {
            Files.write(file, bytes);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Path report(EventType type) {
        return FOLDER.resolve(type.wire() + ".report.json");
    }

    private static Path ledger(EventType type) {
        return FOLDER.resolve(type.wire() + ".ledger.json");
    }

    private static Path entry(EventType type) {
        return FOLDER.resolve(type.wire() + ".entry.txt");
    }

    private static Path alert(String kind) {
        return FOLDER.resolve(BreachAlert.TYPE + "." + kind);
    }
}
