package io.seenby.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.manifests.render.Yaml;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is wrong with the overlays, and each mistake that is planted is found by the rule that is there for it. */
class OverlayTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void nothingIsWrongWithTheOverlays(String overlay) {
        List<ObjectNode> rendered = Overlay.rendered(Checkout.ROOT, overlay);
        assertThat(rendered).hasSizeGreaterThan(50);
        assertThat(Overlay.broken(Checkout.ROOT, rendered)).isEmpty();
    }

    /** In the overlay as text, {@code right} is replaced by {@code wrong} wherever it stands in the resource. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/planted.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void aPlantedMistakeIsFound(String rule, String resource, String right, String wrong, String said) {
        List<ObjectNode> rendered = Overlay.rendered(Checkout.ROOT, "prod");
        int changed = 0;
        for (int i = 0; i < rendered.size(); i++) {
            ObjectNode each = rendered.get(i);
            String label = each.path("kind").asText() + "/"
                    + each.path("metadata").path("name").asText();
            if (label.equals(resource)) {
                String text = Yaml.write(each);
                String planted =
                        text.replace(right.replace("\\n", "\n"), wrong == null ? "" : wrong.replace("\\n", "\n"));
                assertThat(planted).as("the mistake can be planted in\n" + text).isNotEqualTo(text);
                rendered.set(i, Yaml.documents(planted).get(0));
                changed++;
            }
        }
        assertThat(changed).as("resources that are called " + resource).isPositive();
        assertThat(Overlay.broken(Checkout.ROOT, rendered))
                .anySatisfy(why -> assertThat(why).startsWith(rule).contains(said));
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment,access-service,Watching: Nobody scrapes",
        "NetworkPolicy,deny-all,Network: Namespace seenby does not deny",
        "NetworkPolicy,access-service,'Network: Deployment seenby/access-service serves, and no NetworkPolicy'",
        "ServiceAccount,audit-projector,References: Deployment seenby/audit-projector names the ServiceAccount",
        "ExternalSecret,seenby-access-keys,References: Deployment seenby/access-service names the Secret",
        "PersistentVolumeClaim,witness-state,References: Deployment seenby-witness/witness names the PersistentVolumeClaim",
        "PodDisruptionBudget,audit-projector,Spread: Deployment seenby/audit-projector has no PodDisruptionBudget",
        "KafkaTopic,ledger-checkpoints,Topics: The topic ledger-checkpoints is made by nobody",
        "KafkaUser,access-service,OneDoor: access-service may not write access-ledger",
        "ServiceMonitor,audit-projector,Watching: Nobody scrapes the metrics of audit-projector",
        "ScheduledBackup,seenby-db-nightly,Database: Nobody backs up seenby-db",
        "ConfigMap,seenby-settings,References: Deployment seenby/access-service names the ConfigMap"
    })
    void whatIsMissingIsMissed(String kind, String name, String said) {
        List<ObjectNode> rendered = Overlay.rendered(Checkout.ROOT, "prod");
        boolean removed = rendered.removeIf(each -> each.path("kind").asText().equals(kind)
                && each.path("metadata").path("name").asText().equals(name));
        assertThat(removed).isTrue();
        if (kind.equals("Deployment")) {
            // Its service is then one for nobody, which is found first.
            assertThat(Overlay.broken(Checkout.ROOT, rendered))
                    .contains("Network: Service access-service selects no pods.");
        } else {
            assertThat(Overlay.broken(Checkout.ROOT, rendered))
                    .anySatisfy(why -> assertThat(why).startsWith(said));
        }
    }

    @Test
    void aSecretHasNoPlaceInTheManifests() {
        List<ObjectNode> rendered = Overlay.rendered(Checkout.ROOT, "dev");
        rendered.add(Yaml.documents("{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: seenby}}")
                .get(0));
        assertThat(Overlay.broken(Checkout.ROOT, rendered))
                .containsExactly("Secret seenby/s Secret of v1 has no place here");
    }

    @Test
    void theProgramSaysWhatItCheckedAndPrintsAnOverlay() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(Manifests.run(Checkout.ROOT, List.of("check"), new PrintStream(said)))
                .isZero();
        assertThat(said.toString()).contains("dev: ", "prod: ", " resources, 0 faults");
        said.reset();
        assertThat(Manifests.run(Checkout.ROOT, List.of("render", "prod"), new PrintStream(said)))
                .isZero();
        assertThat(Yaml.documents(said.toString())).hasSameElementsAs(Overlay.rendered(Checkout.ROOT, "prod"));
        assertThat(Manifests.run(Checkout.ROOT, List.of("render", "nowhere"), new PrintStream(said)))
                .isEqualTo(64);
    }
}
