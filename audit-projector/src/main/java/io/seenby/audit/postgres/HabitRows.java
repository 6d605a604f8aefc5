package io.seenby.audit.postgres;

import static io.seenby.audit.postgres.Rows.moment;
import static io.seenby.audit.postgres.Rows.texts;

import io.seenby.audit.postgres.ChangesWriter.OfTenant;
import io.seenby.core.habit.Habit;
import io.seenby.core.habit.LogBuckets;
import io.seenby.core.habit.PeerHabit;
import io.seenby.core.habit.Peers;
import io.seenby.core.habit.SearchMade;
import io.seenby.events.ActorRef;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rows of {@code actor_habits} and {@code peer_habits}, from the core's types and back. */
final class HabitRows {

    static final String BY_ACTOR = """
            SELECT habit.* FROM unnest(?::text[], ?::text[]) AS wanted(tenant, actor)
            JOIN actor_habits AS habit USING (tenant, actor)
            """;

    static final String BY_PEERS = """
            SELECT habit.* FROM unnest(?::text[], ?::text[], ?::text[]) AS wanted(tenant, department, role)
            JOIN peer_habits AS habit USING (tenant, department, role)
            """;

    private static final String UPSERT = """
            INSERT INTO actor_habits (tenant, actor, last_seen, day, woke, clients, taken, refused, unopened, exposed,
                told, days)
            SELECT tenant, actor, last_seen, day, woke, clients, taken, refused, string_to_array(unopened, ','),
                exposed, string_to_array(told, ','), string_to_array(days, ',')::integer[]
            FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::boolean[], ?::bytea[], ?::bigint[],
                    ?::bigint[], ?::text[], ?::bytea[], ?::text[], ?::text[])
                AS changed(tenant, actor, last_seen, day, woke, clients, taken, refused, unopened, exposed, told, days)
            ON CONFLICT (tenant, actor) DO UPDATE
            SET last_seen = excluded.last_seen, day = excluded.day, woke = excluded.woke, clients = excluded.clients,
                taken = excluded.taken, refused = excluded.refused, unopened = excluded.unopened,
                exposed = excluded.exposed, told = excluded.told, days = excluded.days
            """;

    private static final String UPSERT_PEERS = """
            INSERT INTO peer_habits (tenant, department, role, days, hours)
            SELECT tenant, department, role, string_to_array(days, ',')::integer[], string_to_array(hours, ',')::bigint[]
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS changed(tenant, department, role, days, hours)
            ON CONFLICT (tenant, department, role) DO UPDATE SET days = excluded.days, hours = excluded.hours
            """;

    private HabitRows() {}

    static void upsert(Connection connection, List<OfTenant<Habit>> rows) throws SQLException {
        Written.updated(
                connection,
                UPSERT,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().actor().value())
                        .moment(each -> each.row().lastSeen())
                        .moment(each -> each.row().day())
                        .bool(each -> each.row().woke())
                        .bytes(each -> bytes(each.row().clients()))
                        .bigint(each -> each.row().taken())
                        .bigint(each -> each.row().refused())
                        .joined(each -> each.row().unopened().stream()
                                .map(SearchMade::text)
                                .toList())
                        .bytes(each -> bytes(each.row().exposed()))
                        .joined(each -> List.copyOf(each.row().told()))
                        .joined(each -> numbers(each.row().days().days())));
    }

    static void upsertPeers(Connection connection, List<OfTenant<PeerHabit>> rows) throws SQLException {
        Written.updated(
                connection,
                UPSERT_PEERS,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> each.row().peers().department())
                        .text(each -> each.row().peers().role())
                        .joined(each -> numbers(each.row().days().days()))
                        .joined(each -> numbers(each.row().hours())));
    }

    static Habit read(ResultSet row) throws SQLException {
        return new Habit(
                new ActorRef(row.getString("actor")),
                moment(row, "last_seen"),
                moment(row, "day"),
                row.getBoolean("woke"),
                marks(row.getBytes("clients")),
                row.getLong("taken"),
                row.getLong("refused"),
                texts(row, "unopened").stream().map(SearchMade::of).toList(),
                marks(row.getBytes("exposed")),
                new TreeSet<>(texts(row, "told")),
                days(row));
    }

    static PeerHabit readPeers(ResultSet row) throws SQLException {
        return new PeerHabit(
                new Peers(row.getString("department"), row.getString("role")), days(row), Arrays.asList((Long[])
                        row.getArray("hours").getArray()));
    }

    private static LogBuckets days(ResultSet row) throws SQLException {
        return new LogBuckets(Arrays.asList((Integer[]) row.getArray("days").getArray()));
    }

    private static List<String> numbers(List<? extends Number> numbers) {
        return numbers.stream().map(Number::toString).toList();
    }

    private static byte[] bytes(SortedSet<Integer> marks) {
        ByteBuffer bytes = ByteBuffer.allocate(marks.size() * Integer.BYTES);
        marks.forEach(bytes::putInt);
        return bytes.array();
    }

    private static SortedSet<Integer> marks(byte[] bytes) {
        ByteBuffer marks = ByteBuffer.wrap(bytes);
        SortedSet<Integer> read = new TreeSet<>();
        while (marks.hasRemaining()) {
            read.add(marks.getInt());
        }
        return read;
    }
}
