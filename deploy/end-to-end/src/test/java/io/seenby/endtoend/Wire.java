package io.seenby.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A request on a connection of its own, byte by byte as it is: a client library would refuse to send most of these. */
final class Wire {

    private static final int PATIENCE_MS = 30_000;

    private Wire() {}

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer
     * @param head status line and header fields
     * @param body without its framing; of a stream nothing
     */
    record Answer(int status, String head, String body) {

        boolean isOfType(String mediaType) {
            return head.toLowerCase(Locale.ROOT).contains("content-type: " + mediaType);
        }

        @Override
        public String toString() {
            return status + " " + body.substring(0, Math.min(body.length(), 400));
        }
    }

    /**
     * Throws {@link java.net.SocketTimeoutException} if nothing comes for half a minute.
     *
     * @param more false says that nothing follows: a server may answer that, or hang up
     */
    static Answer send(int port, byte[] request, boolean more) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                if (!more) {
                    socket.shutdownOutput();
                }
            } catch (SocketException refusedEarly) {
                // Its answer may stand there all the same.
            }
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
                if (isStream(bytes)) {
                    break;
                }
            }
        } catch (SocketException cutOff) {
            // What came before counts.
        }
        return answer(bytes.toString(StandardCharsets.ISO_8859_1));
    }

    private static boolean isStream(ByteArrayOutputStream bytes) {
        return head(bytes.toString(StandardCharsets.ISO_8859_1))
                .filter(head -> head.toLowerCase(Locale.ROOT).contains("text/event-stream"))
                .isPresent();
    }

    private static Optional<String> head(String text) {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? Optional.empty() : Optional.of(text.substring(0, end));
    }

    private static Answer answer(String text) {
        Optional<String> head = head(text);
        if (head.isEmpty() || !text.startsWith("HTTP/1.")) {
            return new Answer(0, "", text);
        }
        String body = text.substring(head.get().length() + 4);
        boolean chunked = head.get().toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Answer(
                Integer.parseInt(text.substring(9, 12)), head.get(), utf8(chunked ? withoutChunks(body) : body));
    }

    private static String withoutChunks(String body) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        for (int end = body.indexOf("\r\n"); end > at; end = body.indexOf("\r\n", at)) {
            int length = Integer.parseInt(body.substring(at, end), 16);
            int from = Math.min(body.length(), end + 2);
            whole.append(body, from, Math.min(body.length(), from + length));
            at = Math.min(body.length(), from + length + 2);
        }
        return whole.toString();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
