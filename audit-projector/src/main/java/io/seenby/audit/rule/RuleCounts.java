package io.seenby.audit.rule;

import io.seenby.audit.query.Answer;
import io.seenby.audit.query.Snapshot;
import io.seenby.audit.rule.RulePage.Counts;
import io.seenby.audit.rule.RulePage.Judged;
import io.seenby.audit.rule.RulePage.Rule;
import io.seenby.core.detection.RuleBook;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts a tenant's alerts by rule and judgement. It reads all of them: they are few beside the accesses. */
final class RuleCounts {

    private static final String COUNTS = """
            select rule, rule_version, count(*) as raised,
                   count(*) filter (where judgement = 'appropriate') as appropriate,
                   count(*) filter (where judgement = 'violation') as violation,
                   count(*) filter (where judgement = 'policy-gap') as policy_gap
              from alerts left join alert_work using (tenant, alert_id)
             group by rule, rule_version
            """;

    private record Version(String rule, int version) {}

    private RuleCounts() {}

    static Uni<Answer<RulePage>> page(Snapshot snapshot) {
        return snapshot.connection().preparedQuery(COUNTS).execute().map(rows -> answer(snapshot, rows));
    }

    private static Answer<RulePage> answer(Snapshot snapshot, RowSet<Row> rows) {
        Map<Version, Counts> counts = new HashMap<>();
        for (Row row : rows) {
            counts.put(
                    new Version(row.getString("rule"), row.getInteger("rule_version")),
                    new Counts(
                            row.getLong("raised"),
                            new Judged(
                                    row.getLong("appropriate"), row.getLong("violation"), row.getLong("policy_gap"))));
        }
        List<Rule> rules = RuleBook.rules().stream()
                .map(text -> Rule.of(text, counts.getOrDefault(new Version(text.name(), text.version()), Counts.NONE)))
                .toList();
        return Answer.of(rules.stream().map(Rule::name).toList(), Set.of(), new RulePage(snapshot.position(), rules));
    }
}
