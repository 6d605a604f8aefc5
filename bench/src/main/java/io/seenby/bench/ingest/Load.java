package io.seenby.bench.ingest;

import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.corpus.Batch;
import io.seenby.bench.corpus.Corpus;
import io.seenby.bench.corpus.Organisation;
import io.seenby.bench.http.ClosedLoop;
import io.seenby.bench.http.Request;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Publisher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Everything that is sent, generated before anything is measured; a connection belongs to one tenant. */
final class Load {
    private static final int TENANTS = 4;
    private static final int BATCHES_EACH = 4;
    private static final int SINGLES_EACH = 256;

    private final List<Publisher> publishers;
    private final List<List<Batch>> batches;
    private final List<List<Batch>> singles;
    private final int batchSize;
    private int portOfSingles;
    private long nextNumber;

    private Load(List<Publisher> publishers, List<List<Batch>> batches, List<List<Batch>> singles, int batchSize) {
        this.publishers = publishers;
        this.batches = batches;
        this.singles = singles;
        this.batchSize = batchSize;
    }

    static Load onto(BenchStack stack, Options chosen) throws IOException, InterruptedException {
        var publishers = new ArrayList<Publisher>();
        var corpora = new ArrayList<Corpus>();
        var base = Instant.now().minus(Duration.ofHours(1));
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            publishers.add(Publisher.opening(stack, "tenant-" + tenant));
            corpora.add(new Corpus(chosen.get(Option.SEED) + tenant, Organisation.DIVISION, base));
        }
        int batchSize = chosen.count(Ingest.BATCH);
        var load = new Load(
                publishers,
                perConnection(
                        chosen.count(Ingest.PRODUCERS),
                        connection -> IntStream.range(0, BATCHES_EACH)
                                .mapToObj(i -> corpora.get(connection % TENANTS).nextBatch(batchSize))
                                .toList()),
                perConnection(
                        chosen.count(Ingest.CONNECTIONS),
                        connection -> IntStream.range(0, SINGLES_EACH)
                                .mapToObj(i -> corpora.get(connection % TENANTS).nextBatch(1))
                                .toList()),
                batchSize);
        load.portOfSingles = stack.local().settings().ports().access();
        return load;
    }

    private static List<List<Batch>> perConnection(int connections, IntFunction<List<Batch>> bodies) {
        return IntStream.range(0, connections).mapToObj(bodies).toList();
    }

    int producers() {
        return batches.size();
    }

    ClosedLoop.Source batches() {
        return source(batches, publishers.stream().map(Publisher::batchRequest).toList());
    }

    /** A port and what is sent there. */
    record Target(int port, ClosedLoop.Source source) {}

    Target singles() {
        return new Target(
                portOfSingles,
                source(
                        singles,
                        publishers.stream().map(Publisher::singleRequest).toList()));
    }

    /** The same requests to another server, tokens and all. */
    Target bare(int port) {
        return new Target(port, singles().source());
    }

    /** No two requests in the life of the load carry the same event id. */
    private ClosedLoop.Source source(List<List<Batch>> bodies, List<Request> requests) {
        int[] turn = new int[bodies.size()];
        return connection -> {
            var own = bodies.get(connection);
            var body = own.get(turn[connection]++ % own.size());
            ByteBuffer numbered = body.numberedFrom(nextNumber);
            nextNumber += body.size();
            return requests.get(connection % TENANTS).with(numbered);
        };
    }

    String description() {
        long bytes = batches.stream()
                .flatMap(List::stream)
                .mapToLong(batch -> batch.bytes().length)
                .sum();
        long reports =
                batches.stream().flatMap(List::stream).mapToLong(Batch::size).sum();
        return "reports: %d tenants with %d clients and %d actors each, mean %d bytes; batches of %d on %d connections,"
                        .formatted(
                                TENANTS,
                                Organisation.DIVISION.clients(),
                                Organisation.DIVISION.actors(),
                                bytes / reports,
                                batchSize,
                                producers())
                + " single events on " + singles.size() + " connections; closed loops over HTTP/1.1 keep-alive";
    }
}
