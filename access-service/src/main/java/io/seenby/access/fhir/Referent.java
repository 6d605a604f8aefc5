package io.seenby.access.fhir;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/**
 * Whom or what a FHIR reference points at, as the ledger names it.
 *
 * <p>A literal reference is reduced to {@code Type/id}: the server's base and the version fall away, so that
 * {@code https://ehr.example/fhir/Patient/1/_history/2} and {@code Patient/1} are one client. A reference into the
 * resource itself ({@code #p1}) names nobody outside it; the identifier of what it contains does.
 *
 * @param type resource type, where it is known
 * @param literal the reference, reduced
 * @param identifier business identifier
 * @param display what people call it
 */
record Referent(
        Optional<String> type, Optional<String> literal, Optional<String> identifier, Optional<String> display) {

    private static final Pattern LITERAL =
            Pattern.compile("^(?:[a-zA-Z]+://.+/)?(([A-Z][A-Za-z]+)/[A-Za-z0-9.-]{1,64})(?:/_history/[^/]*)?$");

    static Referent of(Reference reference) {
        String text = reference.hasReference() ? reference.getReference() : "";
        Matcher literal = LITERAL.matcher(text);
        boolean reduced = literal.matches();
        boolean inside = text.startsWith("#");
        IBaseResource contained = inside ? reference.getResource() : null;
        Optional<String> type = Texts.present(reference.getType())
                .or(() -> reduced ? Optional.of(literal.group(2)) : Optional.empty())
                .or(() -> Optional.ofNullable(contained).map(IBaseResource::fhirType));
        return new Referent(
                type,
                reduced ? Optional.of(literal.group(1)) : Texts.present(text).filter(other -> !inside),
                Texts.present(reference.getIdentifier().getValue()).or(() -> identifierOf(contained)),
                Texts.present(reference.getDisplay()));
    }

    boolean isA(String... types) {
        return type.stream().anyMatch(own -> Stream.of(types).anyMatch(own::equals));
    }

    /** For what is known by its place on a server: patients, records, recipients, consents. */
    Optional<String> literalFirst() {
        return literal.or(() -> identifier).or(() -> display);
    }

    private static Optional<String> identifierOf(@org.jspecify.annotations.Nullable IBaseResource contained) {
        if (!(contained instanceof Base base)) {
            return Optional.empty();
        }
        Property identifiers = base.getChildByName("identifier");
        return identifiers == null
                ? Optional.empty()
                : identifiers.getValues().stream()
                        .filter(Identifier.class::isInstance)
                        .map(each -> Texts.present(((Identifier) each).getValue()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
