package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevScriptTest {
    @TempDir
    Path folder;

    private ExampleCheckout checkout;

    @BeforeEach
    void layOutCheckout() throws Exception {
        checkout = ExampleCheckout.in(folder);
    }

    @AfterEach
    void closeCheckout() throws Exception {
        checkout.close();
    }

    @Test
    void listsEveryCommandInItsHelp() throws Exception {
        var help = checkout.dev("help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("./dev up [--detach] [--no-demo] [--fresh]")
                .contains("./dev down", "./dev status", "./dev logs", "./dev env", "./dev token ROLE")
                .contains(
                        "./dev publish [FILE|-]",
                        "./dev demo",
                        "./dev audit",
                        "./dev bench",
                        "./dev verify",
                        "./dev format");
        assertThat(checkout.dev().out()).isEqualTo(help.out());
        assertThat(checkout.dev("--help").out()).isEqualTo(help.out());
    }

    @Test
    void refusesAnUnknownCommandOrOptionInOneSentence() throws Exception {
        assertThat(checkout.dev("sweep"))
                .isEqualTo(new ExampleCheckout.Answer(2, "", "There is no command sweep; ./dev help lists them.\n"));
        assertThat(checkout.dev("up", "--quickly"))
                .isEqualTo(new ExampleCheckout.Answer(
                        2, "", "There is no option --quickly here; ./dev help lists them.\n"));
    }

    @Test
    void givesTheRestToTheAuditProgram() throws Exception {
        assertThat(checkout.dev("audit", "vkey", "--name", "a b"))
                .isEqualTo(new ExampleCheckout.Answer(0, "audit vkey --name a b\n", ""));
    }

    @Test
    void passesOverAnOldJavaHomeForTheNewestJdkThereIs() throws Exception {
        Path jdks = folder.resolve("jdks here");
        var old = checkout.pretendJdk(jdks, "17.0.2");
        checkout.pretendJdk(jdks, "21.0.5");
        var newest = checkout.pretendJdk(jdks, "25");
        var search = Map.of("JAVA_HOME", old.toString(), "SEENBY_JDK_SEARCH", jdks.toString());

        assertThat(checkout.dev(search, "jdk").out()).isEqualTo(newest + "\n");
        assertThat(checkout.dev(
                                Map.of(
                                        "JAVA_HOME",
                                        jdks.resolve("jdk-21.0.5").toString(),
                                        "SEENBY_JDK_SEARCH",
                                        jdks.toString()),
                                "jdk")
                        .out())
                .isEqualTo(jdks.resolve("jdk-21.0.5") + "\n");
    }

    @Test
    void saysWhatItNeedsWhenThereIsNoJdk() throws Exception {
        Path jdks = folder.resolve("old ones");
        var old = checkout.pretendJdk(jdks, "17.0.2");

        var answer = checkout.dev(Map.of("JAVA_HOME", old.toString(), "SEENBY_JDK_SEARCH", jdks.toString()), "up");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).startsWith("SeenBy needs a JDK 21 or newer").hasLineCount(1);
    }

    @Test
    void namesATakenPortAndLeavesNothingRunning() throws Exception {
        int identity = checkout.portBase + 3;
        try (var taken = new ServerSocket(identity, 1, InetAddress.getLoopbackAddress())) {
            for (var arguments : new String[][] {{"up"}, {"up", "--detach"}}) {
                var answer = checkout.dev(arguments);

                assertThat(answer.exitCode()).isEqualTo(1);
                assertThat(answer.all()).contains("port " + taken.getLocalPort() + " (identity)");
                assertThat(checkout.processes()).isEmpty();
            }
        }
    }

    @Test
    void saysThatNothingRunsWhenNothingDoes() throws Exception {
        assertThat(checkout.dev("down").exitCode()).isZero();
        assertThat(checkout.dev("status").exitCode()).isEqualTo(1);
        for (var arguments : new String[][] {{"env"}, {"token", "auditor"}, {"publish", "pom.xml"}}) {
            var answer = checkout.dev(arguments);
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.all()).isEqualTo("SeenBy isn't running here: start it with ./dev up.\n");
        }
        assertThat(Files.exists(checkout.state().resolve("data"))).isFalse();
    }
}
