package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.Channel;
import io.seenby.events.LedgerEvent.InformationDisclosed;
import io.seenby.events.LegalBasis;
import io.seenby.events.RecordItem;
import java.util.List;
import java.util.TreeSet;

/**
 * A sensitive record went over a network without being secured, whatever allowed the release. Who asks for their own record
 * may have it as they like (78 Fed. Reg. 5634, 2013), so that is no finding; nor is what has no label.
 *
 * <p>45 CFR 164.312(e)(1) and (e)(2)(ii), transmission security; 16 CFR 314.4(c)(3); ABA Formal Opinion 477R (2017); GDPR
 * art. 32(1)(a). What was sent in the open stays so: nothing recorded later explains it.
 */
record UnsecuredChannel(int version) {

    static final String NAME = "unsecured-channel";
    static final UnsecuredChannel BUILT_IN = new UnsecuredChannel(1);

    List<Change> judge(Indexed entry, InformationDisclosed event) {
        boolean sensitive = entry.entry()
                .record()
                .map(RecordItem::labels)
                .filter(labels -> !labels.isEmpty())
                .isPresent();
        boolean toThemselves = event.legalBasis()
                .filter(LegalBasis.HIPAA_TO_INDIVIDUAL::equals)
                .isPresent();
        return event.secured()
                        || !sensitive
                        || toThemselves
                        || !overNetwork(event.channel())
                        || !Judged.happened(entry.entry())
                ? List.of()
                : new ReleaseAlert(NAME, version, BreachAlert.Severity.MEDIUM)
                        .of(
                                entry,
                                event,
                                new TreeSet<>(entry.entry().clients()),
                                "A sensitive record was sent unsecured (channel "
                                        + event.channel().wire() + ").");
    }

    private static boolean overNetwork(Channel channel) {
        return switch (channel) {
            case ELECTRONIC, E_MAIL, PORTAL -> true;
            case FAX, PAPER, VERBAL, MEDIA, SOCIAL_MEDIA, OTHER -> false;
        };
    }
}
