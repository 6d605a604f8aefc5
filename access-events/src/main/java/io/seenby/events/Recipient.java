package io.seenby.events;

import java.util.Optional;

/** Who received a disclosure; name and address are sealed. */
public record Recipient(RecipientRef ref, Optional<RecipientKind> kind) {}
