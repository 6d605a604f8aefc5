package io.seenby.audit.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What the projector must be told; each name in upper case with underscores is the environment variable. */
@ConfigMapping(prefix = "seenby")
public interface ProjectorSettings {

    /** {@code host:port/database} of PostgreSQL. */
    String db();

    /** Password of role {@code owner}, which migrates at the start and does nothing else. */
    String dbOwnerPassword();

    /** Password of role {@code projector}, which writes the views. */
    String dbProjectorPassword();

    /** Schema of the derived tables; after a rebuild the one that was rebuilt. */
    @WithDefault("views")
    String schema();

    /** Tink keyset of the keys by which access-service proves what it wrote. */
    Path ledgerKeyFile();
}
