package io.seenby.access.fhir;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/**
 * FHIR dates of any precision as moments. A date without a time of day is one of UTC, for no zone is given. What the
 * parser has read as a date and is none, such as one with a space before it, stays as it is: the report is refused for it.
 */
final class Dates {

    private Dates() {}

    /** The first moment of it. */
    static String start(BaseDateTimeType date) {
        return moment(date, 0);
    }

    /** The first moment after it: a period includes the day it ends on. */
    static String end(BaseDateTimeType date) {
        return moment(date, 1);
    }

    /** @param later how many of its own length later */
    private static String moment(BaseDateTimeType date, int later) {
        String text = date.getValueAsString();
        try {
            return switch (date.getPrecision()) {
                case YEAR -> midnight(Year.parse(text).plusYears(later).atDay(1));
                case MONTH -> midnight(YearMonth.parse(text).plusMonths(later).atDay(1));
                case DAY -> midnight(LocalDate.parse(text).plusDays(later));
                case MINUTE, SECOND, MILLI -> text;
            };
        } catch (DateTimeParseException none) {
            return text;
        }
    }

    private static String midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }
}
