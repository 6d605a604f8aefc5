package io.seenby.manifests.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** External Secrets Operator, {@code external-secrets.io/v1}: the fields that we use. */
public record ExternalSecret(
        @JsonProperty(required = true) String apiVersion,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) ObjectMeta metadata,
        @JsonProperty(required = true) Spec spec) {

    public record Spec(
            @JsonProperty(required = true) String refreshInterval,
            @JsonProperty(required = true) Store secretStoreRef,
            @JsonProperty(required = true) Target target,
            @JsonProperty(required = true) List<Datum> data) {}

    public record Store(
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) String name) {}

    public record Target(
            @JsonProperty(required = true) String name, String creationPolicy, Optional<Template> template) {}

    public record Template(@JsonProperty(required = true) String type, Map<String, String> data) {}

    public record Datum(
            @JsonProperty(required = true) String secretKey,
            @JsonProperty(required = true) Remote remoteRef) {}

    public record Remote(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String property) {}

    /** The keys of the Secret that it makes: those of its template, if it has one. */
    public Set<String> keys() {
        return new TreeSet<>(spec.target()
                .template()
                .map(template -> template.data().keySet())
                .orElseGet(
                        () -> spec.data().stream().map(Datum::secretKey).collect(java.util.stream.Collectors.toSet())));
    }
}
