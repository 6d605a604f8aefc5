package io.seenby.bench.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.bench.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is done to a ledger below a checkpoint is noticed; and what is said not to be noticeable is not. */
class TamperTest {

    @Test
    void everythingIsNoticedThatMustBeAndNothingElse() throws Exception {
        Verdicts verdicts = Tamper.run(List.of("--events", "800"), new Progress(System.err));

        assertThat(verdicts.wrong()).as("%s", verdicts).isEmpty();
        assertThat(verdicts.kinds()).isGreaterThan(30);
    }
}
