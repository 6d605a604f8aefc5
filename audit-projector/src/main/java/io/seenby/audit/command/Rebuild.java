package io.seenby.audit.command;

import io.seenby.audit.kafka.PositionOutsideLog;
import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.DatabaseSettings;
import io.seenby.audit.postgres.Migrations;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Projects the ledger, from the beginning to where it ends now, into a schema of its own. Interrupted, it goes on from the
 * schema's stored positions.
 */
final class Rebuild {

    static final int HALTED = 70;

    private final DatabaseSettings settings;
    private final Map<String, Object> broker;
    private final Path ledgerKeys;
    private final int batch;
    private final PrintStream out;

    /** @param broker how the brokers are reached */
    Rebuild(DatabaseSettings settings, Map<String, Object> broker, Path ledgerKeys, int batch, PrintStream out) {
        this.settings = settings;
        this.broker = broker;
        this.ledgerKeys = ledgerKeys;
        this.batch = batch;
        this.out = out;
    }

    int run() throws SQLException, InterruptedException {
        Migrations.run(settings);
        RebuildProgress progress = new RebuildProgress(out);
        try (Database database = new Database(settings);
                CatchUp rebuilding = new CatchUp(database, broker, batch, ledgerKeys, progress)) {
            rebuilding.toTheEnd();
            progress.done(settings.schema());
            return 0;
        } catch (ExecutionException failed) {
            failed.printStackTrace(out);
            return HALTED;
        } catch (PositionOutsideLog lost) {
            out.println(lost.getMessage());
            return HALTED;
        }
    }
}
