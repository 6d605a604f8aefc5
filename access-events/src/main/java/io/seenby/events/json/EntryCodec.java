package io.seenby.events.json;

import static io.seenby.events.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.TenantId;
import io.seenby.events.shape.LedgerShapes;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the value of a ledger record. Whoever wrote it, only what has the published shape and can be stored becomes an
 * entry; everything else is said to be undecodable, with a reason that quotes nothing.
 */
public final class EntryCodec {

    /** What a value turned out to be. */
    public sealed interface Decoded {}

    public record Entry(LedgerEntry entry) implements Decoded {}

    /**
     * @param tenant whose it claims to be, where that much can be read
     * @param reason pointer and predicate, without any text of the value
     * @param laterType the type, if it has the form of ours and is not known here: a later version of this program knows it
     */
    public record Undecodable(Optional<TenantId> tenant, String reason, Optional<String> laterType) implements Decoded {

        Undecodable(Optional<TenantId> tenant, String reason) {
            this(tenant, reason, Optional.empty());
        }
    }

    private static final Pattern OURS = Pattern.compile("seenby\\.[a-z]{1,30}(-[a-z]{1,30}){0,5}\\.v[1-9][0-9]{0,3}");

    private EntryCodec() {}

    public static Decoded decode(byte[] value) {
        JsonNode node;
        try {
            node = StrictJson.read(value);
        } catch (MalformedJson malformed) {
            return new Undecodable(Optional.empty(), "value " + malformed.getMessage());
        }
        Optional<EventType> type = typeOf(node);
        if (type.isEmpty()) {
            return new Undecodable(
                    tenantOf(node),
                    "/type is not a type known here",
                    text(node, "type").filter(name -> OURS.matcher(name).matches()));
        }
        List<Violation> violations = Validator.violations(LedgerShapes.of(type.get()), node);
        if (!violations.isEmpty()) {
            return new Undecodable(tenantOf(node), violations.get(0).withoutText());
        }
        return new Entry(EntryReader.read(type.get(), node));
    }

    private static Optional<EventType> typeOf(JsonNode node) {
        try {
            return text(node, "type").map(EventType::ofWire);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<TenantId> tenantOf(JsonNode node) {
        try {
            return text(node, "tenant").map(TenantId::new);
        } catch (IllegalArgumentException notATenant) {
            return Optional.empty();
        }
    }
}
