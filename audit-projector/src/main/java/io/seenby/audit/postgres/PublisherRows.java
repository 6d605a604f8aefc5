package io.seenby.audit.postgres;

import static io.seenby.audit.postgres.Rows.moment;
import static io.seenby.audit.postgres.Rows.optionalMoment;
import static io.seenby.audit.postgres.Rows.optionalText;

import io.seenby.audit.postgres.ChangesWriter.OfTenant;
import io.seenby.core.completeness.Gap;
import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.completeness.PublisherInstance.Shown;
import io.seenby.core.completeness.Sequence;
import io.seenby.core.detection.Change;
import io.seenby.events.PublisherId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows of {@code publisher_instances}, from the core's type and back. */
final class PublisherRows {

    private static final String UPSERT = """
            INSERT INTO publisher_instances (tenant, publisher, instance, heard_at, heard_index, promise_seconds,
                first_sequence, highest_sequence, missing, gaps, silent, gap_alert, gap_alert_day, silence_alert,
                silence_alert_day, deadline)
            SELECT tenant, publisher, instance, heard_at, heard_index, promise_seconds, first_sequence,
                highest_sequence, missing, gaps::jsonb, silent, gap_alert, gap_alert_day, silence_alert,
                silence_alert_day, deadline
            FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::text[], ?::boolean[], ?::text[], ?::timestamptz[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[])
                AS changed(tenant, publisher, instance, heard_at, heard_index, promise_seconds, first_sequence,
                    highest_sequence, missing, gaps, silent, gap_alert, gap_alert_day, silence_alert,
                    silence_alert_day, deadline)
            ON CONFLICT (tenant, publisher, instance) DO UPDATE
            SET heard_at = excluded.heard_at, heard_index = excluded.heard_index,
                promise_seconds = excluded.promise_seconds, first_sequence = excluded.first_sequence,
                highest_sequence = excluded.highest_sequence, missing = excluded.missing, gaps = excluded.gaps,
                silent = excluded.silent, gap_alert = excluded.gap_alert, gap_alert_day = excluded.gap_alert_day,
                silence_alert = excluded.silence_alert, silence_alert_day = excluded.silence_alert_day,
                deadline = excluded.deadline
            """;

    private PublisherRows() {}

    static void upsert(Connection connection, List<OfTenant<Change.PublisherRow>> rows) throws SQLException {
        Written.updated(
                connection,
                UPSERT,
                rows,
                columns -> columns.text(each -> each.tenant().value())
                        .text(each -> of(each).publisher().value())
                        .text(each -> of(each).instance())
                        .moment(each -> of(each).heardAt())
                        .bigint(each -> of(each).heardIndex())
                        .optionalBigint(each -> of(each).promise().map(Duration::toSeconds))
                        .optionalBigint(each -> boxed(of(each).sequence().first()))
                        .optionalBigint(each -> boxed(of(each).sequence().highest()))
                        .bigint(each -> Gap.missing(of(each).sequence().gaps()))
                        .text(each -> GapsJson.write(of(each).sequence().gaps()))
                        .bool(each -> of(each).silent())
                        .optionalText(each -> of(each).gapAlert().map(Shown::alertId))
                        .optionalMoment(each -> of(each).gapAlert().map(Shown::day))
                        .optionalText(each -> of(each).silenceAlert().map(Shown::alertId))
                        .optionalMoment(each -> of(each).silenceAlert().map(Shown::day))
                        .optionalMoment(each -> each.row().deadline()));
    }

    static PublisherInstance read(ResultSet row) throws SQLException {
        return new PublisherInstance(
                new PublisherId(row.getString("publisher")),
                row.getString("instance"),
                moment(row, "heard_at"),
                row.getLong("heard_index"),
                Optional.ofNullable(row.getObject("promise_seconds", Long.class))
                        .map(Duration::ofSeconds),
                new Sequence(
                        count(row, "first_sequence"),
                        count(row, "highest_sequence"),
                        GapsJson.read(row.getString("gaps"))),
                row.getBoolean("silent"),
                shown(row, "gap_alert", "gap_alert_day"),
                shown(row, "silence_alert", "silence_alert_day"));
    }

    private static PublisherInstance of(OfTenant<Change.PublisherRow> each) {
        return each.row().instance();
    }

    private static Optional<Long> boxed(OptionalLong count) {
        return count.isPresent() ? Optional.of(count.getAsLong()) : Optional.empty();
    }

    private static OptionalLong count(ResultSet row, String column) throws SQLException {
        long count = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static Optional<Shown> shown(ResultSet row, String alert, String day) throws SQLException {
        Optional<String> id = optionalText(row, alert);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(id.get(), optionalMoment(row, day).orElseThrow()));
    }
}
