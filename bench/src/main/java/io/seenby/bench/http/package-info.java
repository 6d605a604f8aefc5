/**
 * A load client for HTTP/1.1 that costs as little as possible, because it shares the machine with what it measures:
 * one thread, one selector, requests rendered beforehand, answers only counted. Begin with
 * {@link io.seenby.bench.http.ClosedLoop}.
 */
@NullMarked
package io.seenby.bench.http;

import org.jspecify.annotations.NullMarked;
