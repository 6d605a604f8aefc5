package io.seenby.bench.verify;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import io.seenby.cli.verify.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command {@code verify} as an auditor gives it, from opening the source to the report, in this JVM. */
final class Verifier implements Contender {
    private final List<String> options;
    private final double work;
    private final int passes;

    /**
     * @param source the options that name it
     * @param work how much one pass does, in the unit that is compared
     * @param passes in one round; more make short ones steadier
     */
    Verifier(List<String> source, Pinned keys, double work, int passes) {
        this.options = new ArrayList<>(source);
        this.options.addAll(keys.options());
        this.work = work;
        this.passes = passes;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public List<String> besideNames() {
        return List.of();
    }

    @Override
    public void warmUp() {
        measure(0);
        measure(0);
    }

    @Override
    public Measured measure(int round) {
        long begin = System.nanoTime();
        for (int pass = 0; pass < passes; pass++) {
            verify();
        }
        return Measured.of(work * passes / ((System.nanoTime() - begin) / 1e9));
    }

    private void verify() {
        var said = new ByteArrayOutputStream();
        int code = silently(new PrintStream(said, false, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new NotMeasured("the verifier ended with %d on a clean ledger:%n%s"
                    .formatted(code, said.toString(StandardCharsets.UTF_8)));
        }
    }

    private int silently(PrintStream instead) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(instead);
        System.setErr(instead);
        try {
            return new CommandLine(new VerifyCommand()).execute(options.toArray(String[]::new));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
