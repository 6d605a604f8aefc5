package io.seenby.audit.postgres;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.detection.AlertRevision;
import io.seenby.core.detection.Finding;
import io.seenby.core.detection.Loaded;
import io.seenby.core.detection.RepeatWindow;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Relationship;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers what several queries find for one tenant; a row that two of them find is kept once. */
final class LoadedRows {

    private final Map<Relationship.Key, Relationship> relationships = new LinkedHashMap<>();
    private final Map<Consent.Key, Consent> consents = new LinkedHashMap<>();
    private final Map<ClientTraits.Key, ClientTraits> traits = new LinkedHashMap<>();
    private final Map<Finding.Key, Finding> findings = new LinkedHashMap<>();
    private final Map<RepeatWindow.Key, RepeatWindow> windows = new LinkedHashMap<>();
    private final Map<AlertRevision.Key, AlertRevision> alerts = new LinkedHashMap<>();
    private final Map<PublisherInstance.Key, PublisherInstance> publishers = new LinkedHashMap<>();

    void add(Relationship row) {
        relationships.put(row.key(), row);
    }

    void add(Consent row) {
        consents.put(row.key(), row);
    }

    void add(ClientTraits row) {
        traits.put(row.key(), row);
    }

    void add(Finding row) {
        findings.put(row.key(), row);
    }

    void add(RepeatWindow row) {
        windows.put(row.key(), row);
    }

    void add(AlertRevision row) {
        alerts.put(row.key(), row);
    }

    void add(PublisherInstance row) {
        publishers.put(row.key(), row);
    }

    /** The alerts that show the findings gathered so far. */
    List<String> findingAlerts() {
        return findings.values().stream()
                .flatMap(finding -> finding.alertId().stream())
                .distinct()
                .toList();
    }

    /** All alerts that the rows gathered so far name. */
    List<String> alertIds() {
        Stream<String> ofPublishers = publishers.values().stream().flatMap(PublisherInstance::alerts);
        return Stream.concat(findingAlerts().stream(), ofPublishers).distinct().toList();
    }

    /** The windows gathered so far that are not alerted. */
    Stream<RepeatWindow> counting() {
        return windows.values().stream().filter(window -> !window.alerted());
    }

    Loaded loaded() {
        return new Loaded(
                List.copyOf(relationships.values()),
                List.copyOf(consents.values()),
                List.copyOf(traits.values()),
                List.copyOf(findings.values()),
                List.copyOf(windows.values()),
                List.copyOf(alerts.values()),
                List.copyOf(publishers.values()));
    }
}
