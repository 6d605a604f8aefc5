package io.seenby.events.shape;

/**
 * What is wrong, and where.
 *
 * @param pointer JSON pointer (RFC 6901) into what was sent; empty for the whole
 */
public record Violation(String pointer, String message) {}
