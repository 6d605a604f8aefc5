package io.seenby.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection with at most one request under way; opened again when the server closes it. */
final class Connection {
    private final int number;
    private final InetSocketAddress server;
    private final Selector selector;
    /** As a value: the line of a batch's receipt, which stands for no report, has a field of that name. */
    private final ResponseReader reader = new ResponseReader(new Needle(":\"recorded\""));

    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer[] sending = {};
    private long sentAt;
    private boolean underWay;

    /** @param number its place among the connections of the load, from 0 */
    Connection(int number, InetSocketAddress server, Selector selector) throws IOException {
        this.number = number;
        this.server = server;
        this.selector = selector;
        this.channel = SocketChannel.open(server);
        this.key = register();
    }

    int number() {
        return number;
    }

    private SelectionKey register() throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(ByteBuffer[] request) throws IOException {
        sending = request;
        sentAt = System.nanoTime();
        underWay = true;
        write();
    }

    /** Writes what the socket takes now and asks to be told when it takes more. */
    void write() throws IOException {
        channel.write(sending);
        boolean rest = sending[sending.length - 1].hasRemaining();
        key.interestOps(rest ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Reads what is there; true if the request that is under way has its answer, or has lost it. */
    boolean read(ByteBuffer scratch, Tally tally) throws IOException {
        scratch.clear();
        if (channel.read(scratch) < 0) {
            boolean lost = underWay;
            reopen();
            if (lost) {
                tally.lost("the server closed the connection");
            }
            return lost;
        }
        scratch.flip();
        if (!underWay || !reader.read(scratch)) {
            return false;
        }
        tally.answered(reader.status(), reader.found(), System.nanoTime() - sentAt, reader.quote());
        underWay = false;
        if (reader.closing()) {
            reopen();
        }
        return true;
    }

    private void reopen() throws IOException {
        channel.close();
        underWay = false;
        channel = SocketChannel.open(server);
        key = register();
    }

    void close() throws IOException {
        channel.close();
    }
}
