package io.seenby.bench.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A batch of reads, one client each, that is sent again and again: event ids and clients are digits written over. */
final class Readings {
    private static final String EVENT = "0000000000000";
    private static final String CLIENT = "0000000";
    private static final String LINE = """
            {"type":"seenby.record-read.v1","eventId":"read-%1$s","occurredAt":"%3$s",\
            "actor":{"id":"nurse-07","kind":"workforce","name":"Nurse Seven","role":"nurse"},\
            "clients":[{"id":"client-%2$s","name":"Client %2$s"}],\
            "record":{"type":"chart","id":"chart-of-%2$s","labels":["general"],"description":"Ward round notes"},\
            "purpose":"treatment","justification":"Ward round"}
            """;

    private final byte[] body;
    private final int size;
    private final int length;
    private final int eventAt;
    private final int[] clientAt;

    /** @param occurredAt RFC 3339, of every event */
    Readings(int size, String occurredAt) {
        String line = LINE.formatted(EVENT, CLIENT, occurredAt);
        this.size = size;
        this.length = line.length();
        this.body = line.repeat(size).getBytes(StandardCharsets.US_ASCII);
        this.eventAt = line.indexOf(EVENT);
        int inId = line.indexOf("client-" + CLIENT) + "client-".length();
        int inName = line.indexOf("Client " + CLIENT) + "Client ".length();
        int inRecord = line.indexOf("chart-of-" + CLIENT) + "chart-of-".length();
        this.clientAt = new int[] {inId, inName, inRecord};
    }

    /** Whose number is {@code client} at each place of the batch. */
    interface Clients {
        int at(int place);
    }

    /** Valid until it is called again. */
    ByteBuffer numbered(long firstEvent, Clients clients) {
        for (int place = 0; place < size; place++) {
            int from = place * length;
            digits(from + eventAt, EVENT.length(), firstEvent + place);
            int client = clients.at(place);
            for (int at : clientAt) {
                digits(from + at, CLIENT.length(), client);
            }
        }
        return ByteBuffer.wrap(body);
    }

    int size() {
        return size;
    }

    private void digits(int at, int count, long number) {
        long rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            body[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
