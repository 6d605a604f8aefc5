package io.seenby.bench.verify;

/** Runs Kafka's reading tool twice with the same arguments, each time from the first record in a group of its own. */
final class TwiceInOneJvm {
    private static final String TOOL = "org.apache.kafka.tools.ConsumerPerformance";

    private TwiceInOneJvm() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        // By name: the tool is there when this runs, but nothing of the benchmarks is compiled against it.
        var main = Class.forName(TOOL).getMethod("main", String[].class);
        for (int run = 0; run < 2; run++) {
            main.invoke(null, (Object) arguments);
        }
    }
}
