/**
 * What becomes of a report: checked, sealed, appended, answered. Begin with {@link io.seenby.access.intake.Intake}.
 */
@NullMarked
package io.seenby.access.intake;

import org.jspecify.annotations.NullMarked;
