/**
 * The door of FHIR R4 systems: AuditEvents and Consents become reports, and go the way of any other report.
 *
 * <p>Begin with {@link io.seenby.access.fhir.ResourceMapping}: what a resource becomes, or why it cannot be recorded.
 * {@link io.seenby.access.fhir.Meaning} says which event an AuditEvent is, {@link io.seenby.access.fhir.AuditEventReport}
 * what goes into it, {@link io.seenby.access.fhir.ConsentReport} the same for Consents. None of these knows HTTP. The
 * table for readers is {@code docs/fhir.md}.
 */
@NullMarked
package io.seenby.access.fhir;

import org.jspecify.annotations.NullMarked;
