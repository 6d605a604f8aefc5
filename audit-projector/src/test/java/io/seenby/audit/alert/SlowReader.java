package io.seenby.audit.alert;

import io.seenby.audit.query.Ask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A subscriber with a small window that reads nothing until it is asked to. */
final class SlowReader implements AutoCloseable {

    private final Socket socket = new Socket();

    private SlowReader() {}

    static SlowReader open(int port, String tenant) throws IOException {
        var reader = new SlowReader();
        reader.socket.setReceiveBufferSize(4_096);
        reader.socket.setSoTimeout(30_000);
        reader.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = "GET /v1/alerts/stream?lastEventId=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Ask.token("auditor", tenant) + "\r\n\r\n";
        reader.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return reader;
    }

    List<Long> readIds(int count) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        List<Long> ids = new ArrayList<>();
        while (ids.size() < count) {
            String line = lines.readLine();
            if (line.startsWith("id:")) {
                ids.add(Long.parseLong(line.substring(3).trim()));
            }
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
