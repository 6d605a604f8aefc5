package io.seenby.cli.witness;

import com.sun.net.httpserver.HttpServer;
import io.seenby.cli.Refused;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A witness that listens. What it answers is {@link WitnessHandler}'s. */
public final class WitnessServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads;
    private final WitnessState state;

    private WitnessServer(HttpServer http, ExecutorService threads, WitnessState state) {
        this.http = http;
        this.threads = threads;
        this.state = state;
    }

    /**
     * What a witness is started with.
     *
     * @param logs as {@code ORIGIN=KEY} each
     */
    public record Settings(
            InetSocketAddress listen, SigningKey key, String name, Path state, boolean init, List<String> logs) {

        /** Returns when the thread is interrupted. Throws {@link Refused} if it cannot begin. */
        public void serve() throws InterruptedException {
            try (WitnessServer server = start()) {
                System.out.println("The witness listens on " + server.address() + "; its key is " + own() + ".");
                new CountDownLatch(1).await();
            }
        }

        WitnessServer start() {
            VerifierKey own = own();
            TrustedLogs trusted = trusted();
            WitnessState opened = WitnessState.open(state, own, init);
            try {
                return WitnessServer.start(
                        listen, new Witness(key, name, trusted, opened, InstantSource.system()), opened);
            } catch (IOException taken) {
                WitnessServer.release(opened);
                throw new Refused("Nothing can listen on " + listen + ": " + taken.getMessage() + ".", taken);
            }
        }

        private VerifierKey own() {
            try {
                return key.verifier(name, KeyKind.WITNESS);
            } catch (IllegalArgumentException noName) {
                throw new Refused(
                        "No witness has the name '" + name + "': a space or a plus may not be in it.", noName);
            }
        }

        private TrustedLogs trusted() {
            try {
                return TrustedLogs.parse(logs);
            } catch (IllegalArgumentException noLog) {
                throw new Refused("A log and its key are given as ORIGIN=KEY: " + noLog.getMessage() + ".", noLog);
            }
        }
    }

    private static WitnessServer start(InetSocketAddress listen, Witness witness, WitnessState state)
            throws IOException {
        // A client that sends nothing keeps its connection, and a thread, for no longer than this.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
        HttpServer http = HttpServer.create(listen, 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.createContext("/", new WitnessHandler(witness));
        http.start();
        return new WitnessServer(http, threads, state);
    }

    /** {@code HOST:PORT}, the port that it got. */
    String address() {
        return http.getAddress().getHostString() + ":" + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
        release(state);
    }

    private static void release(WitnessState state) {
        try {
            state.close();
        } catch (IOException stillHeld) {
            throw new Refused("The witness' state cannot be released.", stillHeld);
        }
    }
}
