package io.seenby.access.fhir;

import io.seenby.access.intake.Workers;
import io.seenby.access.receipt.ReceiptSigner;
import io.seenby.core.ledger.BatchStatement;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The same receipts as everybody's; answers go on on a worker, for they are long to write. */
@ApplicationScoped
class Receipts {

    private final ReceiptSigner signer;
    private final Workers workers;

    Receipts(ReceiptSigner signer, Workers workers) {
        this.signer = signer;
        this.workers = workers;
    }

    CompletableFuture<Receipted<Answer>> over(Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded ->
                signed(answer, () -> recorded.outcome().statement().bytes());
            case Answer.Failed failed -> CompletableFuture.completedFuture(Receipted.without(answer));
        };
    }

    /** One over all entries of a Bundle that were recorded, in their order. */
    CompletableFuture<Receipted<List<Answer>>> over(TenantId tenant, List<Answer> answers) {
        TreeHasher hasher = new TreeHasher();
        GrowingTree tree = GrowingTree.empty();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Recorded recorded) {
                tree.append(hasher.leaf(recorded.outcome().statement().bytes()));
            }
        }
        if (tree.size() == 0) {
            return CompletableFuture.completedFuture(Receipted.without(answers));
        }
        return signed(answers, () -> new BatchStatement(tenant.value(), tree.size(), tree.root()).bytes());
    }

    private <T> CompletableFuture<Receipted<T>> signed(T answer, Supplier<byte[]> statement) {
        return signer.receipt(statement).thenApplyAsync(receipt -> new Receipted<>(answer, receipt), workers);
    }
}
