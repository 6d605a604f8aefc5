package io.seenby.bench.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FootprintTest {
    @Test
    void readsWhatTheFullCollectionsLeft() {
        var log = """
                [0.006s][info][gc] Using Serial
                [0.291s][info][gc] GC(0) Pause Young (Allocation Failure) 34M->15M(123M) 4.101ms
                [0.402s][info][gc] GC(1) Pause Full (Diagnostic Command) 39M->9M(123M) 0.900ms
                [0.502s][info][gc] GC(2) Pause Young (Allocation Failure) 43M->7M(123M) 0.900ms
                """;

        assertThat(Footprint.mostLeft(log)).isEqualTo(9);
    }
}
