package io.seenby.access.fhir;

import io.seenby.access.problem.ProblemType;
import java.util.regex.Pattern;

/**
 * Why a resource cannot be recorded, and where it says so.
 *
 * @param kind code of http://hl7.org/fhir/issue-type
 * @param expression FHIRPath of the element, such as {@code AuditEvent.agent[0].who}
 * @param message one sentence; nothing of what was sent is quoted
 */
record Flaw(Kind kind, String expression, String message) {

    /** The few of FHIR's issue types that are needed here. */
    enum Kind {
        STRUCTURE("structure"),
        REQUIRED("required"),
        VALUE("value"),
        TOO_LONG("too-long"),
        NOT_SUPPORTED("not-supported"),
        BUSINESS_RULE("business-rule"),
        TRANSIENT("transient"),
        THROTTLED("throttled"),
        FORBIDDEN("forbidden"),
        EXCEPTION("exception");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        /** True if the resource is not what FHIR says; false if it is, and has no place here all the same. */
        boolean isOfForm() {
            return this == STRUCTURE || this == REQUIRED || this == VALUE;
        }

        static Kind of(ProblemType problem) {
            return switch (problem) {
                case MALFORMED -> STRUCTURE;
                case INVALID, NOT_SEALED -> VALUE;
                case UNAUTHENTICATED,
                        INSUFFICIENT_AUTHENTICATION,
                        FORBIDDEN,
                        UNREGISTERED_PUBLISHER,
                        SUSPENDED_PUBLISHER,
                        TYPE_NOT_PERMITTED,
                        SELF_APPROVAL -> FORBIDDEN;
                case NOT_RECORDABLE, OWN_ALERT, LEGAL_HOLD, DUTY_PERIOD, DUTY_EXPIRED -> BUSINESS_RULE;
                case NOT_FOUND, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, LENGTH_REQUIRED -> NOT_SUPPORTED;
                case TOO_LARGE -> TOO_LONG;
                case TOO_MANY, QUOTA_EXCEEDED -> THROTTLED;
                case INTERNAL -> EXCEPTION;
                case OVERLOADED, UNAVAILABLE -> TRANSIENT;
            };
        }
    }

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    /** The same place as a JSON pointer into the resource (RFC 6901); FHIR names need no escapes. */
    String pointer() {
        int firstStep = expression.indexOf('.');
        if (firstStep < 0) {
            return "";
        }
        return INDEX.matcher(expression.substring(firstStep)).replaceAll("/$1").replace('.', '/');
    }
}
