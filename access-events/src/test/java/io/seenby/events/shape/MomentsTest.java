package io.seenby.events.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seenby.events.Patterns;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MomentsTest {

    private static final String LETTERS = "0123456789-+:.TZtz ";

    @Property(tries = 3_000)
    void readsWhatTheJdkReads(@ForAll Random random) {
        String text = new RandomValues(random).of(new Shape.Moment()).textValue();

        assertThat(Moments.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
        assertThat(Moments.isStorable(text, false)).isTrue();
    }

    @Property(tries = 10_000)
    void takesNothingThatItsPatternRefuses(@ForAll Random random) {
        StringBuilder text = new StringBuilder(
                new RandomValues(random).of(new Shape.Moment()).textValue());
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.insert(at, letter);
                default -> text.deleteCharAt(at);
            }
        }
        String strange = text.toString();

        boolean byPattern = Patterns.MOMENT.matcher(strange).matches();
        boolean byPatternInUtc = Patterns.UTC_MOMENT.matcher(strange).matches();

        assertThat(Moments.isStorable(strange, false)).isEqualTo(byPattern && exists(strange));
        assertThat(Moments.isStorable(strange, true)).isEqualTo(byPatternInUtc && exists(strange));
    }

    /** By the JDK, with the years that the ledger holds. */
    private static boolean exists(String text) {
        try {
            int year = OffsetDateTime.parse(text)
                    .toInstant()
                    .atOffset(ZoneOffset.UTC)
                    .getYear();
            return year >= 1900 && year <= 2200;
        } catch (DateTimeException none) {
            return false;
        }
    }

    @Example
    void datesThatDoNotExistAreNotRead() {
        for (String none : new String[] {"2026-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-10"}) {
            assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Moments.parse(none + "T00:00:00Z"));
        }
        assertThat(Moments.parse("2028-02-29T00:00:00Z")).isEqualTo(Instant.parse("2028-02-29T00:00:00Z"));
    }

    @Example
    void ledgerFormIsCutToMicroseconds() {
        assertThat(Moments.write(Moments.parse("2026-03-04T11:15:30.123456999+01:00")))
                .isEqualTo("2026-03-04T10:15:30.123456Z");
        assertThat(Moments.write(Moments.parse("2026-03-04T10:15:30.000000001Z")))
                .isEqualTo("2026-03-04T10:15:30Z");
    }

    @Property(tries = 500)
    void whatTheLedgerFormSaysIsStorableThere(@ForAll Random random) {
        Instant moment =
                Moments.parse(new RandomValues(random).of(new Shape.Moment()).textValue());

        assertThat(Moments.isStorable(Moments.write(moment), true)).isTrue();
    }
}
