package io.seenby.access.sealing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.json.CanonicalJson;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import java.nio.charset.StandardCharsets;

/** A report of our own that waits in a table until the ledger has it: sealed, for it holds text. */
public final class PutAside {

    private PutAside() {}

    /** Under the tenant's data key. */
    public static byte[] seal(TenantKeys keys, ObjectNode report) {
        return keys.data().seal(CanonicalJson.write(report), place(keys));
    }

    /** Throws {@link IllegalStateException} if it was not sealed for this tenant. */
    public static ObjectNode open(TenantKeys keys, byte[] sealed) {
        byte[] json = keys.data()
                .open(sealed, place(keys))
                .orElseThrow(() -> new IllegalStateException("what was put aside does not open"));
        try {
            return (ObjectNode) StrictJson.read(json);
        } catch (MalformedJson impossible) {
            throw new IllegalStateException("what was put aside is no JSON", impossible);
        }
    }

    private static byte[] place(TenantKeys keys) {
        return ("put-aside\0" + keys.tenant()).getBytes(StandardCharsets.UTF_8);
    }
}
