package io.seenby.bench.organisations;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How a number of accesses spreads over hours of the day and days of the week. */
record Volume(House house, Instant start, int days) {

    /** How many of {@code all} fall into each hour from the start on; nothing is lost by rounding. */
    int[] spread(long all) {
        double[] weights = new double[days * 24];
        double total = 0;
        for (int hour = 0; hour < weights.length; hour++) {
            weights[hour] = weight(hour);
            total += weights[hour];
        }
        int[] counts = new int[weights.length];
        double until = 0;
        long given = 0;
        for (int hour = 0; hour < weights.length; hour++) {
            until += weights[hour];
            long due = hour == weights.length - 1 ? all : Math.round(all * until / total);
            counts[hour] = Math.toIntExact(due - given);
            given = due;
        }
        return counts;
    }

    Instant end() {
        return start.plus(days, ChronoUnit.DAYS);
    }

    boolean weekend(int day) {
        DayOfWeek name = start.plus(day, ChronoUnit.DAYS).atZone(ZoneOffset.UTC).getDayOfWeek();
        return name == DayOfWeek.SATURDAY || name == DayOfWeek.SUNDAY;
    }

    private double weight(int hour) {
        int ofDay = hour % 24;
        double here = 0;
        for (int place = 0; place < House.TEAM; place++) {
            here += house.onDuty(place, ofDay) ? 1 : 0;
        }
        // Rounds and meetings are in the morning and after lunch.
        double rush = 1 + 0.5 * Math.exp(-Math.pow((ofDay - 10) / 2.0, 2)) + 0.3 * Math.exp(-Math.pow(ofDay - 14, 2));
        double quiet = ofDay < 6 || ofDay >= 22 ? 0.5 : 1;
        return here * rush * quiet * (weekend(hour / 24) ? house.kind().pace().weekend() / 100.0 : 1);
    }
}
