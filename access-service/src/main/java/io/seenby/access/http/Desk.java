package io.seenby.access.http;

import io.seenby.access.AccessSettings;
import io.seenby.access.intake.Intake;
import io.seenby.access.ledger.InFlight;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.publisher.Standing;
import io.seenby.access.receipt.ReceiptSigner;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.trace.Trace;
import io.vertx.ext.web.RoutingContext;

/** A request that was admitted, and what is needed to serve it. */
record Desk(
        RoutingContext context,
        Tenant tenant,
        Standing publisher,
        Trace trace,
        Intake intake,
        InFlight inFlight,
        ReceiptSigner receipts,
        AccessMetrics metrics,
        AccessSettings.Intake limits) {

    int itemBytes() {
        return Math.toIntExact(limits.itemBytes().asLongValue());
    }
}
