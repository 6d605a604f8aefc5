package io.seenby.cli.finding;

/** Something that is not as it should be; the sentence quotes nothing of an entry. */
public record Finding(Kind kind, String sentence) {}
