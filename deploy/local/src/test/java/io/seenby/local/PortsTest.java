package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesTheTakenPortAndThePartThatWantsIt() throws Exception {
        var ports = Ports.free();
        assertThatCode(ports::requireFree).doesNotThrowAnyException();

        try (var taken = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (kafka)")
                    .hasMessageContaining("SEENBY_PORT_BASE");
        }
    }
}
