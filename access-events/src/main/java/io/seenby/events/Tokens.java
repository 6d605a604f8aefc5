package io.seenby.events;

import java.util.Optional;

/** Match tokens of a person: equal token, equal normalised text, under one tenant's index key. */
public record Tokens(Optional<MatchToken> surname, Optional<MatchToken> household, Optional<MatchToken> street) {

    public static final Tokens NONE = new Tokens(Optional.empty(), Optional.empty(), Optional.empty());
}
