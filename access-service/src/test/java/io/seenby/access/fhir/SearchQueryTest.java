package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.junit.jupiter.api.Test;

/** What is read from the raw query of a search. */
class SearchQueryTest {

    private static SearchQuery query(String raw) {
        return query(raw.getBytes(StandardCharsets.UTF_8));
    }

    private static SearchQuery query(byte[] raw) {
        return SearchQuery.of(new AuditEventEntityComponent().setQuery(raw));
    }

    @Test
    void readsTheParametersOfAGetWithHeaders() {
        SearchQuery query = query("GET r4/Observation?patient=ex&_sort=_lastUpdated&_id=7\nAccept: x?y=z\n");
        assertThat(query.parameters()).isEqualTo(List.of(Map.entry("patient", "ex"), Map.entry("_id", "7")));
    }

    @Test
    void readsTheFormOfAPost() {
        SearchQuery query = query("POST /r4/Patient/_search HTTP/1.1\r\nHost: a\r\n\r\nname=Ann+B&gender=\r\n");
        assertThat(query.parameters()).isEqualTo(List.of(Map.entry("name", "Ann B")));
    }

    @Test
    void readsNoParametersFromAMessage() {
        assertThat(query("<?xml version=\"1.0\"?>\n<PRPA a=\"b\"/>").parameters())
                .isEmpty();
        assertThat(query("MSH|^~\\&|a|b\rQPD|x?y=z").parameters()).isEmpty();
    }

    @Test
    void keepsATextThatIsLongOrOddAsFarAsItCanBeStored() {
        assertThat(query("x".repeat(9_000)).text().orElseThrow()).hasSize(SearchQuery.LONGEST);
        assertThat(query("a?b=%ZZ&c=\0").text()).contains("a?b=%ZZ&c=\uFFFD");
        assertThat(query(new byte[] {(byte) 0xff, (byte) 0xfe}).text()).isEmpty();
    }
}
