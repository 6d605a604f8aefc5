package io.seenby.access.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.events.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeyRequestsTest {

    private static final TenantId TENANT = new TenantId("harbor-law");

    private final List<List<ClientName>> asked = new ArrayList<>();
    private final List<CompletableFuture<Map<ClientName, DataKey>>> answers = new ArrayList<>();
    private final Map<ClientName, DataKey> remembered = new HashMap<>();
    private final KeyRequests requests = new KeyRequests(
            names -> {
                asked.add(names);
                CompletableFuture<Map<ClientName, DataKey>> answer = new CompletableFuture<>();
                answers.add(answer);
                return answer;
            },
            remembered::put);

    private static ClientName client(String ref) {
        return new ClientName(TENANT, ref);
    }

    private void answer(int question) {
        Map<ClientName, DataKey> keys = new HashMap<>();
        asked.get(question).forEach(name -> keys.put(name, DataKey.fresh()));
        answers.get(question).complete(keys);
    }

    @Test
    void whatIsAskedDuringAQuestionBecomesOneNextQuestion() {
        var first = requests.obtain(List.of(client("a")));
        var second = requests.obtain(List.of(client("b")));
        var third = requests.obtain(List.of(client("c"), client("a")));
        assertThat(asked).containsExactly(List.of(client("a")));
        answer(0);
        assertThat(first).isCompleted();
        assertThat(third).isNotCompleted();
        assertThat(asked.get(1)).containsExactlyInAnyOrder(client("b"), client("c"));
        answer(1);
        assertThat(second).isCompleted();
        assertThat(third.join().get(client("a"))).isSameAs(first.join().get(client("a")));
        assertThat(remembered).containsOnlyKeys(client("a"), client("b"), client("c"));
    }

    @Test
    void failedQuestionFailsThoseWhoAskedAndNobodyAfterwards() {
        var first = requests.obtain(List.of(client("a")));
        answers.get(0).completeExceptionally(new IllegalStateException("down"));
        assertThatThrownBy(first::join).hasRootCauseMessage("down");
        var again = requests.obtain(List.of(client("a")));
        answer(1);
        assertThat(again.join()).containsKey(client("a"));
    }
}
