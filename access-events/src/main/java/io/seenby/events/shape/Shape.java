package io.seenby.events.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form of a JSON value, with its limits and, for text, its {@link Secrecy}. */
public sealed interface Shape {

    /** Answers for each shape; a new shape makes the compiler list every place to think. */
    interface Visitor<R> {
        R text(Text text);

        R code(Code code);

        R flag(Flag flag);

        R count(Count count);

        R moment(Moment moment);

        R listOf(ListOf listOf);

        R clients(Clients clients);

        R clientRefs(ClientRefs clientRefs);

        R fields(Fields fields);
    }

    <R> R accept(Visitor<R> visitor);

    /** Text of {@code min} to {@code max} code points; a {@code pattern} is set exactly where the text stays in clear. */
    record Text(int min, int max, Optional<Pattern> pattern, Secrecy secrecy) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** One of a closed list. */
    record Code(List<String> values, Set<String> lookup) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.code(this);
        }
    }

    record Flag() implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flag(this);
        }
    }

    /** An integer, both ends included; JSON numbers with a fraction or an exponent are refused. */
    record Count(long min, long max) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.count(this);
        }
    }

    /**
     * An RFC 3339 moment between 1900-01-01 and 2200-12-31, without leap seconds.
     *
     * @param utc in UTC with at most microseconds, as the ledger keeps it; else with any offset and up to nanoseconds
     */
    record Moment(boolean utc) implements Shape {

        /** As a report gives it. */
        public Moment() {
            this(false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.moment(this);
        }
    }

    record ListOf(Shape item, int min, int max) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listOf(this);
        }
    }

    /** {@code {id, name?}} per client in a report; only the refs in the ledger. Each client is the subject of a box. */
    record Clients(int min, int max) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.clients(this);
        }
    }

    /** Clients that the service itself names by ref, in reports of its own. */
    record ClientRefs(int min, int max) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.clientRefs(this);
        }
    }

    /**
     * An object; unknown fields are refused by name.
     *
     * @param oneOf names of which at least one must be there; empty if nothing is asked
     * @param identity what its keyed ref is made from, if it has one
     */
    record Fields(
            List<Field> fields,
            Map<String, Field> byName,
            List<Field> required,
            List<String> oneOf,
            Optional<Identity> identity)
            implements Shape {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fields(this);
        }

        public static Fields of(Field... fields) {
            return of(List.of(fields), List.of(), Optional.empty());
        }

        static Fields of(List<Field> fields, List<String> oneOf, Optional<Identity> identity) {
            return new Fields(
                    List.copyOf(fields),
                    fields.stream().collect(Collectors.toUnmodifiableMap(Field::name, Function.identity())),
                    fields.stream().filter(Field::required).toList(),
                    List.copyOf(oneOf),
                    identity);
        }

        /** The same fields with a ref made from the first of {@code from} that is present. */
        Fields identifiedBy(RefKind kind, String... from) {
            return of(fields, oneOf, Optional.of(new Identity(kind, Optional.empty(), List.of(from))));
        }

        /** The same fields with a ref made from {@code from}, which is unique only together with {@code scope}. */
        Fields identifiedWithin(RefKind kind, String scope, String from) {
            return of(fields, oneOf, Optional.of(new Identity(kind, Optional.of(scope), List.of(from))));
        }

        /** The same fields, of which one of these at least must be there. */
        Fields withOneOf(String... names) {
            return of(fields, List.of(names), identity);
        }

        Fields and(Field... more) {
            return and(of(more));
        }

        /** These fields, then those of {@code more}; the identity stays, and what one side asks for is asked for. */
        Fields and(Fields more) {
            List<String> asked = oneOf.isEmpty() ? more.oneOf : oneOf;
            return of(Stream.concat(fields.stream(), more.fields.stream()).toList(), asked, identity);
        }
    }

    /** A named field; {@code about} is the sentence that the schema carries. */
    record Field(String name, Shape shape, boolean required, String about) {}

    /** The ref of {@code kind} is keyed over the field {@code scope}, if any, and the first present field of {@code from}. */
    record Identity(RefKind kind, Optional<String> scope, List<String> from) {}
}
