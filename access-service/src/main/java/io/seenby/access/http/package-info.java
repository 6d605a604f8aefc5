/** The door of publishers: routes, tokens, items cut from a stream, problems as JSON. */
@NullMarked
package io.seenby.access.http;

import org.jspecify.annotations.NullMarked;
