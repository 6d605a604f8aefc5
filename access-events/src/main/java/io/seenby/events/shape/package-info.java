/**
 * What a report and a ledger entry look like, said once: each field's type, limits and confidentiality.
 *
 * <p>Begin with {@link io.seenby.events.shape.ReportShapes}. From the same shapes come the JSON Schemas ({@link
 * io.seenby.events.shape.JsonSchemas}), the validation with JSON pointers ({@link io.seenby.events.shape.Validator}),
 * the sealing plan (which text goes into which box), and the form in the ledger ({@link
 * io.seenby.events.shape.LedgerShapes}).
 */
@NullMarked
package io.seenby.events.shape;

import org.jspecify.annotations.NullMarked;
