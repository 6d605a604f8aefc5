package io.seenby.access.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import io.seenby.events.Patterns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what the FHIR parser finds wrong, all of it, instead of letting it pass or stopping at the first. */
final class ParseFlaws implements IParserErrorHandler {

    private static final int MOST = 20;

    private final String resourceType;
    private final List<Flaw> found = new ArrayList<>(0);

    ParseFlaws(String resourceType) {
        this.resourceType = resourceType;
    }

    List<Flaw> found() {
        return found;
    }

    List<Flaw> orElse(String message) {
        return found.isEmpty() ? List.of(new Flaw(Flaw.Kind.STRUCTURE, resourceType, message)) : found;
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String name) {
        add(Flaw.Kind.STRUCTURE, location, name, "is not an element of FHIR R4 here");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String name) {
        add(Flaw.Kind.STRUCTURE, location, name, "is not an attribute of FHIR R4 here");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String name) {
        add(Flaw.Kind.STRUCTURE, location, name, "may stand here only once");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String name,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType actual,
            @Nullable ScalarType actualScalar) {
        add(Flaw.Kind.STRUCTURE, location, name, "has another JSON type in FHIR R4");
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
        add(Flaw.Kind.VALUE, location, "", "has a value that FHIR R4 does not allow there");
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String name) {
        add(Flaw.Kind.REQUIRED, location, name, "is required");
    }

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        add(Flaw.Kind.STRUCTURE, location, "", "holds a contained resource without an id");
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, String reference) {
        add(Flaw.Kind.VALUE, location, "", "refers to a contained resource that is not there");
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
        add(Flaw.Kind.VALUE, location, "", "refers to a contained resource that is not there");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        add(Flaw.Kind.STRUCTURE, location, "", "holds an extension with both a value and extensions");
    }

    /** The parser knows the name of the element above, and no index: that is as near as the place can be given. */
    private void add(Flaw.Kind kind, @Nullable IParseLocation location, String name, String message) {
        if (found.size() >= MOST) {
            return;
        }
        StringBuilder place = new StringBuilder(resourceType);
        String above = location == null ? null : location.getParentElementName();
        if (above != null && !above.isEmpty() && !above.equals(resourceType)) {
            place.append('.').append(above);
        }
        // What does not look like a name may be what should have been a value.
        if (Patterns.FIELD_NAME.matcher(name).matches()) {
            place.append('.').append(name);
        }
        found.add(new Flaw(kind, place.toString(), message));
    }
}
