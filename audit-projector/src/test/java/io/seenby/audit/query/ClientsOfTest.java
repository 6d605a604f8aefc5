package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientsOfTest {

    private static EntryRow entryAbout(int clients) {
        return new EntryRow(
                "clinic-1",
                1,
                EventType.INFORMATION_DISCLOSED,
                Instant.parse("2026-03-02T08:00:00Z"),
                ViewsStory.ref("actor", 1),
                IntStream.range(0, clients)
                        .mapToObj(each -> ViewsStory.ref("client", each))
                        .toList(),
                ViewsStory.ref("record", 1),
                List.of(),
                "success",
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void readsAThousandClientsFromTheBeginning() {
        EntryRow entry = entryAbout(1_000);
        byte[] beginning = Arrays.copyOf(entry.value(), ClientsOf.PREFIX_BYTES);

        assertThat(ClientsOf.prefix(beginning)).isEqualTo(entry.clients());
        assertThat(Walk.COLUMNS).contains("from 1 for " + ClientsOf.PREFIX_BYTES);
    }

    /** All that may stand before the clients in canonical order, at its longest, leaves room for them. */
    @Test
    void whatStandsBeforeTheClientsIsBounded() {
        String longest = "{\"action\":\"" + "a".repeat(64) + "\",\"actor\":{\"department\":\"" + "d".repeat(64)
                + "\",\"kind\":\"workforce\",\"ref\":\"" + "r".repeat(22) + "\",\"role\":\"" + "r".repeat(64)
                + "\",\"tokens\":{\"household\":\"" + "h".repeat(22) + "\",\"street\":\"" + "s".repeat(22)
                + "\",\"surname\":\"" + "s".repeat(22) + "\"}},\"assurance\":\"aal3\",\"attempted\":\"disclose\","
                + "\"breakGlass\":true,\"capacity\":\"" + "c".repeat(64) + "\",\"channel\":\"social-media\",";

        assertThat(longest.length() + "\"clients\":[]".length() + 1_000 * 25).isLessThan(ClientsOf.PREFIX_BYTES);
    }

    @Test
    void anEntryWithoutClientsHasNone() {
        assertThat(ClientsOf.prefix("{\"actor\":{\"clients\":[1]},\"clients\":[],\"z".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** A tenant's opening, for one: in canonical order nothing behind {@code clients} can still be it. */
    @Test
    void aTypeThatHasNoClientsHasNone() {
        assertThat(ClientsOf.prefix("{\"actor\":{\"clients\":[1]},\"contentTag\":\"z".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void clientsThatAreCutOffAreABug() {
        for (String value : List.of("{\"clients\":[\"a\",", "{\"actor\":{\"ref\":")) {
            assertThatThrownBy(() -> ClientsOf.prefix(value.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
