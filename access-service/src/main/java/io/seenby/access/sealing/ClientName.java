package io.seenby.access.sealing;

import io.seenby.events.TenantId;

/** A client of a tenant, by ref. */
record ClientName(TenantId tenant, String client) implements Comparable<ClientName> {

    @Override
    public int compareTo(ClientName other) {
        int byTenant = tenant.compareTo(other.tenant);
        return byTenant != 0 ? byTenant : client.compareTo(other.client);
    }

    /** Where a key of this client is stored, for {@link KeyWrap}. */
    String place(String keyId) {
        return "client/" + tenant + "/" + client + "/" + keyId;
    }
}
