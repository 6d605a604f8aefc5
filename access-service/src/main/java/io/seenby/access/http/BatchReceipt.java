package io.seenby.access.http;

import io.seenby.access.receipt.Receipt;
import io.seenby.access.receipt.ReceiptSigner;
import io.seenby.core.ledger.BatchStatement;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import io.seenby.events.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The one receipt over all items of a batch that were recorded: their tree grows as their results leave. */
final class BatchReceipt {

    private final TenantId tenant;
    private final ReceiptSigner signer;
    private final GrowingTree recorded = GrowingTree.empty();

    BatchReceipt(TenantId tenant, ReceiptSigner signer) {
        this.tenant = tenant;
        this.signer = signer;
    }

    void add(List<Hash> leaves) {
        leaves.forEach(recorded::append);
    }

    /** What stands after the last result; empty if nothing was recorded. */
    CompletableFuture<String> json() {
        long size = recorded.size();
        if (size == 0) {
            return CompletableFuture.completedFuture("");
        }
        BatchStatement statement = new BatchStatement(tenant.value(), size, recorded.root());
        return signer.receipt(statement::bytes).thenApply(receipt -> json(receipt, size));
    }

    private static String json(Optional<Receipt> receipt, long size) {
        StringBuilder json = new StringBuilder(1_200).append('{');
        receipt.ifPresent(signed -> {
            Results.receipt(signed, json);
            json.append(',');
        });
        return json.append("\"recorded\":").append(size).append('}').toString();
    }
}
