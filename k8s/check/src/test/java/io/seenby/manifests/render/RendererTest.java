package io.seenby.manifests.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendererTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void oneDeployment() throws IOException {
        write("app.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app, namespace: here}
                spec:
                  replicas: 3
                  template:
                    spec:
                      containers:
                        - name: one
                          image: registry.example.com/one:1
                          env: [{name: A, value: a}, {name: B, value: b}]
                        - {name: other, image: registry.example.com/one-more:1}
                """);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private ObjectNode rendered(String more) throws IOException {
        write("kustomization.yaml", "resources: [app.yaml]\n" + more);
        return Renderer.render(folder).get(0);
    }

    @Test
    void aPatchChangesTheContainerAndTheVariableThatItNames() throws IOException {
        write("patch.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app, namespace: here}
                spec:
                  replicas: null
                  template: {spec: {containers: [{name: one, env: [{name: B, value: c}, {name: D, value: d}]}]}}
                """);
        ObjectNode app = rendered("patches: [{path: patch.yaml}]\n");
        assertThat(app.at("/spec").has("replicas")).isFalse();
        assertThat(app.at("/spec/template/spec/containers").size()).isEqualTo(2);
        assertThat(app.at("/spec/template/spec/containers/0/env").findValuesAsText("value"))
                .containsExactly("a", "c", "d");
    }

    @Test
    void anOperationReplacesWhatIsThereAndRefusesWhatIsNot() throws IOException {
        String patch = """
                patches:
                  - target: {kind: Deployment}
                    patch: '[{op: replace, path: /spec/%s, value: 5}]'
                """;
        assertThat(rendered(patch.formatted("replicas")).at("/spec/replicas").asInt())
                .isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> rendered(patch.formatted("replica")));
    }

    @Test
    void anImageIsRenamedByItsWholeName() throws IOException {
        ObjectNode app =
                rendered("images: [{name: registry.example.com/one, newName: mine.example.com/one, newTag: '2'}]\n");
        assertThat(app.at("/spec/template/spec/containers").findValuesAsText("image"))
                .containsExactly("mine.example.com/one:2", "registry.example.com/one-more:1");
    }

    @Test
    void whatItDoesNotKnowItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendered("namePrefix: x-\n"))
                .withMessageContaining("namePrefix");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendered("patches: [{path: app.yaml}]\nresources: []\n"))
                .withMessageContaining("resources");
    }

    @Test
    void aPatchForNobodyIsRefused() throws IOException {
        write("patch.yaml", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: nobody, namespace: here}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendered("patches: [{path: patch.yaml}]\n"))
                .withMessageContaining("nobody");
    }
}
