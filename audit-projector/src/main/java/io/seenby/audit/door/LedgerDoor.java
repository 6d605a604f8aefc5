package io.seenby.audit.door;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.seenby.audit.http.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Records questions at access-service under this service's own credentials. Only when the returned {@code Uni} has
 * completed may the answer leave.
 */
@ApplicationScoped
public class LedgerDoor {

    /** Covers the token and both tries. */
    private static final Duration MOST = Duration.ofSeconds(10);

    private final AccessService accessService;
    private final OidcClient identity;
    private final TokensHelper tokens = new TokensHelper();

    LedgerDoor(@RestClient AccessService accessService, OidcClient identity) {
        this.accessService = accessService;
        this.identity = identity;
    }

    /** Fails with {@link NotRecorded} when access-service, the ledger or the identity server cannot be reached. */
    public Uni<Recorded> record(QuestionReport report) {
        return patiently(bearer -> accessService.record(bearer, report));
    }

    /** Records that the ledger's integrity is in doubt; fails as {@link #record} does. */
    public Uni<Void> doubt(DoubtReport report) {
        return patiently(bearer -> accessService.doubt(bearer, report));
    }

    /** Records which key signs checkpoints from now on; fails as {@link #record} does. */
    public Uni<Void> checkpointKey(CheckpointKeyReport report) {
        return patiently(bearer -> accessService.checkpointKey(bearer, report));
    }

    /**
     * Records what somebody did with an alert; fails as {@link #record} does, and as {@link Refusals#ownAlert} says if
     * the alert is about them.
     */
    public Uni<WorkRecorded> work(WorkReport report) {
        return patiently(bearer -> accessService.work(bearer, report))
                .onFailure(failure -> statusOf(failure) == 409)
                .transform(about -> Refusals.ownAlert());
    }

    private <T> Uni<T> patiently(Function<String, Uni<T>> request) {
        return post(request, false)
                // The identity server may have changed its key since the cached token was given.
                .onFailure(LedgerDoor::isUnauthorised)
                .recoverWithUni(() -> post(request, true))
                .ifNoItem()
                .after(MOST)
                .fail()
                .onFailure(LedgerDoor::mayPass)
                .transform(NotRecorded::new);
    }

    private <T> Uni<T> post(Function<String, Uni<T>> request, boolean freshToken) {
        return tokens.getTokens(identity, Map.of(), freshToken)
                .map(Tokens::getAccessToken)
                .flatMap(token -> request.apply("Bearer " + token));
    }

    private static boolean isUnauthorised(Throwable failure) {
        return statusOf(failure) == 401;
    }

    /** A refusal of what we sent (4xx) is a bug of ours and stays one; everything else is weather. */
    private static boolean mayPass(Throwable failure) {
        int status = statusOf(failure);
        return status == 0 || status == 401 || status == 403 || status == 408 || status == 429 || status >= 500;
    }

    /** 0 where there was no answer. */
    private static int statusOf(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof WebApplicationException refused) {
                return refused.getResponse().getStatus();
            }
        }
        return 0;
    }
}
