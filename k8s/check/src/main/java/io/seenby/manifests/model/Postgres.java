package io.seenby.manifests.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CloudNativePG and its Barman Cloud plugin: the fields that we use. */
public final class Postgres {

    private Postgres() {}

    public record Cluster(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) ObjectMeta metadata,
            @JsonProperty(required = true) ClusterSpec spec) {}

    public record ClusterSpec(
            @JsonProperty(required = true) int instances,
            @JsonProperty(required = true) String imageName,
            @JsonProperty(required = true) boolean enableSuperuserAccess,
            @JsonProperty(required = true) Bootstrap bootstrap,
            @JsonProperty(required = true) Managed managed,
            @JsonProperty(required = true) Settings postgresql,
            @JsonProperty(required = true) Storage storage,
            @JsonProperty(required = true) Storage walStorage,
            @JsonProperty(required = true) ResourceRequirements resources,
            Affinity affinity,
            @JsonProperty(required = true) List<Plugin> plugins) {}

    public record Bootstrap(@JsonProperty(required = true) Initdb initdb) {}

    public record Initdb(
            @JsonProperty(required = true) String database,
            @JsonProperty(required = true) String owner,
            @JsonProperty(required = true) SecretName secret,
            @JsonProperty(required = true) String encoding,
            @JsonProperty(required = true) String localeCType,
            @JsonProperty(required = true) String localeCollate,
            @JsonProperty(required = true) String localeProvider,
            @JsonProperty(required = true) String builtinLocale,
            boolean dataChecksums) {}

    public record SecretName(@JsonProperty(required = true) String name) {}

    public record Managed(@JsonProperty(required = true) List<Role> roles) {}

    public record Role(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String ensure,
            @JsonProperty(required = true) boolean login,
            @JsonProperty(required = true) boolean superuser,
            @JsonProperty(required = true) boolean createdb,
            @JsonProperty(required = true) boolean createrole,
            @JsonProperty(required = true) boolean replication,
            @JsonProperty(required = true) boolean bypassrls,
            @JsonProperty(required = true) SecretName passwordSecret) {}

    public record Settings(
            Optional<Synchronous> synchronous,
            @JsonProperty(required = true) Map<String, String> parameters) {}

    public record Synchronous(
            @JsonProperty(required = true) String method,
            @JsonProperty(required = true) int number,
            @JsonProperty(required = true) String dataDurability) {}

    public record Storage(@JsonProperty(required = true) String size, Optional<String> storageClass) {}

    public record Affinity(boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}

    public record Plugin(
            @JsonProperty(required = true) String name, boolean isWALArchiver, Map<String, String> parameters) {}

    public record ScheduledBackup(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) ObjectMeta metadata,
            @JsonProperty(required = true) BackupSpec spec) {}

    public record BackupSpec(
            @JsonProperty(required = true) String schedule,
            String backupOwnerReference,
            @JsonProperty(required = true) SecretName cluster,
            @JsonProperty(required = true) String method,
            SecretName pluginConfiguration) {}

    public record ObjectStore(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) ObjectMeta metadata,
            @JsonProperty(required = true) StoreSpec spec) {}

    public record StoreSpec(
            @JsonProperty(required = true) String retentionPolicy,
            @JsonProperty(required = true) StoreConfiguration configuration) {}

    public record StoreConfiguration(
            @JsonProperty(required = true) String destinationPath,
            Optional<String> endpointURL,
            @JsonProperty(required = true) Credentials s3Credentials,
            Compression wal,
            Compression data) {}

    public record Credentials(
            @JsonProperty(required = true) SecretKey accessKeyId,
            @JsonProperty(required = true) SecretKey secretAccessKey) {}

    public record SecretKey(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String key) {}

    public record Compression(@JsonProperty(required = true) String compression) {}
}
