package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.Channel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;

/**
 * What a disclosure adds: to whom, how, what and why. No legal basis is ever concluded: FHIR has no place for one, and
 * a purpose is none.
 */
final class DisclosurePart {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_REFERENCE = 1_000;

    private DisclosurePart() {}

    static ObjectNode of(AuditEvent event, EventParts parts) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        List<AuditEventAgentComponent> recipients = Agents.recipients(event, parts.agent());
        if (!parts.data().isEmpty()) {
            parts.record().ifPresent(record -> own.set("record", record));
        }
        own.set("recipient", Recipients.of(recipients));
        own.put("channel", channel(event, recipients).wire());
        Records.describe(parts.data()).ifPresent(what -> own.put("what", Texts.cut(what, LONGEST)));
        Optional.of(parts.purposeWords().collect(Collectors.joining("; ")))
                .flatMap(Texts::present)
                .ifPresent(words -> own.put("statement", Texts.cut(words, LONGEST)));
        Entities.consent(event).ifPresent(consent -> own.put("consent", consent));
        policies(event).ifPresent(policies -> own.put("basisReference", Texts.cut(policies, LONGEST_REFERENCE)));
        return own;
    }

    /** Which policies allowed it, as the event says. */
    private static Optional<String> policies(AuditEvent event) {
        return Texts.present(event.getAgent().stream()
                .flatMap(agent -> agent.getPolicy().stream())
                .flatMap(policy -> Texts.present(policy.getValue()).stream())
                .distinct()
                .collect(Collectors.joining(" ")));
    }

    private static Channel channel(AuditEvent event, List<AuditEventAgentComponent> recipients) {
        if (Agents.media(event).findAny().isPresent()) {
            return Agents.media(event)
                    .flatMap(agent -> Optional.ofNullable(agent.getMedia().getCode()).stream())
                    .map(DisclosurePart::byMedia)
                    .findFirst()
                    .orElse(Channel.MEDIA);
        }
        return recipients.stream()
                .flatMap(agent -> Optional.ofNullable(agent.getNetwork().getType()).stream())
                .map(DisclosurePart::byNetwork)
                .findFirst()
                .orElse(Channel.ELECTRONIC);
    }

    /** DICOM PS3.16, CID 405. */
    private static Channel byMedia(String code) {
        return switch (code) {
            case "110031" -> Channel.E_MAIL;
            case "110010", "110038" -> Channel.PAPER;
            case "110037" -> Channel.ELECTRONIC;
            default -> Channel.MEDIA;
        };
    }

    /** A telephone number may be a call or a fax. */
    private static Channel byNetwork(AuditEventAgentNetworkType type) {
        return switch (type) {
            case _4 -> Channel.E_MAIL;
            case _3 -> Channel.OTHER;
            case _1, _2, _5, NULL -> Channel.ELECTRONIC;
        };
    }
}
