package io.seenby.events.shape;

import io.seenby.events.EventType;
import io.seenby.events.Patterns;
import io.seenby.events.SealedBox;
import io.seenby.events.shape.Shape.ClientRefs;
import io.seenby.events.shape.Shape.Clients;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Flag;
import io.seenby.events.shape.Shape.ListOf;
import io.seenby.events.shape.Shape.Moment;
import io.seenby.events.shape.Shape.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form each event has in the ledger, derived from how it is reported: text gone, refs and tokens in its place. */
public final class LedgerShapes {

    private static final Pattern SUBJECT = Pattern.compile("^(tenant|shared|[A-Za-z0-9_-]{22})$");
    private static final Pattern BASE64URL = Pattern.compile("^[A-Za-z0-9_-]+$");

    /** A box holds at most what an item may: 64 KiB, in base64. */
    private static final int MOST_CIPHERTEXT = 120_000;

    private static final Field SEALED = Shapes.required(
            "sealed",
            new ListOf(
                    Fields.of(
                            Shapes.required(
                                    "subject", Shapes.clear(SUBJECT, 22), SealedBox.TENANT + ", shared or a client."),
                            Shapes.required("keyId", Shapes.clear(BASE64URL, 64), "Generation of the key."),
                            Shapes.required(
                                    "ciphertext", Shapes.clear(BASE64URL, MOST_CIPHERTEXT), "AEAD, base64url.")),
                    0,
                    1_002),
            "Boxes of text.");

    private static final List<Field> ENVELOPE = List.of(
            Shapes.required("tenant", Shapes.clear(Patterns.TENANT, 63), "Whose ledger."),
            Shapes.required("publisher", Shapes.clear(Patterns.PUBLISHER, 128), "Who reported it."),
            Shapes.required("instance", Shapes.code(), "Which instance of the publisher."),
            Shapes.required("recordedAt", new Moment(true), "When it was taken."),
            Shapes.required("contentTag", Shapes.clear(Patterns.REF, 22), "Keyed digest of the report."),
            SEALED);

    private LedgerShapes() {}

    public static Fields of(EventType type) {
        return Objects.requireNonNull(SHAPES.get(type));
    }

    private static Map<EventType, Fields> shapes() {
        Map<EventType, Fields> shapes = new EnumMap<>(EventType.class);
        Arrays.stream(EventType.values()).forEach(type -> shapes.put(type, shapeOf(type)));
        return shapes;
    }

    private static Fields shapeOf(EventType type) {
        List<Field> fields = new ArrayList<>(ENVELOPE);
        ReportShapes.of(type).fields().stream()
                .filter(field -> !field.name().equals("instance"))
                .flatMap(LedgerShapes::inLedger)
                .map(LedgerShapes::always)
                .forEach(fields::add);
        type.action()
                .map(action -> Shapes.required("action", Shapes.oneOf(List.of(action.wire())), "What was done."))
                .ifPresent(fields::add);
        return Fields.of(fields, ReportShapes.of(type).oneOf(), Optional.empty());
    }

    /** What a report may leave out and the ledger never does. */
    private static Field always(Field field) {
        boolean set = field.name().equals("actor") || field.name().equals("clients");
        return set ? new Field(field.name(), field.shape(), true, field.about()) : field;
    }

    private static Stream<Field> inLedger(Field field) {
        Stream<Field> kept = inLedger(field.shape()).stream()
                .map(shape -> new Field(field.name(), shape, field.required(), field.about()));
        return Stream.concat(
                kept,
                notedAs(field.shape()).stream()
                        .map(name -> new Field(name, new Flag(), false, "Whether there was such a text.")));
    }

    private static Optional<String> notedAs(Shape shape) {
        return shape instanceof Text text ? text.secrecy().notedAs() : Optional.empty();
    }

    /** Empty where nothing of it stays. */
    private static Optional<Shape> inLedger(Shape shape) {
        return shape.accept(IN_LEDGER);
    }

    private static final Shape.Visitor<Optional<Shape>> IN_LEDGER = new Shape.Visitor<>() {

        @Override
        public Optional<Shape> text(Text text) {
            return switch (text.secrecy().way()) {
                case CLEAR -> Optional.of(text);
                case SEALED -> Optional.empty();
                case REF, TOKEN -> Optional.of(Validator.REF);
            };
        }

        @Override
        public Optional<Shape> clients(Clients clients) {
            return Optional.of(new ClientRefs(clients.min(), clients.max()));
        }

        @Override
        public Optional<Shape> listOf(ListOf list) {
            return inLedger(list.item()).map(item -> new ListOf(item, list.min(), list.max()));
        }

        @Override
        public Optional<Shape> fields(Fields fields) {
            return fieldsInLedger(fields);
        }

        @Override
        public Optional<Shape> code(Shape.Code code) {
            return Optional.of(code);
        }

        @Override
        public Optional<Shape> flag(Flag flag) {
            return Optional.of(flag);
        }

        @Override
        public Optional<Shape> count(Shape.Count count) {
            return Optional.of(count);
        }

        @Override
        public Optional<Shape> moment(Moment moment) {
            return Optional.of(new Moment(true));
        }

        @Override
        public Optional<Shape> clientRefs(ClientRefs refs) {
            return Optional.of(refs);
        }
    };

    private static final Map<EventType, Fields> SHAPES = shapes();

    private static Optional<Shape> fieldsInLedger(Fields fields) {
        List<Field> kept = new ArrayList<>();
        fields.identity().ifPresent(id -> kept.add(Shapes.required("ref", Validator.REF, "Keyed pseudonym.")));
        fields.fields().stream().flatMap(LedgerShapes::inLedger).forEach(kept::add);
        return kept.isEmpty() ? Optional.empty() : Optional.of(Fields.of(kept, fields.oneOf(), Optional.empty()));
    }
}
