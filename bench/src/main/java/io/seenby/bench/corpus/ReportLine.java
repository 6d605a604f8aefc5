package io.seenby.bench.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One report as JSON without line breaks.
 *
 * @param numberAt where the number that ends its event id stands, {@link #DIGITS} digits wide
 */
public record ReportLine(byte[] json, int numberAt) {
    /** Width of the number in an event id: a report is given a new identity by writing over them. */
    public static final int DIGITS = 12;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NUMBERED_ID = Pattern.compile("\"eventId\":\"[^\"]*(\\d{12})\"");

    /** The event id that ends in {@code number}. */
    static String eventId(String prefix, long number) {
        return prefix + "-%012d".formatted(number);
    }

    /** A report whose {@code eventId} came from {@link #eventId}. All its text is ASCII. */
    static ReportLine of(ObjectNode report) {
        try {
            String json = MAPPER.writeValueAsString(report);
            return new ReportLine(
                    json.getBytes(StandardCharsets.US_ASCII), numberIn(json).orElseThrow());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where the number of the event id stands in a report, or in the entry made of it; empty if it ends otherwise. */
    public static OptionalInt numberIn(String json) {
        var id = NUMBERED_ID.matcher(json);
        return id.find() ? OptionalInt.of(id.start(1)) : OptionalInt.empty();
    }

    /** Writes {@code number} over the twelve digits that begin at {@code at}. */
    public static void stamp(byte[] bytes, int at, long number) {
        long rest = number;
        for (int i = at + DIGITS - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
