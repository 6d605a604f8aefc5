package io.seenby.bench.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerfTotalsTest {
    @Test
    void readsTheLineOfKafkasTool() {
        var line = "2026-11-20 09:00:00:100, 2026-11-20 09:00:04:350, 507.2212, 119.3462, 500352, 117729.8824, 3204,"
                + " 1046, 484.9151, 478348.0000";

        assertThat(PerfTotals.of(line)).contains(new PerfTotals(500_352, 478_348));
    }

    @Test
    void leavesOtherLinesAside() {
        assertThat(PerfTotals.of("")).isEmpty();
        assertThat(PerfTotals.of("start.time, end.time, data.consumed.in.MB, MB.sec, data.consumed.in.nMsg, nMsg.sec,"
                        + " rebalance.time.ms, fetch.time.ms, fetch.MB.sec, fetch.nMsg.sec"))
                .isEmpty();
        assertThat(PerfTotals.of("WARNING: Exiting before consuming the expected number of messages: timeout"))
                .isEmpty();
    }
}
