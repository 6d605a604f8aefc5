package io.seenby.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The TCP ports of a stack, all on 127.0.0.1. */
public record Ports(int access, int audit, int identity, int kafka, int kafkaController, int postgres, int witness) {
    private static final int HOW_MANY = 7;

    /** The seven ports after the base: access-service is base + 1. */
    public static Ports from(int base) {
        return new Ports(base + 1, base + 2, base + 3, base + 4, base + 5, base + 6, base + 7);
    }

    /**
     * Seven ports that nobody listens on now. They lie below the range from which systems take the ports of outgoing
     * connections, so that none of them is taken by chance before it is used.
     */
    public static Ports free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 31_900) / 10 * 10)
                .limit(1_000)
                .filter(base -> IntStream.rangeClosed(base + 1, base + HOW_MANY).allMatch(Ports::isFree))
                .mapToObj(Ports::from)
                .findFirst()
                .orElseThrow(() -> new StartFailed("No seven free ports in a row were found on 127.0.0.1."));
    }

    /**
     * Refuses to go on if somebody else listens on one of the ports.
     *
     * @throws StartFailed naming each taken port and the part that wants it
     */
    public void requireFree() {
        var taken = byPart().entrySet().stream()
                .filter(part -> !isFree(part.getValue()))
                .map(part -> "port %d (%s)".formatted(part.getValue(), part.getKey()))
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new StartFailed("Already in use by another program: " + taken
                    + ". Stop it, or choose other ports with SEENBY_PORT_BASE.");
        }
    }

    /** Which part answers where, by the names that people read. */
    public Map<String, Integer> byPart() {
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("access-service", access);
        parts.put("audit-projector", audit);
        parts.put("identity", identity);
        parts.put("kafka", kafka);
        parts.put("kafka controller", kafkaController);
        parts.put("postgres", postgres);
        parts.put("witness", witness);
        return parts;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
