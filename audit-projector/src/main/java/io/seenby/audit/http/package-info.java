/**
 * The edge of the audit API: who asks ({@link io.seenby.audit.http.Asker}), which parameters exist, and every refusal
 * as problem+json (RFC 9457).
 */
@NullMarked
package io.seenby.audit.http;

import org.jspecify.annotations.NullMarked;
