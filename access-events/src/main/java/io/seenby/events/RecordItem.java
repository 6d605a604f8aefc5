package io.seenby.events;

import java.util.List;
import java.util.Optional;

/** What was looked at. {@code type} and {@code labels} are codes of the publisher's vocabulary. */
public record RecordItem(RecordRef ref, String type, List<String> labels, Optional<Medium> medium) {}
