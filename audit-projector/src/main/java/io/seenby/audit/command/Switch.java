package io.seenby.audit.command;

import io.seenby.audit.kafka.PositionOutsideLog;
import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.DatabaseSettings;
import io.seenby.audit.postgres.Exchange;
import io.seenby.audit.postgres.Migrations;
import io.seenby.audit.postgres.Positions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Makes a rebuilt schema the one that is served, under running services: it follows the served one until it is close
 * behind, holds its positions where they are, goes on to exactly there, and then the two exchange their names in one
 * transaction. Who reads sees the one or the other; the projector goes on where it is.
 */
final class Switch {

    /** Each ends closer behind the served schema than the one before. */
    private static final int PASSES = 3;

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_MILLIS = 200;

    private final DatabaseSettings served;
    private final DatabaseSettings next;
    private final Map<String, Object> broker;
    private final Path ledgerKeys;
    private final int batch;
    private final PrintStream out;

    /** @param next in the same database as what is served, with another schema */
    Switch(
            DatabaseSettings served,
            DatabaseSettings next,
            Map<String, Object> broker,
            Path ledgerKeys,
            int batch,
            PrintStream out) {
        if (served.schema().equals(next.schema())) {
            throw new IllegalArgumentException(next.schema() + " is what is served already");
        }
        this.served = served;
        this.next = next;
        this.broker = broker;
        this.ledgerKeys = ledgerKeys;
        this.batch = batch;
        this.out = out;
    }

    int run() throws SQLException, InterruptedException {
        Migrations.run(next);
        Exchange exchange = new Exchange(served, next.schema());
        Optional<String> objection = exchange.objection();
        if (objection.isPresent()) {
            out.println(objection.get());
            return 1;
        }
        RebuildProgress progress = new RebuildProgress(out);
        try (Database servedDatabase = new Database(served);
                Database nextDatabase = new Database(next);
                CatchUp following = new CatchUp(nextDatabase, broker, batch, ledgerKeys, progress)) {
            for (int pass = 0; pass < PASSES; pass++) {
                following.to(positions(servedDatabase));
            }
            awaitNotBehind(servedDatabase, nextDatabase);
            exchange.whileHeld(servedDatabase, positions -> following.to(positions));
            out.printf(
                    "What was %s is served as %s now; what was served before is called %1$s.%n",
                    next.schema(), served.schema());
            return 0;
        } catch (ExecutionException failed) {
            failed.printStackTrace(out);
            return Rebuild.HALTED;
        } catch (PositionOutsideLog lost) {
            out.println(lost.getMessage());
            return Rebuild.HALTED;
        }
    }

    /** A rebuild goes to the end of the log, where the projector may not be yet. */
    private static void awaitNotBehind(Database served, Database next) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (isBehind(positions(served), positions(next))) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalArgumentException(
                        "the served schema stays behind the other one: is a projector running?");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isBehind(Map<Integer, Long> served, Map<Integer, Long> next) {
        return next.entrySet().stream().anyMatch(each -> served.getOrDefault(each.getKey(), 0L) < each.getValue());
    }

    private static Map<Integer, Long> positions(Database database) throws SQLException {
        return database.inTransaction(Positions::all);
    }
}
