package io.seenby.audit.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.seenby.core.completeness.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an instance of a publisher is doing: is it heard, and has all arrived that it has sent? */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "How an instance of a publisher is doing.")
public record PublisherHealth(
        String publisher,
        String instance,

        @Schema(description = "silent: not heard as promised; gaps: numbers are missing; else heard.")
        String state,

        @Schema(description = "Core time at its latest record.")
        Instant lastHeard,

        @Schema(description = "Seconds within which it has promised to be heard again; absent: it promises nothing.")
        Optional<Long> heardWithin,

        @Schema(description = "The highest sequence number it has given so far; absent: it does not count.")
        Optional<Long> highestSequence,

        @Schema(description = "How many of its numbers have not arrived.")
        long missing,

        @Schema(description = "The first ten ranges of numbers that have not arrived, ascending.")
        List<Missing> missingRanges) {

    /** As many ranges as one is shown. */
    private static final int MOST_RANGES = 10;

    /** A range of numbers that have not arrived. */
    @Schema(name = "MissingRange", description = "Numbers in a row that have not arrived.")
    public record Missing(
            long first,
            long last,

            @Schema(description = "How many of the range; fewer than it is long only where very many gaps were joined.")
            long missing,

            @Schema(description = "Core time of the entry that showed it.")
            Instant since) {

        static List<Missing> firstOf(List<Gap> gaps) {
            return gaps.stream()
                    .limit(MOST_RANGES)
                    .map(gap -> new Missing(gap.first(), gap.last(), gap.missing(), gap.since()))
                    .toList();
        }
    }

    /** A page of them, by publisher and instance. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "PublisherPage", description = "A page of publishers' instances, by publisher and instance.")
    public record Page(
            @Schema(description = "The tenant's next ledger index when this was read.")
            long position,

            List<PublisherHealth> publishers,

            @Schema(description = "Cursor of the next page, for the parameter after; absent on the last.")
            Optional<String> next) {}
}
