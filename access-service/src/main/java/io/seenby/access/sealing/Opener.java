package io.seenby.access.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.sealing.KeyTable.BoxKey;
import io.seenby.events.SealedBox;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Opens boxes of entries. Its caller has recorded first that somebody asked. */
@ApplicationScoped
public class Opener {

    /** An entry's boxes, as they stand in the ledger. */
    public record Boxed(Identity identity, List<SealedBox> boxes) {}

    /**
     * What an entry's boxes hold.
     *
     * @param texts by JSON pointer into the report
     * @param erased subjects whose key was destroyed
     * @param unreadable subjects whose key is there and does not open the box: it is not of this entry
     */
    public record Opened(Map<String, String> texts, List<String> erased, List<String> unreadable) {}

    private final ClientKeys clientKeys;

    Opener(ClientKeys clientKeys) {
        this.clientKeys = clientKeys;
    }

    /** One result per entry, in order. Fails if the database does. */
    public CompletableFuture<List<Opened>> open(TenantKeys tenant, List<Boxed> entries) {
        List<BoxKey> wanted = entries.stream()
                .flatMap(entry -> entry.boxes().stream())
                .filter(Opener::isOfClient)
                .map(box -> new BoxKey(box.subject(), box.keyId()))
                .toList();
        return clientKeys
                .generations(tenant.tenant(), wanted)
                .thenApply(keys ->
                        entries.stream().map(entry -> open(tenant, keys, entry)).toList());
    }

    /** @param clientKeys by {@link BoxKey#name} */
    static Opened open(TenantKeys tenant, Map<String, DataKey> clientKeys, Boxed entry) {
        return new Opening(tenant.data(), clientKeys, entry.identity()).of(entry.boxes());
    }

    private static boolean isOfClient(SealedBox box) {
        return !box.subject().equals(SealedBox.TENANT) && !box.subject().equals(SealedBox.SHARED);
    }

    /** Of one entry. */
    private static final class Opening {

        private final DataKey tenantKey;
        private final Map<String, DataKey> clientKeys;
        private final Identity identity;
        private final Map<String, String> texts = new TreeMap<>();
        private final List<String> erased = new ArrayList<>(0);
        private final List<String> unreadable = new ArrayList<>(0);
        private final byte[] common = new byte[DataKey.BYTES];

        Opening(DataKey tenantKey, Map<String, DataKey> clientKeys, Identity identity) {
            this.tenantKey = tenantKey;
            this.clientKeys = clientKeys;
            this.identity = identity;
        }

        Opened of(List<SealedBox> boxes) {
            boxes.stream().filter(Opener::isOfClient).forEach(box -> {
                Optional<DataKey> key =
                        Optional.ofNullable(clientKeys.get(new BoxKey(box.subject(), box.keyId()).name()));
                key.ifPresentOrElse(found -> open(box, found), () -> erased.add(box.subject()));
            });
            boxes.stream().filter(box -> box.subject().equals(SealedBox.SHARED)).forEach(box -> {
                if (erased.isEmpty()) {
                    open(box, new DataKey(Boxes.SPLIT, common));
                } else {
                    erased.add(SealedBox.SHARED);
                }
            });
            boxes.stream().filter(box -> box.subject().equals(SealedBox.TENANT)).forEach(box -> open(box, tenantKey));
            return new Opened(texts, erased, unreadable);
        }

        private void open(SealedBox box, DataKey key) {
            byte[] ciphertext = Base64.getUrlDecoder().decode(box.ciphertext());
            Optional<byte[]> content = box.keyId().equals(key.id())
                    ? key.open(ciphertext, identity.box(box.subject(), box.keyId()))
                    : Optional.empty();
            content.ifPresentOrElse(this::read, () -> unreadable.add(box.subject()));
        }

        private void read(byte[] content) {
            for (Map.Entry<String, JsonNode> text : parsed(content).properties()) {
                String value = text.getValue().textValue();
                if (text.getKey().equals(Boxes.SHARE)) {
                    Boxes.xor(common, Base64.getUrlDecoder().decode(value));
                } else {
                    texts.put(text.getKey(), value);
                }
            }
        }

        private static JsonNode parsed(byte[] content) {
            try {
                return StrictJson.read(content);
            } catch (MalformedJson impossible) {
                throw new IllegalStateException("a box holds what was not sealed here", impossible);
            }
        }
    }
}
