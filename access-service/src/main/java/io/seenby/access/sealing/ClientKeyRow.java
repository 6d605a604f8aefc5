package io.seenby.access.sealing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A client's data key as it is stored. */
@Entity
@Table(schema = "keys", name = "client_keys")
class ClientKeyRow {

    /** Later generations come after a key was destroyed. */
    @Embeddable
    record Id(
            @Column(name = "tenant") String tenant,
            @Column(name = "client") String client,
            @Column(name = "generation") int generation) {}

    @EmbeddedId
    Id id;

    @Column(name = "key_id")
    String keyId;

    @Column(name = "wrapped_key")
    byte[] wrappedKey;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ClientKeyRow() {}
}
