package io.seenby.access.erasure;

import io.seenby.access.sealing.LedgerMac;
import io.seenby.core.ledger.AcceptedKeys;
import io.seenby.events.CloudEventAttributes;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerKeyId;
import io.seenby.events.json.EntryCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Which records of the ledger are ours and say something about erasures. Whoever can write to the broker but has no ledger
 * key, or only a retired one, destroys nothing and hides nothing that we have written.
 */
@ApplicationScoped
class ProvenRecords {

    private static final String TYPE = "ce_type";
    private static final Set<String> TYPES = Stream.concat(
                    Noted.TYPES.stream(), Stream.of(EventType.LEDGER_KEY_ROTATED))
            .map(EventType::wire)
            .collect(Collectors.toUnmodifiableSet());

    private final LedgerMac mac;

    ProvenRecords(LedgerMac mac) {
        this.mac = mac;
    }

    /** Before the first record of a partition. */
    AcceptedKeys beginning() {
        return AcceptedKeys.beginning(mac.first());
    }

    /**
     * Empty for what says nothing here, or is not proven by an accepted key. Throws {@link IllegalStateException} if the key
     * file lacks an accepted key: what it proves could be an erasure.
     */
    Optional<LedgerEntry> entry(ConsumerRecord<byte[], byte[]> record, AcceptedKeys accepted) {
        byte[] value = record.value();
        Header type = record.headers().lastHeader(TYPE);
        Header tag = record.headers().lastHeader(CloudEventAttributes.MAC_HEADER);
        if (value == null || type == null || tag == null || !TYPES.contains(text(type))) {
            return Optional.empty();
        }
        Optional<LedgerKeyId> key =
                LedgerMac.keyOf(tag.value()).filter(id -> accepted.standing(id) == AcceptedKeys.Standing.ACCEPTED);
        if (key.isPresent() && !mac.holds(key.get())) {
            throw new IllegalStateException("the ledger key file lacks the accepted key " + key.get());
        }
        return key.isPresent()
                        && mac.proves(tag.value(), value)
                        && EntryCodec.decode(value) instanceof EntryCodec.Entry read
                ? Optional.of(read.entry())
                : Optional.empty();
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
