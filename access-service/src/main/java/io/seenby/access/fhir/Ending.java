package io.seenby.access.fhir;

import io.seenby.events.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.OperationOutcome;

/**
 * How an AuditEvent ended. FHIR's outcome tells success (0) from three degrees of failure (4, 8, 12) and not a refusal
 * from a breakdown. A failure counts as refused where the event says so: by an issue of a contained OperationOutcome,
 * or in outcomeDesc by an HTTP status or in plain English. Every other failure is an access that failed.
 */
sealed interface Ending {

    record Succeeded() implements Ending {}

    record Failed() implements Ending {}

    /** @param reason code of the issue, or the outcome */
    record Denied(String reason) implements Ending {}

    Pattern DENIED = Pattern.compile(
            "\\b(401|403|forbidden|denied|deny|unauthori[sz]ed|refused|rejected"
                    + "|not (authori[sz]ed|permitted|allowed)|access restricted|no consent)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Of http://hl7.org/fhir/issue-type: those that say "you may not". */
    Set<String> DENYING_ISSUES = Set.of("security", "login", "expired", "forbidden", "suppressed");

    static Ending of(AuditEvent event) {
        AuditEventOutcome outcome = event.getOutcome();
        if (outcome == null || outcome == AuditEventOutcome._0) {
            return new Succeeded();
        }
        Optional<String> issue = issues(event).filter(DENYING_ISSUES::contains).findFirst();
        boolean said =
                event.hasOutcomeDesc() && DENIED.matcher(event.getOutcomeDesc()).find();
        return issue.isPresent() || said ? new Denied(issue.orElse("outcome-" + outcome.toCode())) : new Failed();
    }

    default Outcome outcome() {
        return switch (this) {
            case Succeeded() -> Outcome.SUCCESS;
            case Failed() -> Outcome.FAILURE;
            case Denied(String reason) -> Outcome.FAILURE;
        };
    }

    private static Stream<String> issues(AuditEvent event) {
        return event.getContained().stream()
                .filter(OperationOutcome.class::isInstance)
                .flatMap(contained -> ((OperationOutcome) contained).getIssue().stream())
                .flatMap(issue -> Optional.ofNullable(issue.getCode()).stream())
                .map(OperationOutcome.IssueType::toCode);
    }
}
