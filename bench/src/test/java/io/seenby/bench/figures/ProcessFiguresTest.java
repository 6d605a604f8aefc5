package io.seenby.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessFiguresTest {
    @Test
    void readsPeakMemoryAndProcessorTimeAlsoWhenTheCommandHoldsBrackets() {
        String status = "Name:\tjava\nVmPeak:\t  999999 kB\nVmHWM:\t   20480 kB\nVmRSS:\t 1 kB\n";
        String stat = "77 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 150 50 13 14 15";

        assertThat(ProcessFigures.read(status, stat))
                .isEqualTo(new ProcessFigures(20L * 1024 * 1024, Duration.ofSeconds(2)));
    }
}
