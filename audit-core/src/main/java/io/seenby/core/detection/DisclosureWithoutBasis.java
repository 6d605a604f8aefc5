package io.seenby.core.detection;

import io.seenby.core.facts.Consent;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentDecision;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent.InformationDisclosed;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Information left and nothing permits it. A disclosure is permitted, client by client, by a legal basis that needs no
 * consent, or by a consent in force when it happened that covers recipient, purpose and record type; a consent that the
 * report names must be that one. A refusal that covers it goes before every permission, newer or older, except on the
 * bases of {@link Refusal}. What is not stated is covered only by a consent to any.
 *
 * <p>An impermissible disclosure is presumed a breach (45 CFR 164.402(2)); a revoked authorisation permits nothing more
 * (45 CFR 164.508(b)(5); GDPR art. 7(3)), and going on after it is the gravest case. Nothing recorded later explains
 * such a finding. One alert an entry, a finding for each client.
 */
record DisclosureWithoutBasis(int version) {

    static final String NAME = "disclosure-without-basis";
    static final DisclosureWithoutBasis BUILT_IN = new DisclosureWithoutBasis(1);

    /** From the least grave to the gravest, as the sentence tells them. */
    private enum Reason {
        NOTHING("without a legal basis or a consent that covers it"),
        BEYOND("beyond what the client has agreed to"),
        RUN_OUT("after the consent to it had run out"),
        REFUSED("against the client's refusal"),
        REVOKED("after the consent to it had been revoked");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /** @param shownBy ledger indexes of the facts that show it */
    private record Forbidden(ClientRef client, Reason reason, List<Long> shownBy) {}

    List<Change> judge(TenantState state, Indexed entry, InformationDisclosed event) {
        if (!Judged.happened(entry.entry())) {
            return List.of();
        }
        List<Forbidden> forbidden = new TreeSet<>(entry.entry().clients())
                .stream()
                        .map(client -> forbidden(state, entry.entry(), event, client))
                        .flatMap(Optional::stream)
                        .toList();
        return forbidden.isEmpty() ? List.of() : changes(entry, event, forbidden);
    }

    private static Optional<Forbidden> forbidden(
            TenantState state, LedgerEntry entry, InformationDisclosed event, ClientRef client) {
        ReleaseConsents consents = ReleaseConsents.of(state, entry, event, client);
        boolean bound = event.legalBasis().map(Refusal::binds).orElse(true);
        List<Long> refusals = bound ? indexes(consents.covering(), consents.holding(ConsentDecision.DENY)) : List.of();
        boolean permitted =
                event.legalBasis().map(basis -> !basis.needsConsent()).orElse(false) || consents.permit();
        if (permitted && refusals.isEmpty()) {
            return Optional.empty();
        }
        List<Long> revocations = permitted ? List.of() : revocations(consents);
        if (!revocations.isEmpty()) {
            return Optional.of(new Forbidden(client, Reason.REVOKED, revocations));
        }
        return Optional.of(
                refusals.isEmpty() ? unpermitted(client, consents) : new Forbidden(client, Reason.REFUSED, refusals));
    }

    /** Whether a consent had run out, or was to something else, or there was none; the evidence is the one there was. */
    private static Forbidden unpermitted(ClientRef client, ReleaseConsents consents) {
        List<Long> over = indexes(
                consents.covering(),
                consents.named().and(DisclosureWithoutBasis::permits).and(each -> !each.holdsAt(consents.moment())));
        if (!over.isEmpty()) {
            return new Forbidden(client, Reason.RUN_OUT, over);
        }
        List<Long> others = indexes(consents.stated(), consents.named().and(consents.holding(ConsentDecision.PERMIT)));
        return new Forbidden(client, others.isEmpty() ? Reason.NOTHING : Reason.BEYOND, others);
    }

    private static boolean permits(Consent consent) {
        return consent.decision() == ConsentDecision.PERMIT;
    }

    private static List<Long> indexes(List<Consent> consents, Predicate<Consent> which) {
        return consents.stream().filter(which).map(Consent::knownIndex).toList();
    }

    private static List<Long> revocations(ReleaseConsents consents) {
        return consents.covering().stream()
                .filter(consents.named())
                .filter(DisclosureWithoutBasis::permits)
                .filter(consent -> consent.wasRevokedBefore(consents.moment()))
                .flatMap(consent -> consent.revoked().stream())
                .map(revoked -> revoked.knownIndex())
                .toList();
    }

    private List<Change> changes(Indexed entry, InformationDisclosed event, List<Forbidden> forbidden) {
        Reason gravest =
                forbidden.stream().map(Forbidden::reason).max(Reason::compareTo).orElseThrow();
        return new ReleaseAlert(
                        NAME,
                        version,
                        gravest == Reason.REVOKED ? BreachAlert.Severity.CRITICAL : BreachAlert.Severity.HIGH)
                .of(
                        entry,
                        event,
                        forbidden.stream().map(Forbidden::client).toList(),
                        forbidden.stream()
                                .flatMap(one -> one.shownBy().stream())
                                .toList(),
                        sentence(event, forbidden.size(), gravest));
    }

    private static String sentence(InformationDisclosed event, int clients, Reason reason) {
        return "Information of " + (clients == 1 ? "one client" : clients + " clients") + " was disclosed "
                + reason.words + " (channel " + event.channel().wire()
                + (event.secured() ? ", secured)." : ", not secured).");
    }
}
