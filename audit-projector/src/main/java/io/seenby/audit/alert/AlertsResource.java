package io.seenby.audit.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Refusals;
import io.seenby.audit.http.Role;
import io.seenby.audit.query.Asked;
import io.seenby.audit.query.PageAsked;
import io.seenby.audit.query.Questions;
import io.seenby.events.BreachAlert;
import io.seenby.events.Question;
import io.seenby.events.WireCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Alerts as a list. Whoever follows them begins here and goes on with {@link AlertStreamResource}. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "judgement")
public class AlertsResource {

    private static final Function<String, Alerts.Order> ORDER = WireCode.reader(Alerts.Order.class);

    private final Questions questions;
    private final Askers askers;

    AlertsResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    @GET
    @Operation(
            operationId = "alerts",
            summary = "Alerts with what people have done with them, the latest raised or changed first",
            description = "An alert that changes while you page moves to the top; the stream from ordinal shows it.")
    public Uni<AlertPage> alerts(
            @Parameter(description = "open or explained.") @QueryParam("status") @Nullable String status,
            @Parameter(description = "Name of a rule.") @QueryParam("rule") @Nullable String rule,
            @Parameter(description = "medium, high or critical.") @QueryParam("severity") @Nullable String severity,
            @Parameter(description = "How far people are: open, acknowledged, assigned, suppressed or judged.")
                    @QueryParam("work")
                    @Nullable
                    String work,
            @Parameter(description = "latest first, which it is if absent, or by rank: the gravest first.")
                    @QueryParam("order")
                    @Nullable
                    String order,
            @Parameter(description = "Alerts on a page: 1 to 200, 50 if absent.") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "The next page: what the last one said under next.") @QueryParam("after") @Nullable
                    String after) {
        var filter = new Alerts.Filter(
                Parameters.oneOf("status", status, BreachAlert.Status.class),
                Parameters.code("rule", rule),
                Parameters.oneOf("severity", severity, BreachAlert.Severity.class),
                Parameters.oneOf("work", work, WorkStatus.class),
                Parameters.oneOf("order", order, Alerts.Order.class).map(ORDER).orElse(Alerts.Order.LATEST));
        Optional<String> cursor = Optional.ofNullable(after);
        Optional<Alerts.Key> key = filter.cursor().read(cursor, 2, Alerts.Key::of);
        int most = Parameters.limit(limit);
        var asked = new PageAsked(askers.current(), Question.ALERTS, filter.json(), most, cursor).asked();
        return questions.answer(asked, snapshot -> Alerts.page(snapshot, filter, key, most));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "alert", summary = "One alert with its history")
    public Uni<AlertPage.Detail> alert(@Parameter(description = "Id of the alert.") @PathParam("id") String id) {
        String alertId = Parameters.ref("id", id).orElseThrow(Refusals::notThere);
        var asked = new Asked(
                askers.current(),
                Question.ALERTS,
                JsonNodeFactory.instance.objectNode().put("id", alertId));
        return questions.answer(asked, snapshot -> Alerts.one(snapshot, alertId));
    }
}
