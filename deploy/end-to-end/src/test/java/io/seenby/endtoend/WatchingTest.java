package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.seenby.local.ProjectRoot;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators are woken by and look at: the rules, their scenarios, the runbook and the boards. */
class WatchingTest {

    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern METRIC = Pattern.compile("\\b(?:seenby|jvm|process|sql|kafka)_[a-z0-9_]+\\b");
    private static final Pattern EXPRESSION = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Path root = ProjectRoot.find().folder();
    private final Path rules = root.resolve("deploy/prometheus/rules.yml");

    @Test
    void promtoolAcceptsTheRulesAndTheirScenarios() throws Exception {
        boolean everyTool = "yes".equals(System.getenv("SEENBY_EVERY_TOOL"));
        assumeTrue(everyTool || isInstalled("promtool"), "promtool is not installed");
        promtool("check", "config", "deploy/prometheus/prometheus.yml");
        promtool("test", "rules", "deploy/prometheus/rules.test.yml");
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private void promtool(String... words) throws Exception {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(words));
        Process run = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
    }

    @Test
    void everyAlertHasAScenarioAndASectionOfTheRunbook() throws IOException {
        List<String> alerts = found(ALERT, Files.readString(rules)).toList();
        String scenarios = Files.readString(root.resolve("deploy/prometheus/rules.test.yml"));
        List<String> sections =
                List.of(Files.readString(root.resolve("docs/runbook.md")).split("(?m)^## "));
        assertThat(alerts).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(sections).hasSize(alerts.size() + 1);
        for (String alert : alerts) {
            assertThat(sections)
                    .anySatisfy(section ->
                            assertThat(section).startsWith(alert + "\n").contains("**Means**", "**Do**"));
            assertThat(Files.readString(rules)).contains("runbook_url: docs/runbook.md#" + alert.toLowerCase());
            assertThat(scenarios)
                    .as("fires in a scenario, and not on a quiet day")
                    .containsPattern("alertname: " + alert + "\\n\\s+exp_alerts:\\n\\s+- exp_labels")
                    .contains("{eval_time: 3h, alertname: " + alert + ", exp_alerts: []}");
        }
    }

    /** A rule about a metric that nobody reports never fires; a board about one stays empty. */
    @Test
    void everyMetricThatIsNamedIsReported() throws Exception {
        Set<String> named = metricsIn(Files.readString(rules));
        named.addAll(metricsIn(Files.readString(root.resolve("docs/runbook.md"))));
        for (Path board : boards()) {
            String text = Files.readString(board);
            Set<String> ofBoard = found(EXPRESSION, text)
                    .flatMap(expression -> found(METRIC, expression))
                    .collect(Collectors.toSet());
            assertThat(ofBoard).as(board.toString()).isNotEmpty();
            named.addAll(ofBoard);
        }
        RunningSystem system = RunningSystem.shared();
        assertThat(system.publish(RunningSystem.TENANT, Reports.read(Reports.id(), "clerk-1", "client-1"))
                        .statusCode())
                .isEqualTo(201);
        system.read(system.ask("/v1/trail", "auditor", RunningSystem.TENANT));
        Set<String> reported = reported(system);
        assertThat(named)
                .allMatch(name -> reported.contains(name)
                        || reported.contains(name + "_count") && reported.contains(name + "_sum"));
    }

    private static Set<String> metricsIn(String text) {
        return found(METRIC, text).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Path> boards() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("deploy/grafana"))) {
            List<Path> boards =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(boards).hasSize(4);
            return boards;
        }
    }

    /** Names of all samples of both services. */
    private static Set<String> reported(RunningSystem system) throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        for (String url : List.of(system.access.url(), system.audit.url())) {
            var request = HttpRequest.newBuilder(URI.create(url + "/q/metrics")).build();
            system.http
                    .send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[{ ]", 2)[0])
                    .forEach(names::add);
        }
        return names;
    }

    /** The first group of each match, or all of it. */
    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(WatchingTest::said);
    }

    private static String said(MatchResult match) {
        return match.groupCount() == 0 ? match.group() : match.group(1);
    }
}
