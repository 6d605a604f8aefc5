package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs and statements as texts that people keep. */
class ProofTextTest {

    private static final List<Hash> LEAVES = NaiveTree.leaves(7);
    private static final SigningKey KEY = TestKeys.fresh();
    private static final Checkpoint STATED = new Checkpoint("seenby/st-brigid", 7, NaiveTree.root(LEAVES));
    private static final Note NOTE = new Note(STATED.text(), List.of(KEY.sign(STATED.origin(), STATED.text())));
    private static final List<Hash> PATH = NaiveTree.path(3, LEAVES);

    @Test
    void isReadAsItIsWritten() {
        String text = new ProofText(Optional.empty(), 3, PATH, NOTE).format();

        assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nindex 3\n" + PATH.get(0) + "\n");
        ProofText read = ProofText.parse(text);
        assertThat(read.format()).isEqualTo(text);
        assertThat(read.proves(LEAVES.get(3))).contains(STATED);
        assertThat(read.proves(LEAVES.get(2))).isEmpty();
    }

    @Test
    void carriesExtraBytes() {
        byte[] extra = "what was recorded".getBytes(StandardCharsets.UTF_8);
        ProofText read = ProofText.parse(new ProofText(Optional.of(extra), 3, PATH, NOTE).format());

        assertThat(read.extra()).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(extra));
        assertThat(read.proves(LEAVES.get(3))).contains(STATED);
    }

    @Test
    void aTreeOfOneLeafNeedsNoPath() {
        Checkpoint one = new Checkpoint("o", 1, LEAVES.get(0));
        Note note = new Note(one.text(), List.of(KEY.sign("o", one.text())));
        ProofText read = ProofText.parse(new ProofText(Optional.empty(), 0, List.of(), note).format());

        assertThat(read.proves(LEAVES.get(0))).contains(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "index 3\n",
                "c2sp.org/tlog-proof@v2\nindex 3\n",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v1\nindex 03\n",
                "c2sp.org/tlog-proof@v1\nindex -3\n",
                "c2sp.org/tlog-proof@v1\nindex\n",
                "c2sp.org/tlog-proof@v1\nindex 3\nAAAA\n",
                "c2sp.org/tlog-proof@v1\nextra AAB=\nindex 3\n",
                "c2sp.org/tlog-proof@v1\nindex 3\nextra AAA=\n",
                "c2sp.org/tlog-proof@v1\nindex 3\nindex 3\n",
            })
    void refusesOtherTexts(String lines) {
        assertThatThrownBy(() -> ProofText.parse(lines + "\n" + NOTE.format()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesATextCutAnywhere() {
        String text = new ProofText(Optional.empty(), 3, PATH, NOTE).format();
        for (int end = 0; end < text.length(); end++) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> ProofText.parse(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAPathThatNoTreeHas() {
        assertThatThrownBy(() -> new ProofText(Optional.empty(), 0, Collections.nCopies(64, STATED.root()), NOTE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProofText(Optional.empty(), -1, List.of(), NOTE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStatementIsReadAsItIsWritten() {
        Instant at = Instant.parse("2026-03-01T08:00:00.123456Z");
        Statement statement = new Statement("st-brigid", 3, 41, LEAVES.get(0), at);

        assertThat(statement.text())
                .isEqualTo(
                        "seenby/recorded@v1\nst-brigid\n3\n41\n" + LEAVES.get(0) + "\n2026-03-01T08:00:00.123456Z\n");
        assertThat(Statement.parse(statement.text())).isEqualTo(statement);
        for (String other : List.of(
                statement.text() + "\n",
                statement.text().substring(1),
                statement.text().replace("\n41\n", "\n041\n"),
                statement.text().replace("\n3\n", "\n2147483648\n"),
                statement.text().replace("\n3\n", "\n-3\n"),
                statement.text().replace("st-brigid", ""),
                statement.text().replace("123456Z", "123456000Z"),
                statement.text().replace("2026-03-01", "yesterday"))) {
            assertThatThrownBy(() -> Statement.parse(other)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Statement("a\nb", 3, 41, LEAVES.get(0), at))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
