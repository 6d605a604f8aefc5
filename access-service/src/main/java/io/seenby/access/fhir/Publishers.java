package io.seenby.access.fhir;

import io.seenby.access.intake.Publisher;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who reports, into whose ledger, by the token. */
final class Publishers {

    /** Publisher of SeenBy's own events; nobody else reports under this name. */
    private static final String OURSELVES = "seenby";

    private Publishers() {}

    /** Empty if the token names no tenant, or names of another form. */
    static Optional<Publisher> of(JsonWebToken token) {
        Object tenant = token.getClaim("tenant");
        if (tenant == null || token.getSubject() == null || token.getSubject().equals(OURSELVES)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Publisher(new TenantId(tenant.toString()), new PublisherId(token.getSubject())));
        } catch (IllegalArgumentException wrongForm) {
            return Optional.empty();
        }
    }
}
