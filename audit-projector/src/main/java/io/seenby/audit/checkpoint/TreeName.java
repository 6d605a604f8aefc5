package io.seenby.audit.checkpoint;

import io.seenby.audit.postgres.QuarantineRow;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tree: a tenant's, or that of a partition's strangers.
 *
 * @param tenant {@code ~unattributed} for strangers
 */
public record TreeName(String tenant, int partition) {

    private static final String PREFIX = "seenby/";
    private static final Pattern OF_STRANGERS =
            Pattern.compile(PREFIX + QuarantineRow.UNATTRIBUTED + "/(?<partition>0|[1-9][0-9]{0,8})");

    /** The origin of its checkpoints. A tenant stays in its partition for life, so its name is enough. */
    public String origin() {
        return tenant.equals(QuarantineRow.UNATTRIBUTED) ? PREFIX + tenant + "/" + partition : originOf(tenant);
    }

    /** Of a tenant. */
    public static String originOf(String tenant) {
        return PREFIX + tenant;
    }

    /** Whose rows a checkpoint of this origin belongs to; empty if it is no origin of ours. */
    static Optional<String> tenantOf(String origin) {
        Matcher strangers = OF_STRANGERS.matcher(origin);
        if (strangers.matches()) {
            return Optional.of(QuarantineRow.UNATTRIBUTED);
        }
        return origin.startsWith(PREFIX) && !origin.contains("~")
                ? Optional.of(origin.substring(PREFIX.length()))
                : Optional.empty();
    }
}
