package io.seenby.events;

import java.util.Optional;

/** Who looked. {@code role} and {@code department} are codes of the publisher's vocabulary. */
public record Actor(ActorRef ref, ActorKind kind, Optional<String> role, Optional<String> department, Tokens tokens) {}
