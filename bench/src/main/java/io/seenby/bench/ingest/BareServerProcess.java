package io.seenby.bench.ingest;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.OwnJvm;
import java.io.IOException;
import java.util.List;

/** The bare server in a JVM of its own, with the heap that access-service has. */
record BareServerProcess(OwnJvm jvm, int port) implements AutoCloseable {
    /** It takes the port of the read side, which isn't started here. */
    static BareServerProcess start(BenchStack stack, int loops) throws IOException {
        int port = stack.local().settings().ports().audit();
        var jvm = OwnJvm.start(
                List.of("-Xmx256m"),
                BareServer.class.getName(),
                List.of(Integer.toString(port), Integer.toString(loops)),
                stack.file("bare-server.log"));
        if (jvm.nextLine().isEmpty()) {
            jvm.close();
            throw new NotMeasured("the bare server didn't start on port " + port);
        }
        return new BareServerProcess(jvm, port);
    }

    long pid() {
        return jvm.pid();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
