package io.seenby.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.cli.AuditCli;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The unit that operators install says what the program understands, and keeps it in its place. */
class WitnessUnitTest {

    private static final Path FOLDER = Path.of("../deploy/witness");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z-]+");

    @TempDir
    Path folder;

    private final Map<String, List<String>> service = new LinkedHashMap<>();
    private final CommandLine witness =
            new CommandLine(new AuditCli()).getSubcommands().get("witness");

    WitnessUnitTest() throws IOException {
        String section = "";
        String text = Files.readString(FOLDER.resolve("seenby-witness.service")).replaceAll("\\\\\\n\\s*", "");
        for (String line : text.split("\n")) {
            if (line.startsWith("[")) {
                section = line;
            } else if (section.equals("[Service]") && line.contains("=") && !line.startsWith("#")) {
                String[] words = line.split("=", 2);
                service.computeIfAbsent(words[0], first -> new ArrayList<>()).add(words[1]);
            }
        }
    }

    private String one(String key) {
        assertThat(service.get(key)).as(key).isNotNull().hasSize(1);
        return service.get(key).get(0);
    }

    private static List<String> optionsIn(String text) {
        return OPTION.matcher(text).results().map(found -> found.group()).toList();
    }

    private static Map<String, String> environment() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("witness.env.example"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                environment.put(line.split("=", 2)[0], line.split("=", 2)[1]);
            }
        }
        return environment;
    }

    @Test
    void itsCommandIsOneThatTheProgramUnderstandsAndLacksNothing() throws IOException {
        String logs = environment().get("SEENBY_WITNESS_LOGS");
        List<String> said = new ArrayList<>(optionsIn(one("ExecStart")));
        said.addAll(optionsIn(logs));
        StringWriter help = new StringWriter();
        witness.usage(new java.io.PrintWriter(help));

        assertThat(said)
                .isNotEmpty()
                .allSatisfy(option -> assertThat(help.toString()).contains(option));
        assertThat(witness.getCommandSpec().options().stream()
                        .filter(OptionSpec::required)
                        .map(OptionSpec::longestName))
                .isNotEmpty()
                .allSatisfy(required -> assertThat(said).contains(required));
        assertThat(said).as("only once, and by hand").doesNotContain("--init");
    }

    @Test
    void eachVariableOfItsCommandIsSetByTheExampleOrBySystemd() throws IOException {
        List<String> used = Pattern.compile("\\$\\{?([A-Z_]+)}?")
                .matcher(one("ExecStart"))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> set = new ArrayList<>(environment().keySet());
        set.addAll(List.of("CREDENTIALS_DIRECTORY", "STATE_DIRECTORY"));

        assertThat(used).isNotEmpty().allSatisfy(name -> assertThat(set).contains(name));
        assertThat(environment().keySet()).allSatisfy(name -> assertThat(used).contains(name));
        assertThat(String.join("\n", environment().values())).doesNotContain("PRIVATE", "PASSWORD");
    }

    @Test
    void theKeyIsACredentialThatItsUserCannotReadByItself() {
        String[] credential = one("LoadCredential").split(":");

        assertThat(one("ExecStart")).contains("--key ${CREDENTIALS_DIRECTORY}/" + credential[0] + " ");
        assertThat(one("InaccessiblePaths")).endsWith(credential[1]);
        assertThat(one("ExecStart")).contains("--state ${STATE_DIRECTORY} ");
        assertThat(one("StateDirectory")).isEqualTo(one("User"));
        assertThat(one("StateDirectoryMode")).isEqualTo("0700");
        assertThat(one("User")).isNotEqualTo("root");
    }

    @Test
    void itIsKeptFromEverythingElse() throws IOException {
        Map.of(
                        "ProtectSystem", "strict",
                        "ProtectHome", "true",
                        "PrivateTmp", "true",
                        "PrivateDevices", "true",
                        "NoNewPrivileges", "true",
                        "CapabilityBoundingSet", "",
                        "RestrictAddressFamilies", "AF_INET AF_INET6",
                        "SocketBindDeny", "any",
                        "IPAddressDeny", "any",
                        "RestrictNamespaces", "true")
                .forEach((key, value) -> assertThat(one(key)).as(key).isEqualTo(value));
        String port = environment().get("SEENBY_WITNESS_LISTEN").replaceFirst(".*:", "");
        assertThat(one("SocketBindAllow")).isEqualTo("tcp:" + port);
        assertThat(service).doesNotContainKeys("ReadWritePaths", "BindPaths", "MemoryDenyWriteExecute");
    }

    /** Exit codes of a refusal (1) and of misuse (2) do not pass by themselves; see {@link AuditCli}. */
    @Test
    void aRefusalIsNotTriedAgainForEver() {
        assertThat(one("RestartPreventExitStatus")).isEqualTo("1 2");
    }

    /** Where systemd is installed, it reads the unit without complaint, whether or not Java is where the unit says. */
    @Test
    void systemdUnderstandsIt() throws Exception {
        Path tool = Path.of("/usr/bin/systemd-analyze");
        Assumptions.assumeTrue(Files.isExecutable(tool), "no systemd here");
        Path unit = folder.resolve("seenby-witness.service");
        Files.writeString(
                unit, Files.readString(FOLDER.resolve("seenby-witness.service")).replace("/usr/bin/java", "/bin/true"));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(tool.toString(), "verify", "--man=no", unit.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said)).doesNotContain("seenby-witness.service");
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
}
