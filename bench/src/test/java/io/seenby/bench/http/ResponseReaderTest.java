package io.seenby.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {
    private static final String CHUNKED = """
            HTTP/1.1 200 OK\r
            Transfer-Encoding: chunked\r
            content-type: application/x-ndjson\r
            \r
            1b;x=y\r
            {"status":"recorded","recor\r
            28\r
            dedAt":"x"}
            {"status":"recorded","re":1}\r
            0\r
            \r
            """;

    private final ResponseReader reader = new ResponseReader(new Needle("\"recorded\""));

    @Test
    void readsAResponseInWhateverPiecesItComes() {
        byte[] bytes = CHUNKED.getBytes(StandardCharsets.US_ASCII);
        for (int cut = 0; cut < bytes.length; cut++) {
            assertThat(reader.read(ByteBuffer.wrap(bytes, 0, cut))).isFalse();
            assertThat(reader.read(ByteBuffer.wrap(bytes, cut, bytes.length - cut)))
                    .as("cut at %d", cut)
                    .isTrue();
            assertThat(reader.status()).isEqualTo(200);
            assertThat(reader.found()).as("cut at %d", cut).isEqualTo(2);
        }
    }

    @Test
    void stopsAtTheEndOfAResponseAndGoesOnWithTheNext() {
        var in = bytes("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(reader.read(in)).isTrue();
        assertThat(reader.status()).isEqualTo(201);
        assertThat(reader.read(in)).isTrue();
        assertThat(reader.status()).isEqualTo(204);
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void noticesThatTheServerWillClose() {
        reader.read(bytes("HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 4\r\n\r\nbusy"));

        assertThat(reader.closing()).isTrue();
        assertThat(reader.quote()).isEqualTo("503 busy");
    }

    @Test
    void refusesWhatIsNoResponse() {
        assertThatIllegalStateException().isThrownBy(() -> reader.read(bytes("SSH-2.0-OpenSSH\r\n")));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
