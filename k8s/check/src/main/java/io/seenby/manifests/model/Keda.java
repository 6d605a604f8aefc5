package io.seenby.manifests.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** KEDA, {@code keda.sh/v1alpha1}: the fields that we use. */
public final class Keda {

    private Keda() {}

    public record ScaledObject(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) ObjectMeta metadata,
            @JsonProperty(required = true) ScaledSpec spec) {}

    /** Intervals in seconds. */
    public record ScaledSpec(
            @JsonProperty(required = true) NameRef scaleTargetRef,
            @JsonProperty(required = true) int minReplicaCount,
            @JsonProperty(required = true) int maxReplicaCount,
            int pollingInterval,
            int cooldownPeriod,
            @JsonProperty(required = true) List<Trigger> triggers) {}

    public record NameRef(@JsonProperty(required = true) String name) {}

    /** Metadata of KEDA's triggers are strings, numbers too. */
    public record Trigger(
            @JsonProperty(required = true) String type,
            @JsonProperty(required = true) Map<String, String> metadata,
            NameRef authenticationRef) {}

    public record TriggerAuthentication(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) ObjectMeta metadata,
            @JsonProperty(required = true) AuthenticationSpec spec) {}

    public record AuthenticationSpec(
            Optional<List<Parameter>> configMapTargetRef,
            @JsonProperty(required = true) List<Parameter> secretTargetRef) {}

    public record Parameter(
            @JsonProperty(required = true) String parameter,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String key) {}
}
