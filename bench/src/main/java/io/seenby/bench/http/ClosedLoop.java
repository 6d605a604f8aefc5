package io.seenby.bench.http;

import io.seenby.bench.NotMeasured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;

/** A closed loop: every connection sends its next request as soon as the last one is answered. */
public final class ClosedLoop {
    /** How long the answers to the last requests are awaited. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long TOO_MANY_FAILURES = 1_000;

    /** The requests of all connections. */
    @FunctionalInterface
    public interface Source {
        /** The next request of a connection, counted from 0; an empty array if it has no more. */
        ByteBuffer[] next(int connection);
    }

    private final InetSocketAddress server;
    private final Source source;
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(256 * 1024);
    private final Tally tally = new Tally();
    private long deadline;
    private int underWay;

    private ClosedLoop(int port, Source source) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.source = source;
    }

    /**
     * Sends for {@code length}, or until the source has no more, and awaits all answers.
     *
     * @throws NotMeasured if the server doesn't answer or refuses nearly everything
     */
    public static Outcome run(int port, int connections, Duration length, Source source) {
        try (var selector = Selector.open()) {
            return new ClosedLoop(port, source).run(selector, connections, length);
        } catch (IOException broken) {
            throw new NotMeasured("the load on port " + port + " broke: " + broken, broken);
        }
    }

    private Outcome run(Selector selector, int connections, Duration length) throws IOException {
        var all = new ArrayList<Connection>();
        for (int i = 0; i < connections; i++) {
            all.add(new Connection(i, server, selector));
        }
        long begin = System.nanoTime();
        deadline = begin + length.toNanos();
        for (Connection connection : all) {
            sendNext(connection);
        }
        while (underWay > 0) {
            if (selector.select(100) == 0 && System.nanoTime() > deadline + PATIENCE.toNanos()) {
                throw new NotMeasured(underWay + " requests got no answer within " + PATIENCE.toSeconds() + " s");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                serve(key);
            }
            selector.selectedKeys().clear();
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        for (Connection connection : all) {
            connection.close();
        }
        return outcome(took);
    }

    private void serve(SelectionKey key) throws IOException {
        var connection = (Connection) key.attachment();
        if (key.isValid() && key.isWritable()) {
            connection.write();
        }
        if (key.isValid() && key.isReadable() && connection.read(scratch, tally)) {
            underWay--;
            sendNext(connection);
        }
    }

    private void sendNext(Connection connection) throws IOException {
        if (System.nanoTime() >= deadline) {
            return;
        }
        ByteBuffer[] request = source.next(connection.number());
        if (request.length > 0) {
            underWay++;
            connection.send(request);
        }
    }

    private Outcome outcome(Duration took) {
        var outcome = tally.after(took);
        if (outcome.recorded() == 0 || outcome.failed() > TOO_MANY_FAILURES) {
            throw new NotMeasured("%d reports were recorded and %d requests failed; the first trouble was: %s"
                    .formatted(
                            outcome.recorded(),
                            outcome.failed(),
                            outcome.firstTrouble().orElse("none")));
        }
        return outcome;
    }
}
