package io.seenby.access.http;

import io.seenby.events.TenantId;
import java.util.Optional;
import java.util.Set;

/** Who calls, by their token. */
record Caller(String subject, Optional<TenantId> tenant, Set<String> roles) {

    static final String PUBLISHER = "publisher";
    static final String SERVICE = "service";

    boolean has(String role) {
        return roles.contains(role);
    }
}
