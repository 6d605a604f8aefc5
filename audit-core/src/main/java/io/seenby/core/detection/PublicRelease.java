package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.Channel;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEvent.InformationDisclosed;
import io.seenby.events.LegalBasis;
import io.seenby.events.RecipientKind;
import java.util.List;
import java.util.TreeSet;

/**
 * Information of a client went to the public: on social media, to the press, or to everybody. Only the client's own consent
 * to it, or a law that demands it, allows that; treatment, business and defending oneself do not.
 *
 * <p>45 CFR 164.508(a)(1) with the guidance on media of 2020 (authorisation first); ABA Formal Opinion 496 (2021): an online
 * review is no controversy in the sense of Model Rule 1.6(b)(5). Nothing can be taken back, so nothing recorded later
 * explains it.
 */
record PublicRelease(int version) {

    static final String NAME = "public-release";
    static final PublicRelease BUILT_IN = new PublicRelease(1);

    List<Change> judge(TenantState state, Indexed entry, InformationDisclosed event) {
        if (!isPublic(event)
                || !Judged.happened(entry.entry())
                || event.legalBasis().filter(PublicRelease::demands).isPresent()) {
            return List.of();
        }
        List<ClientRef> without = new TreeSet<>(entry.entry().clients())
                .stream()
                        .filter(client -> !ReleaseConsents.of(state, entry.entry(), event, client)
                                .permit())
                        .toList();
        return new ReleaseAlert(NAME, version, BreachAlert.Severity.HIGH)
                .of(
                        entry,
                        event,
                        without,
                        "Information was released to the public (channel "
                                + event.channel().wire() + ") without the client's consent.");
    }

    private static boolean isPublic(InformationDisclosed event) {
        return event.channel() == Channel.SOCIAL_MEDIA
                || event.channel() == Channel.MEDIA
                || event.recipient().kind().filter(RecipientKind.PUBLIC::equals).isPresent();
    }

    private static boolean demands(LegalBasis basis) {
        return basis == LegalBasis.COURT_ORDER
                || basis == LegalBasis.HIPAA_REQUIRED_BY_LAW
                || basis == LegalBasis.GDPR_6_1_C;
    }
}
