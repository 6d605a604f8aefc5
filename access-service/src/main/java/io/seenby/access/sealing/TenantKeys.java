package io.seenby.access.sealing;

import com.google.crypto.tink.subtle.Random;
import io.seenby.events.TenantId;

/** The three keys of a tenant. Index and tag key are never rotated: refs and tags must stay comparable. */
public final class TenantKeys {

    private final TenantId tenant;
    private final KeyedHash index;
    private final KeyedHash tag;
    private final DataKey data;

    private TenantKeys(TenantId tenant, KeyedHash index, KeyedHash tag, DataKey data) {
        this.tenant = tenant;
        this.index = index;
        this.tag = tag;
        this.data = data;
    }

    /** The keys as they are stored; {@code dataKeyId} is in clear. */
    public record Wrapped(byte[] index, byte[] tag, String dataKeyId, byte[] data) {

        /** New keys for a tenant. */
        public static Wrapped fresh(TenantId tenant, KeyWrap wrap) {
            DataKey data = DataKey.fresh();
            return new Wrapped(
                    wrap.wrap(Random.randBytes(KeyedHash.KEY_BYTES), place(tenant, "index")),
                    wrap.wrap(Random.randBytes(KeyedHash.KEY_BYTES), place(tenant, "tag")),
                    data.id(),
                    wrap.wrap(data.bytes(), place(tenant, "data/" + data.id())));
        }

        /** Throws {@link IllegalStateException} if another KEK wrapped them. */
        public TenantKeys unwrap(TenantId tenant, KeyWrap wrap) {
            return new TenantKeys(
                    tenant,
                    new KeyedHash(wrap.unwrap(index, place(tenant, "index"))),
                    new KeyedHash(wrap.unwrap(tag, place(tenant, "tag"))),
                    new DataKey(dataKeyId, wrap.unwrap(data, place(tenant, "data/" + dataKeyId))));
        }

        private static String place(TenantId tenant, String key) {
            return "tenant/" + tenant + "/" + key;
        }
    }

    public TenantId tenant() {
        return tenant;
    }

    /** For refs and tokens. */
    KeyedHash index() {
        return index;
    }

    /** For content tags. */
    KeyedHash tag() {
        return tag;
    }

    /** For text that is no client's. */
    DataKey data() {
        return data;
    }
}
