package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.Draft;
import io.seenby.audit.fixture.LedgerKeyRing;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.TenantStory;
import io.seenby.audit.fixture.Views;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rotations at random, judged a second time by a naive reading of the rules, and projected in random batches. */
class KeyRotationLawsTest {

    private static final int KEYS = 9;

    @TempDir
    Path folder;

    private final List<LedgerRecord> records = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<Integer> accepted = new HashSet<>(Set.of(0));
    private final Set<Integer> retired = new HashSet<>();

    private void add(Draft draft, int key) {
        if (!accepted.contains(key)) {
            refused.add(records.size() + "," + (retired.contains(key) ? "retired-key" : "unknown-key"));
        }
        records.add(draft.at(records.size()));
    }

    /** What a rotation signed by a key does to the two sets, step by step. */
    private void rotate(int key, List<Integer> accepts, List<Integer> retires) {
        Set<Integer> left = new HashSet<>(accepted);
        left.addAll(accepts);
        left.removeAll(retires);
        Set<Integer> known = new HashSet<>(accepted);
        known.addAll(retired);
        boolean heard = accepted.contains(key)
                && accepts.stream().noneMatch(each -> retired.contains(each) || retires.contains(each))
                && known.containsAll(retires)
                && !left.isEmpty();
        if (heard) {
            accepted.addAll(accepts);
            accepted.removeAll(retires);
            retired.addAll(retires);
        }
    }

    private void tell(Random random, LedgerKeyRing ring) {
        List<LedgerSigner> signers =
                IntStream.range(0, KEYS).mapToObj(ring::signer).toList();
        TenantStory firm = new TenantStory("harbor-law", 0, signers.get(0));
        TenantStory own = new TenantStory("seenby-ledger-0", 0, signers.get(0));
        add(firm.opened(), 0);
        add(own.opened(), 0);
        while (records.size() < 300) {
            int key = random.nextInt(KEYS);
            if (random.nextInt(4) > 0) {
                add(firm.read("nurse-01", "client-01").signedBy(signers.get(key)), key);
                continue;
            }
            List<Integer> proving = List.copyOf(accepted);
            if (random.nextBoolean()) {
                key = proving.get(random.nextInt(proving.size()));
            }
            List<Integer> accepts = some(random);
            List<Integer> retires =
                    random.nextBoolean() ? some(random) : List.of(proving.get(random.nextInt(proving.size())));
            boolean itsOwn = random.nextInt(3) > 0;
            Draft rotation = (itsOwn ? own : firm)
                    .keysRotated(
                            0,
                            accepts.stream().map(ring::id).toList(),
                            retires.stream().map(ring::id).toList());
            add(rotation.signedBy(signers.get(key)), key);
            if (itsOwn) {
                rotate(key, accepts, retires);
            }
        }
    }

    private static List<Integer> some(Random random) {
        return random.ints(random.nextInt(3), 0, KEYS).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void law4VerdictsDependOnTheOffsetAlone(long seed) throws SQLException {
        Random random = new Random(seed);
        LedgerKeyRing ring = new LedgerKeyRing(KEYS, folder);
        tell(random, ring);
        assertThat(retired).as("the story rotates").isNotEmpty();
        try (Views whole = Views.fresh(ring.file());
                Views split = Views.fresh(ring.file())) {
            whole.projectAll(Map.of(0, records), Integer.MAX_VALUE);
            for (int from = 0, to; from < records.size(); from = to) {
                to = Math.min(records.size(), from + 1 + random.nextInt(40));
                split.project(records.subList(from, to));
            }
            assertThat(whole.ask("SELECT kafka_offset, reason FROM quarantine ORDER BY 1"))
                    .isEqualTo(refused);
            assertThat(split.digest()).isEqualTo(whole.digest());
        }
    }
}
