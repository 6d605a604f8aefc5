package io.seenby.access.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.local.LocalStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The owned tables, as an operator saves them and brings them back. */
final class Restored {

    private static final List<String> TABLES = List.of("erasures", "duties", "client_keys");

    private Restored() {}

    static void sql(String... statements) {
        try (Connection database = LocalStack.shared().postgres().connect("postgres");
                Statement statement = database.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    static long count(String query) {
        try (Connection database = LocalStack.shared().postgres().connect("postgres");
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    static long keysOf(String tenant) {
        return count("select count(*) from keys.client_keys where tenant = '%s'".formatted(tenant));
    }

    /** Of one tenant, and how far the whole ledger was read. */
    static void save(String tenant) {
        for (String table : TABLES) {
            sql("create table keys.saved_%1$s as select * from keys.%1$s where tenant = '%2$s'"
                    .formatted(table, tenant));
        }
        sql("create table keys.saved_followed as select * from keys.followed");
    }

    static void restore(String tenant) {
        for (String table : TABLES) {
            sql(
                    "delete from keys.%s where tenant = '%s'".formatted(table, tenant),
                    "insert into keys.%1$s select * from keys.saved_%1$s".formatted(table));
        }
        sql(
                "update keys.followed as now set next_offset = saved.next_offset, terms = saved.terms"
                        + " from keys.saved_followed as saved where now.topic = saved.topic and now.partition = saved.partition");
    }

    static void forget() {
        TABLES.forEach(table -> sql("drop table if exists keys.saved_" + table));
        sql("drop table if exists keys.saved_followed");
    }

    static void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}
