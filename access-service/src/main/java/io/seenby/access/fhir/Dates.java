package io.seenby.access.fhir;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** FHIR dates of any precision as moments. A date without a time of day is one of UTC, for no zone is given. */
final class Dates {

    private Dates() {}

    /** The first moment of it. */
    static String start(BaseDateTimeType date) {
        String text = date.getValueAsString();
        return switch (date.getPrecision()) {
            case YEAR -> midnight(Year.parse(text).atDay(1));
            case MONTH -> midnight(YearMonth.parse(text).atDay(1));
            case DAY -> midnight(LocalDate.parse(text));
            case MINUTE, SECOND, MILLI -> text;
        };
    }

    /** The first moment after it: a period includes the day it ends on. */
    static String end(BaseDateTimeType date) {
        String text = date.getValueAsString();
        return switch (date.getPrecision()) {
            case YEAR -> midnight(Year.parse(text).plusYears(1).atDay(1));
            case MONTH -> midnight(YearMonth.parse(text).plusMonths(1).atDay(1));
            case DAY -> midnight(LocalDate.parse(text).plusDays(1));
            case MINUTE, SECOND, MILLI -> text;
        };
    }

    private static String midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }
}
