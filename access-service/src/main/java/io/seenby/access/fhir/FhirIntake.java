package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.intake.Intake;
import io.seenby.access.intake.Publisher;
import io.seenby.events.json.MalformedJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A resource, or each of a batch, from mapping to the answer. Maps on the caller's thread, which must be a worker. */
@ApplicationScoped
class FhirIntake {

    private final Intake intake;
    private final Receipts receipts;
    private final Clock clock;

    FhirIntake(Intake intake, Receipts receipts, Clock clock) {
        this.intake = intake;
        this.receipts = receipts;
        this.clock = clock;
    }

    Uni<Receipted<Answer>> record(Publisher publisher, JsonNode resource) {
        return Uni.createFrom().completionStage(answer(publisher, resource).thenCompose(receipts::over));
    }

    /** Entries are independent: each has its own answer, whatever becomes of its neighbours. */
    Uni<Receipted<List<Answer>>> recordBatch(Publisher publisher, FhirBody.Several body) {
        List<CompletableFuture<Answer>> answers =
                new ArrayList<>(body.bundle().entries().size());
        for (BundleText.Span span : body.bundle().entries()) {
            answers.add(entry(publisher, span.of(body.bytes())).toCompletableFuture());
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
        return Uni.createFrom()
                .completionStage(all.thenCompose(done -> receipts.over(
                        publisher.tenant(),
                        answers.stream().map(CompletableFuture::join).toList())));
    }

    private CompletionStage<Answer> entry(Publisher publisher, byte[] text) {
        try {
            JsonNode entry = FhirJson.read(text);
            Optional<Answer.Failed> refusal = Bundles.entryRefusal(entry);
            return refusal.isPresent()
                    ? CompletableFuture.completedFuture(refusal.get())
                    : answer(publisher, entry.path("resource"));
        } catch (MalformedJson malformed) {
            return CompletableFuture.completedFuture(FhirBody.malformed("Bundle.entry", malformed));
        }
    }

    private CompletionStage<Answer> answer(Publisher publisher, JsonNode resource) {
        return switch (ResourceMapping.of(resource, clock.instant())) {
            case Mapping.Refused refused -> CompletableFuture.completedFuture(Answer.of(refused));
            case Mapping.Report report ->
                intake.record(publisher, report.json())
                        .thenApply(outcome ->
                                Answer.of(outcome, resource.path("resourceType").asText()));
        };
    }
}
