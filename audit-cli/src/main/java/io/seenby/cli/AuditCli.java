package io.seenby.cli;

import io.seenby.cli.export.ExportCommand;
import io.seenby.cli.verify.VerifyCommand;
import io.seenby.cli.witness.WitnessServer;
import io.seenby.core.ledger.KeyKind;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands and their options. Exit code 0: done; 1: refused, with one sentence why; 2: misused. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyCommand.class, ExportCommand.class},
        description = "Checks what SeenBy's services say of their ledgers.")
public final class AuditCli {

    private static final int REFUSED = 1;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new AuditCli())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(InetSocketAddress.class, ListenAddress::parse)
                .setExecutionExceptionHandler(AuditCli::refuse)
                .execute(arguments);
    }

    private static int refuse(Exception why, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (why instanceof Refused) {
            command.getErr().println(why.getMessage());
            return REFUSED;
        }
        throw why;
    }

    @Command(
            name = "keygen",
            mixinStandardHelpOptions = true,
            description = "Makes an Ed25519 key pair and prints its public half in base64.")
    void keygen(
            @Option(names = "--out", required = true, description = "A PEM file that does not exist yet.") Path out) {
        System.out.println(KeyFile.create(out).verifier("any", KeyKind.LOG).publicKey());
    }

    @Command(
            name = "vkey",
            mixinStandardHelpOptions = true,
            description = "Prints the verifier key of a key pair: what others pin.")
    void vkey(
            @Option(names = "--key", required = true, description = "The pair's PEM file.") Path key,
            @Option(names = "--name", required = true, description = "What it signs as: an origin or a witness.")
                    String name,
            @Option(names = "--kind", required = true, description = "log or witness") KeyKind kind) {
        System.out.println(KeyFile.verifier(KeyFile.read(key), name, kind));
    }

    @Command(
            name = "witness",
            mixinStandardHelpOptions = true,
            description = "Cosigns the checkpoints of logs that only ever grow (C2SP tlog-witness).")
    void witness(
            @Option(names = "--listen", required = true, description = "HOST:PORT; port 0 takes any.")
                    InetSocketAddress listen,
            @Option(names = "--key", required = true, description = "The witness' own key pair, a PEM file.") Path key,
            @Option(names = "--name", required = true, description = "What it cosigns as.") String name,
            @Option(names = "--state", required = true, description = "The directory of what it cosigned last.")
                    Path state,
            @Option(
                            names = "--init",
                            description =
                                    "Make the state directory if there is none. A witness that has lost its state "
                                            + "would cosign a rolled back log, so say this only once.")
                    boolean init,
            @Option(
                            names = "--log",
                            required = true,
                            paramLabel = "ORIGIN=KEY",
                            description = "A log to witness and its verifier key or public key in base64; "
                                    + "ORIGIN may end with *. May be given several times.")
                    List<String> logs)
            throws InterruptedException {
        new WitnessServer.Settings(listen, KeyFile.read(key), name, state, init, logs).serve();
    }
}
