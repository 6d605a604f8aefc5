package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes as C2SP defines them, with the published examples. */
class NoteTest {

    private static final String POEM = """
            Ognuno sta solo sul cuor della terra
            trafitto da un raggio di sole:

            ed è subito sera.

            — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
            """;
    private static final String PROBLEM = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;
    private static final VerifierKey NEUMANN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String LINE = "— a/b AAAAAAE=\n";
    private static final String TEXT = "a/b\n1\nAA\n";

    @Test
    void readsTheSpecificationsExample() {
        Note note = Note.parse(POEM);

        assertThat(note.text()).startsWith("Ognuno").endsWith("raggio di sole:\n\ned è subito sera.\n");
        assertThat(note.signatures())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo("quasimodo.example/salvatore"));
        assertThat(note.format()).isEqualTo(POEM);
    }

    @Test
    void verifiesTheExampleWithAPublishedKey() {
        assertThat(Note.parse(PROBLEM).by(NEUMANN)).isPresent();
        assertThat(Note.parse(PROBLEM.replace("answer", "Answer")).by(NEUMANN)).isEmpty();
        assertThat(NEUMANN.toString()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void ignoresSignaturesOfUnknownKeys() {
        SigningKey known = TestKeys.fresh();
        SigningKey unknown = TestKeys.fresh();
        Note note = new Note(TEXT, List.of(unknown.sign("log", TEXT), known.sign("log", TEXT)));

        assertThat(Note.parse(note.format())).isEqualTo(note);
        assertThat(note.by(known.verifier("log", KeyKind.LOG)))
                .contains(note.signatures().get(1));
        assertThat(note.by(known.verifier("other", KeyKind.LOG))).isEmpty();
        assertThat(note.by(known.verifier("log", KeyKind.WITNESS))).isEmpty();
    }

    @Test
    void rejectsANoteWithAFalseSignatureInAKnownName() {
        SigningKey key = TestKeys.fresh();
        Note.Signature right = key.sign("log", TEXT);
        Note.Signature wrong = key.sign("log", "something else\n");
        VerifierKey verifier = key.verifier("log", KeyKind.LOG);

        assertThat(new Note(TEXT, List.of(wrong)).by(verifier)).isEmpty();
        assertThat(new Note(TEXT, List.of(right, wrong)).by(verifier)).isEmpty();
        assertThat(new Note(TEXT, List.of(wrong, right)).by(verifier)).isEmpty();
        assertThat(new Note(TEXT, List.of(right)).with(right).by(verifier)).contains(right);
    }

    @Test
    void noBitOfASignatureMayDiffer() {
        SigningKey key = TestKeys.fresh();
        byte[] right = key.sign("log", TEXT).bytes();
        VerifierKey verifier = key.verifier("log", KeyKind.LOG);
        for (int bit = 0; bit < right.length * 8; bit++) {
            byte[] flipped = right.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Note note = new Note(TEXT, List.of(new Note.Signature("log", flipped)));
            assertThat(note.by(verifier)).as("bit %d", bit).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\nno signature\n",
                "text\n\n— a/b AAAAAAE=",
                "text\n\n— a/b AAAAAAE=\n\n",
                "text\n\n- a/b AAAAAAE=\n",
                "text\n\n— a/b\n",
                "text\n\n—  AAAAAAE=\n",
                "text\n\n— a+b AAAAAAE=\n",
                "text\n\n— a\tb AAAAAAE=\n",
                "text\n\n— a\u00a0b AAAAAAE=\n",
                "text\n\n— a/b AAAAAA==\n",
                "text\n\n— a/b AAAAAAF=\n",
                "text\n\n— a/b AAAAAAE\n",
                "text\n\n— a/b AAAAAAE= \n",
                "text\n\n— a/b AAAA AAE=\n",
                "te\txt\n\n— a/b AAAAAAE=\n",
                "te\rxt\n\n— a/b AAAAAAE=\n",
                "te\0xt\n\n— a/b AAAAAAE=\n",
                "te\ud800xt\n\n— a/b AAAAAAE=\n",
            })
    void refusesWhatIsNoNote(String text) {
        assertThatThrownBy(() -> Note.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreSignaturesThanAnybodyNeeds() {
        String lines =
                String.join("", IntStream.range(0, 100).mapToObj(i -> LINE).toList());

        assertThat(Note.parse("text\n\n" + lines).signatures()).hasSize(100);
        assertThatThrownBy(() -> Note.parse("text\n\n" + lines + LINE)).isInstanceOf(IllegalArgumentException.class);
    }
}
