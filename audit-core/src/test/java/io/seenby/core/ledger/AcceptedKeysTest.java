package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.core.ledger.AcceptedKeys.Standing;
import io.seenby.core.ledger.AcceptedKeys.Term;
import io.seenby.events.LedgerEvent.LedgerKeyRotated;
import io.seenby.events.LedgerKeyId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedKeysTest {

    private final AcceptedKeys first = AcceptedKeys.beginning(new LedgerKeyId(1));

    private static LedgerKeyRotated rotation(String accepts, String retires) {
        return new LedgerKeyRotated(0, keys(accepts), keys(retires));
    }

    private static List<LedgerKeyId> keys(String ids) {
        return Arrays.stream(ids.trim().split(" +"))
                .filter(id -> !id.isEmpty())
                .map(id -> new LedgerKeyId(Long.parseLong(id)))
                .toList();
    }

    @Test
    void bothKeysProveFromTheRotationUntilTheOldOneIsRetired() {
        AcceptedKeys both = first.after(rotation("2", ""), 10);
        AcceptedKeys one = both.after(rotation("", "1"), 20);

        assertThat(both.accepted()).isEqualTo(keys("1 2"));
        assertThat(both.newSince(first)).isEqualTo(keys("2"));
        assertThat(one.accepted()).isEqualTo(keys("2"));
        assertThat(one.standing(new LedgerKeyId(1))).isEqualTo(Standing.RETIRED);
        assertThat(one.standing(new LedgerKeyId(3))).isEqualTo(Standing.UNKNOWN);
        assertThat(one.terms())
                .containsExactly(
                        new Term(new LedgerKeyId(1), 0, OptionalLong.of(20)),
                        new Term(new LedgerKeyId(2), 10, OptionalLong.empty()));
        assertThat(AcceptedKeys.of(one.terms())).isEqualTo(one);
    }

    @Test
    void aKeyMayTakeOverFromTheOneThatProvesIt() {
        assertThat(first.after(rotation("2", "1"), 10).accepted()).isEqualTo(keys("2"));
    }

    @Test
    void aRepetitionChangesNothing() {
        AcceptedKeys rotated = first.after(rotation("2", "1"), 10);
        assertThat(rotated.after(rotation("2", "1"), 30)).isEqualTo(rotated);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', says nothing",
        "'', '2', leaves none",
        "'1', '', brings back a retired key",
        "'3 1', '2', brings back a retired key beside a new one",
        "'', '9', retires what never was accepted",
        "'3', '3 2', contradicts itself",
    })
    void whatCannotBeMeantChangesNothing(String accepts, String retires, String why) {
        AcceptedKeys rotated = first.after(rotation("2", "1"), 10);
        assertThat(rotated.after(rotation(accepts, retires), 20)).as(why).isEqualTo(rotated);
    }

    @Test
    void noPartitionIsWithoutAKey() {
        assertThat(first.after(rotation("", "1"), 10)).isEqualTo(first);
        assertThatThrownBy(() -> AcceptedKeys.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
