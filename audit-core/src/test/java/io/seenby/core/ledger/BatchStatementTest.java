package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchStatementTest {

    private static final Hash ROOT = NaiveTree.root(NaiveTree.leaves(5));
    private static final String TEXT = """
            seenby/recorded-batch@v1
            harbor-law
            5
            tnSPbtepnefahP2X4aO6xvq4mZ9KQ2lcq5Uoot5DEUc=
            """;

    /** The lines are a promise: receipts that people keep are made of them. */
    @Test
    void itsLinesStayAsTheyAre() {
        BatchStatement statement = new BatchStatement("harbor-law", 5, ROOT);
        assertThat(statement.text()).isEqualTo(TEXT);
        assertThat(BatchStatement.parse(TEXT)).isEqualTo(statement);
        assertThat(new String(statement.bytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
    }

    @Test
    void whatStatesSomethingElseIsNone() {
        for (String other : List.of(
                "",
                TEXT.replace("batch@v1", "batch@v2"),
                TEXT.replace("\n5\n", "\n05\n"),
                TEXT.replace("\n5\n", "\n0\n"),
                TEXT.replace("=\n", "\n"),
                TEXT + "\n",
                TEXT.strip())) {
            assertThatThrownBy(() -> BatchStatement.parse(other))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
