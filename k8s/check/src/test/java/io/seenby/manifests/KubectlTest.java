package io.seenby.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.manifests.render.Renderer;
import io.seenby.manifests.render.Yaml;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our renderer renders what {@code kubectl kustomize} does, wherever that is installed. */
class KubectlTest {

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/prod", "witness-init"})
    void rendersTheSame(String folder) throws Exception {
        boolean everyTool = "yes".equals(System.getenv("SEENBY_EVERY_TOOL"));
        assumeTrue(everyTool || isInstalled(), "kubectl is not installed");
        Path path = Checkout.ROOT.resolve("k8s").resolve(folder);
        Process run = new ProcessBuilder("kubectl", "kustomize", path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).isZero();
        List<ObjectNode> theirs = Yaml.documents(said);
        assertThat(Renderer.render(path)).hasSameSizeAs(theirs).containsExactlyInAnyOrderElementsOf(theirs);
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
