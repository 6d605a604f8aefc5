package io.seenby.access.receipt;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public half of the receipt key, for anybody. */
@Path("/v1/receipts/key")
@Tag(name = "receipts")
class ReceiptKeyResource {

    private final ReceiptKey key;

    ReceiptKeyResource(ReceiptKey key) {
        this.key = key;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "receiptKey",
            summary = "The key that receipts are checked with",
            description = "A C2SP verifier key in one line. Who does not trust this service takes it from elsewhere,"
                    + " once, and keeps it: a service that lies would lie here too.")
    @APIResponse(responseCode = "200", description = "The verifier key")
    public String key() {
        return key.published() + "\n";
    }
}
