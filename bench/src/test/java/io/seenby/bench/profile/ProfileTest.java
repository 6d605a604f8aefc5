package io.seenby.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.bench.NotMeasured;
import io.seenby.core.ledger.TreeHasher;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

    private static final Parts PARTS = Parts.byPackage().with("the tree", "io.seenby.core.ledger.");

    @TempDir
    private Path folder;

    @Test
    void timeCountsForTheNamedPartOrTheInnermostPackage() {
        assertThat(PARTS.of(List.of("sun.security.provider.SHA2", "io.seenby.core.ledger.TreeHasher", "io.seenby.a.B")))
                .isEqualTo("the tree");
        assertThat(PARTS.of(List.of("java.util.HashMap", "io.seenby.access.intake.Intake", "io.netty.X")))
                .isEqualTo("access.intake");
        assertThat(PARTS.of(List.of("io.seenby.audit.ops.Metrics$$Lambda.0x01")))
                .isEqualTo("audit.ops");
        assertThat(PARTS.of(List.of("io.seenby.a.B", "io.seenby.core.ledger.GrowingTree", "io.seenby.c.D")))
                .isEqualTo("the tree");
        assertThat(PARTS.of(List.of("java.util.HashMap", "io.netty.X"))).isEqualTo("(HTTP)");
        assertThat(PARTS.of(List.of())).isEqualTo("(other)");
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void aProcessThatHashesLeavesIsSeenHashingLeaves() throws Exception {
        var profile = Profile.begin(ProcessHandle.current().pid(), folder.resolve("own.jfr"));
        hashAMillionLeaves();
        var shares = profile.end(PARTS);

        assertThat(shares.parts()).containsKey("the tree");
        assertThat(shares.parts().get("the tree").processor()).isPositive();
        assertThat(shares.plus(shares).parts().get("the tree").processor())
                .isEqualTo(shares.parts().get("the tree").processor().multipliedBy(2));
        assertThat(shares.table().toString()).contains("the tree", "together");
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void aWaitForASocketIsWaiting() throws Exception {
        var profile = Profile.begin(ProcessHandle.current().pid(), folder.resolve("own.jfr"));
        readFromASlowServer();
        var waiting = profile.end(PARTS).parts().get("bench.profile").waiting();

        assertThat(waiting).isPositive();
    }

    private static void readFromASlowServer() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            var slow = Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(200);
                    accepted.getOutputStream().write(1);
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            assertThat(client.getInputStream().read()).isEqualTo(1);
            slow.join();
        }
    }

    @Test
    void whatCannotBeRecordedIsNotMeasured() {
        assertThatThrownBy(() -> Profile.begin(2_000_000_000L, folder.resolve("nobody.jfr")))
                .isInstanceOf(NotMeasured.class);
    }

    private static void hashAMillionLeaves() {
        var hasher = new TreeHasher();
        var leaf = new byte[1_000];
        for (int i = 0; i < 1_000_000; i++) {
            leaf[0] ^= hasher.leaf(leaf).bytes()[0];
        }
    }
}
