package io.seenby.cli.export;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: the ledger and its checkpoints into one file, for a verification elsewhere or later. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes the ledger and its checkpoints into one file that verify reads; changes nothing at the broker.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:written", "1:refused, with one sentence why", "2:misused", "3:the topics cannot be read"})
public final class ExportCommand implements Callable<Integer> {

    private static final int UNREADABLE = 3;

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "A broker.")
    private String kafka = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that does not exist yet.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        try (LedgerSource source = KafkaLedger.at(kafka);
                Progress progress = Progress.of("exporting", source::part)) {
            long records = ExportWriter.write(source, out);
            System.out.println(out + ": " + records + " records as of " + source.asOf());
            return 0;
        } catch (SourceUnreadable unreadable) {
            System.err.println(unreadable.getMessage());
            return UNREADABLE;
        }
    }
}
