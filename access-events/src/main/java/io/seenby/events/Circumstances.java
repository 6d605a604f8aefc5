package io.seenby.events;

import java.util.Optional;

/**
 * How an access came about.
 *
 * @param operation the publisher's own code of the operation (FHIR {@code vread}, {@code create}, …)
 * @param breakGlass the actor overrode a barrier
 * @param justified a justification was given; its text is sealed
 * @param session keyed pseudonym of the session
 * @param country where the network origin lies, ISO 3166-1 alpha-2
 */
public record Circumstances(
        Optional<String> operation,
        boolean breakGlass,
        boolean justified,
        Intent intent,
        Optional<Assurance> assurance,
        Optional<MatchToken> session,
        Optional<String> country) {}
