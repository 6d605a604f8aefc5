package io.seenby.access.tenant;

import io.seenby.access.sealing.TenantKeys;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant as it is stored. */
@Entity
@Table(schema = "keys", name = "tenants")
class TenantRow {

    static final String OPEN = "open";

    @Id
    String tenant;

    int partition;
    String state;

    /** What it is called, put aside until the ledger says so. */
    @Nullable
    @Column(name = "sealed_name")
    byte[] sealedName;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "index_key")
    byte[] indexKey;

    @Column(name = "tag_key")
    byte[] tagKey;

    @Column(name = "data_key_id")
    String dataKeyId;

    @Column(name = "data_key")
    byte[] dataKey;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    TenantRow() {}

    boolean isOpen() {
        return state.equals(OPEN);
    }

    TenantKeys.Wrapped keys() {
        return new TenantKeys.Wrapped(indexKey, tagKey, dataKeyId, dataKey);
    }
}
