package io.seenby.endtoend;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request before it is sent, in the parts that somebody may spoil. */
final class Draft {

    private static final int MOST_SHOWN = 300;

    final Guarded endpoint;
    final Map<String, String> headers = new LinkedHashMap<>();
    String method;
    String target;
    byte[] body;

    /** Who spoils more than HTTP says how to write it says so: such a request need not be answered in our words. */
    boolean isHttp = true;

    /** What was done to it, in the order of doing. */
    String spoilt = "";

    Draft(Guarded endpoint, String target, byte[] body) {
        this.endpoint = endpoint;
        this.method = endpoint.method();
        this.target = target;
        this.body = body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    void text(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    /** A length stands there unless somebody has said otherwise. */
    byte[] bytes() {
        StringBuilder head =
                new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        boolean framed = headers.containsKey("Content-Length") || headers.containsKey("Transfer-Encoding");
        if (!framed && body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Override
    public String toString() {
        return endpoint.name() + " [" + spoilt + "] " + method + " " + beginning(target) + " " + beginning(text());
    }

    private static String beginning(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "... (" + text.length() + ")";
    }
}
