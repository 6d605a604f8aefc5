package io.seenby.access.sealing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.subtle.Random;
import io.seenby.events.SealedBox;
import io.seenby.events.json.CanonicalJson;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Gathers the texts of one report by whose they are, then seals each gathering as a JSON object {pointer: text}.
 *
 * <p>Text about several clients together goes into one box under a key of its own, which is the XOR of one random share
 * per client. The shares stand in the clients' own boxes: whoever's key is destroyed, the common text is gone for good.
 */
final class Boxes {

    /** Where a client's box keeps its share; cannot be taken for a pointer, which begins with a slash. */
    static final String SHARE = "share";

    /** Key id of a box whose key exists only as shares. */
    static final String SPLIT = "split";

    static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Listed listed;
    private final ObjectNode[] ofClients;
    private final ObjectNode common = JSON.objectNode();
    private final ObjectNode ofTenant = JSON.objectNode();

    Boxes(Listed listed) {
        this.listed = listed;
        this.ofClients = new ObjectNode[listed.refs().size()];
        for (int i = 0; i < ofClients.length; i++) {
            ofClients[i] = JSON.objectNode();
        }
    }

    void aboutTenant(String pointer, String text) {
        ofTenant.put(pointer, text);
    }

    /** Of the client at this place of {@link Listed#refs}. */
    void aboutClient(int place, String pointer, String text) {
        ofClients[place].put(pointer, text);
    }

    /** Of all listed clients together. */
    void aboutClients(String pointer, String text) {
        switch (ofClients.length) {
            case 0 -> ofTenant.put(pointer, text);
            case 1 -> ofClients[0].put(pointer, text);
            default -> common.put(pointer, text);
        }
    }

    /** The {@code sealed} field: clients in order, then what is common, then the tenant; no box for nothing. */
    ArrayNode sealed(Identity entry, DataKey tenantKey, Function<String, DataKey> clientKeys) {
        ArrayNode sealed = JSON.arrayNode();
        byte[] commonKey = common.isEmpty() ? new byte[0] : splitAmongClients();
        List<String> refs = listed.refs();
        for (int i = 0; i < ofClients.length; i++) {
            if (!ofClients[i].isEmpty()) {
                seal(entry, refs.get(i), clientKeys.apply(refs.get(i)), ofClients[i], sealed);
            }
        }
        if (!common.isEmpty()) {
            seal(entry, SealedBox.SHARED, new DataKey(SPLIT, commonKey), common, sealed);
        }
        if (!ofTenant.isEmpty()) {
            seal(entry, SealedBox.TENANT, tenantKey, ofTenant, sealed);
        }
        return sealed;
    }

    private byte[] splitAmongClients() {
        byte[] key = new byte[DataKey.BYTES];
        for (ObjectNode box : ofClients) {
            byte[] share = Random.randBytes(DataKey.BYTES);
            xor(key, share);
            box.put(SHARE, BASE64URL.encodeToString(share));
        }
        return key;
    }

    static void xor(byte[] into, byte[] share) {
        for (int i = 0; i < into.length; i++) {
            into[i] ^= share[i];
        }
    }

    private static void seal(Identity entry, String subject, DataKey key, ObjectNode texts, ArrayNode into) {
        byte[] ciphertext = key.seal(CanonicalJson.write(texts), entry.box(subject, key.id()));
        into.addObject()
                .put("subject", subject)
                .put("keyId", key.id())
                .put("ciphertext", BASE64URL.encodeToString(ciphertext));
    }
}
