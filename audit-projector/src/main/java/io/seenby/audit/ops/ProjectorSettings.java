package io.seenby.audit.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the projector must be told; each name in upper case with underscores is the environment variable. */
@ConfigMapping(prefix = "seenby")
public interface ProjectorSettings {

    /** {@code host:port/database} of PostgreSQL. */
    String db();

    /** Password of role {@code owner}, which migrates at the start and does nothing else; not needed where a Job migrates. */
    Optional<String> dbOwnerPassword();

    /** Whether the tables are brought to this version at the start; else the command {@code migrate} does it before. */
    @WithDefault("true")
    boolean migrateAtStart();

    /** Password of role {@code projector}, which writes the views. */
    String dbProjectorPassword();

    /** Schema of the derived tables; after a rebuild the one that was rebuilt. */
    @WithDefault("views")
    String schema();

    /** Tink keyset of the keys by which access-service proves what it wrote. */
    Path ledgerKeyFile();

    /** Ed25519 key that signs checkpoints: PEM with both halves, or PKCS#12 with one entry. Never in the database. */
    Path checkpointKeyFile();

    /** Of the PKCS#12 file. */
    Optional<String> checkpointKeyPassword();

    /** How often a checkpoint is signed of each tree that grew. */
    @WithDefault("5s")
    Duration checkpointInterval();

    /** How long checkpoints may lack the witness' signature before that is an alert. */
    @WithDefault("30s")
    Duration witnessPatience();

    /** Where the witness takes checkpoints; without one, nobody notices if two auditors are shown different ledgers. */
    Optional<URI> witnessUrl();

    /** Verifier key of the witness: {@code name+id+key}. */
    Optional<String> witnessKey();

    /** Ledger records that are compared with the views each second, over all partitions; 0: none. */
    @WithDefault("500")
    int reconcileRecords();
}
