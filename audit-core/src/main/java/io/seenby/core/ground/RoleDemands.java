package io.seenby.core.ground;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a database role that serves may not be able to do (laws 10 and 11). */
public final class RoleDemands {

    /** The roles that programs log in as; {@code owner} migrates, {@code maintenance} detaches months. */
    public static final List<String> ROLES = List.of("owner", "projector", "query", "maintenance", "access");

    private RoleDemands() {}

    /**
     * A role as it was found.
     *
     * @param powers of its own or of a role that it may become: {@code superuser}, {@code bypassrls}, {@code createrole}, …
     * @param forbidden what it was found to be able to do to tables, as {@code UPDATE on views.entries}
     */
    public record Found(String role, Collection<String> powers, Collection<String> forbidden) {}

    /** Why the role may not be used, if it may not; one sentence. */
    public static Optional<String> refusal(Found found) {
        if (!found.powers().isEmpty()) {
            return Optional.of("The database role %s is too powerful (%s): row security would not bind it."
                    .formatted(found.role(), String.join(", ", new TreeSet<>(found.powers()))));
        }
        return found.forbidden().isEmpty()
                ? Optional.empty()
                : Optional.of("The database role %s may do what it must not: %s."
                        .formatted(found.role(), String.join(", ", new TreeSet<>(found.forbidden()))));
    }

    /** Why a database may not be used in which these tables do not force row security, if there are any. */
    public static Optional<String> unforced(Collection<String> tables) {
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of("Row security is not forced on %s: a session without a tenant could read it."
                        .formatted(String.join(", ", new TreeSet<>(tables))));
    }
}
