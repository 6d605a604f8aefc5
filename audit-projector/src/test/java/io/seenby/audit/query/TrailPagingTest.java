package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.EventType;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of any size put together are the whole answer in order: nothing missing, nothing twice, nothing else. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class TrailPagingTest {

    private static final List<EventType> TYPES = List.of(
            EventType.RECORD_READ, EventType.ACCESS_DENIED, EventType.RECORD_PRINTED, EventType.INFORMATION_DISCLOSED);
    private static final Comparator<EntryRow> NEWEST_FIRST = Comparator.comparing(EntryRow::occurredAt)
            .thenComparing(EntryRow::index)
            .reversed();

    @BeforeEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pagesAreCompleteOrderedAndWithoutDuplicates(long seed) {
        Random random = new Random(seed);
        ViewsStory story = randomStory(random, 300);

        for (int question = 0; question < 25; question++) {
            Map<String, String> filter = new LinkedHashMap<>();
            Predicate<EntryRow> expected = randomFilter(random, filter);
            String path = "/v1/trail?" + query(filter);
            assertThat(Pages.walk(story, path, "entries", random)).as(path).isEqualTo(matching(story, expected));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void disclosuresOfAClientAreCompleteAndNothingElse(long seed) {
        Random random = new Random(seed);
        ViewsStory story = randomStory(random, 200);

        for (int client = 0; client < 5; client++) {
            String ref = ViewsStory.ref("client", client);
            assertThat(Pages.walk(story, "/v1/clients/" + ref + "/disclosures?", "entries", random))
                    .isEqualTo(matching(
                            story,
                            entry -> entry.disclosure() && entry.clients().contains(ref)));
        }
    }

    /** Few moments, so that many entries share one. */
    private static ViewsStory randomStory(Random random, int entries) {
        ViewsStory story = new ViewsStory();
        for (int i = 0; i < entries; i++) {
            story.entry()
                    .type(TYPES.get(random.nextInt(TYPES.size())))
                    .at(moment(random))
                    .by(ViewsStory.ref("actor", random.nextInt(3)))
                    .about(IntStream.range(0, 5)
                            .filter(client -> client == 4 || random.nextInt(3) == 0)
                            .mapToObj(client -> ViewsStory.ref("client", client))
                            .toList())
                    .of(ViewsStory.ref("record", random.nextInt(4)))
                    .labelled(random.nextBoolean() ? List.of("privileged") : List.of("financial", "minor"))
                    .ending(random.nextBoolean() ? "success" : "failure")
                    .because(random.nextBoolean() ? Optional.of("treatment") : Optional.empty())
                    .add();
        }
        return story.tell();
    }

    private static Instant moment(Random random) {
        return ViewsStory.DAY.plusMillis(random.nextInt(20) * 500L).plusNanos(random.nextInt(2) * 1_000L);
    }

    private static Predicate<EntryRow> randomFilter(Random random, Map<String, String> filter) {
        Predicate<EntryRow> all = entry -> true;
        if (random.nextInt(3) == 0) {
            String client = ViewsStory.ref("client", random.nextInt(5));
            filter.put("client", client);
            all = all.and(entry -> entry.clients().contains(client));
        }
        if (random.nextInt(3) == 0) {
            String actor = ViewsStory.ref("actor", random.nextInt(3));
            filter.put("actor", actor);
            all = all.and(entry -> entry.actor().equals(actor));
        }
        if (random.nextInt(3) == 0) {
            String record = ViewsStory.ref("record", random.nextInt(4));
            filter.put("record", record);
            all = all.and(entry -> entry.record().equals(record));
        }
        if (random.nextInt(4) == 0) {
            filter.put("action", "read");
            all = all.and(entry -> entry.action().equals("read"));
        }
        if (random.nextInt(4) == 0) {
            filter.put("purpose", "treatment");
            all = all.and(entry -> entry.purpose().equals(Optional.of("treatment")));
        }
        if (random.nextInt(4) == 0) {
            filter.put("outcome", "failure");
            all = all.and(entry -> entry.outcome().equals("failure"));
        }
        if (random.nextInt(4) == 0) {
            filter.put("label", "minor");
            all = all.and(entry -> entry.labels().contains("minor"));
        }
        if (random.nextInt(3) == 0) {
            Instant from = moment(random);
            filter.put("from", from.toString());
            all = all.and(entry -> !entry.occurredAt().isBefore(from));
        }
        if (random.nextInt(3) == 0) {
            Instant to = moment(random);
            filter.put("to", to.toString());
            all = all.and(entry -> entry.occurredAt().isBefore(to));
        }
        return all;
    }

    private static String query(Map<String, String> filter) {
        return filter.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue() + "&")
                .collect(Collectors.joining());
    }

    private static List<String> matching(ViewsStory story, Predicate<EntryRow> expected) {
        return story.entries().stream()
                .filter(expected)
                .sorted(NEWEST_FIRST)
                .map(EntryRow::id)
                .toList();
    }
}
