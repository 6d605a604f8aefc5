package io.seenby.audit.postgres;

import static io.seenby.audit.postgres.Rows.moment;
import static io.seenby.audit.postgres.Rows.optionalMoment;
import static io.seenby.audit.postgres.Rows.optionalText;

import io.seenby.audit.postgres.ChangesWriter.OfTenant;
import io.seenby.core.work.AlertWork;
import io.seenby.core.work.Done;
import io.seenby.events.ActorRef;
import io.seenby.events.AlertId;
import io.seenby.events.AlertJudgement;
import io.seenby.events.WireCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows of {@code alert_work}, from the core's type and back. */
final class WorkRows {

    private static final Function<String, AlertJudgement> JUDGEMENT = WireCode.reader(AlertJudgement.class);

    private static final String UPSERT = """
            INSERT INTO alert_work (tenant, alert_id, acknowledged_by, acknowledged_at, acknowledged_index, assignee,
                assigned_by, assigned_at, assigned_index, suppressed_until, suppressed_by, suppressed_at,
                suppressed_index, judgement, judged_revision, judged_by, judged_at, judged_index)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::text[],
                ?::text[], ?::timestamptz[], ?::bigint[], ?::timestamptz[], ?::text[], ?::timestamptz[],
                ?::bigint[], ?::text[], ?::integer[], ?::text[], ?::timestamptz[], ?::bigint[])
            ON CONFLICT (tenant, alert_id) DO UPDATE
            SET acknowledged_by = excluded.acknowledged_by, acknowledged_at = excluded.acknowledged_at,
                acknowledged_index = excluded.acknowledged_index, assignee = excluded.assignee,
                assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at,
                assigned_index = excluded.assigned_index, suppressed_until = excluded.suppressed_until,
                suppressed_by = excluded.suppressed_by, suppressed_at = excluded.suppressed_at,
                suppressed_index = excluded.suppressed_index, judgement = excluded.judgement,
                judged_revision = excluded.judged_revision, judged_by = excluded.judged_by,
                judged_at = excluded.judged_at, judged_index = excluded.judged_index
            """;

    private WorkRows() {}

    static void upsert(Connection connection, List<OfTenant<AlertWork>> rows) throws SQLException {
        Written.updated(connection, UPSERT, rows, columns -> {
            columns.text(each -> each.tenant().value())
                    .text(each -> each.row().alert().value());
            done(columns, AlertWork::acknowledged);
            columns.optionalText(
                    each -> each.row().assigned().map(given -> given.assignee().value()));
            done(columns, work -> work.assigned().map(AlertWork.Assignment::done));
            columns.optionalMoment(each -> each.row().suppressed().map(AlertWork.Suppression::until));
            done(columns, work -> work.suppressed().map(AlertWork.Suppression::done));
            columns.optionalText(each -> each.row()
                            .judged()
                            .map(thought -> thought.judgement().wire()))
                    .optionalInteger(each -> each.row().judged().map(AlertWork.Judgement::revision));
            done(columns, work -> work.judged().map(AlertWork.Judgement::done));
        });
    }

    private static void done(Columns<OfTenant<AlertWork>> columns, Function<AlertWork, Optional<Done>> act)
            throws SQLException {
        columns.optionalText(each -> act.apply(each.row()).map(done -> done.by().value()))
                .optionalMoment(each -> act.apply(each.row()).map(Done::at))
                .optionalBigint(each -> act.apply(each.row()).map(Done::index));
    }

    static AlertWork read(ResultSet row) throws SQLException {
        Optional<Done> assigned = done(row, "assigned");
        Optional<Done> suppressed = done(row, "suppressed");
        Optional<Done> judged = done(row, "judged");
        return new AlertWork(
                new AlertId(row.getString("alert_id")),
                done(row, "acknowledged"),
                assigned.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new AlertWork.Assignment(new ActorRef(row.getString("assignee")), assigned.get())),
                suppressed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AlertWork.Suppression(moment(row, "suppressed_until"), suppressed.get())),
                judged.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AlertWork.Judgement(
                                JUDGEMENT.apply(row.getString("judgement")),
                                row.getInt("judged_revision"),
                                judged.get())));
    }

    private static Optional<Done> done(ResultSet row, String act) throws SQLException {
        Optional<String> by = optionalText(row, act + "_by");
        return by.isEmpty()
                ? Optional.empty()
                : Optional.of(new Done(
                        new ActorRef(by.get()),
                        optionalMoment(row, act + "_at").orElseThrow(),
                        row.getLong(act + "_index")));
    }
}
