package io.seenby.bench.witnessed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.bench.NotMeasured;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    @Test
    void knowsThePlaceAndTheSignatureOfItsGroup() {
        var answer = """
                {"tenant":"harbor-law","partition":3,"offset":90210,"receipt":"proof\\n\\norigin\\n\\n— name c2ln\\n"}""";

        assertThat(Receipt.of(answer, 7)).isEqualTo(new Receipt(new Receipt.Place(3, 90_210), 7, "— name c2ln"));
    }

    @Test
    void anEntryWithoutReceiptIsNotMeasured() {
        assertThatThrownBy(() -> Receipt.of("{\"partition\":3,\"offset\":1}", 7))
                .isInstanceOf(NotMeasured.class);
    }
}
