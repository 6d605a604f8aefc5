/**
 * JSON at the edge of the contract: strict reading, canonical writing (RFC 8785), and the codec of entries and alerts.
 *
 * <p>Begin with {@link io.seenby.events.json.EntryCodec}.
 */
@NullMarked
package io.seenby.events.json;

import org.jspecify.annotations.NullMarked;
