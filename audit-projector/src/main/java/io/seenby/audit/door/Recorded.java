package io.seenby.audit.door;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger has the question (acks=all).
 *
 * @param opened in the order of what was to be opened
 * @param ref what a looked-up id is called in the ledger
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Recorded(
        Instant recordedAt,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Opened> opened,
        Optional<String> ref) {

    /**
     * Text of one entry.
     *
     * @param texts by JSON pointer into the report
     * @param erased subjects whose key is no more, so their text is gone for ever
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Opened(
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> texts,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> erased) {}
}
