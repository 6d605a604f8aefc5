package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the entries of a Bundle stand. */
class BundleTextTest {

    private static List<String> entries(String json) throws IOException {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        return BundleText.of(text).entries().stream()
                .map(span -> new String(span.of(text), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void findsEachEntryWhateverItHolds() throws IOException {
        assertThat(
                        entries(
                                "{\"é\":\"𝄞\",\"entry\" : [ {\"a\":[1,{}]} ,\n{}, null,\"x\" ,17, [\"]\"] ],\"type\":\"batch\"}"))
                .containsExactly("{\"a\":[1,{}]}", "{}", "null", "\"x\"", "17", "[\"]\"]");
    }

    @Test
    void readsTheTypeWhereverItStands() throws IOException {
        BundleText text = BundleText.of(
                "{\"entry\":[],\"type\":\"batch\",\"resourceType\":\"Bundle\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(text.type()).isEqualTo("batch");
        assertThat(text.resourceType()).isEqualTo("Bundle");
        assertThat(BundleText.of("{\"entry\":{}}".getBytes(StandardCharsets.UTF_8))
                        .entriesAreAList())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"entry\":[{]}", "{}{}", "{\"a\":1,\"a\":2}", "{\"entry\":[{},]}"})
    void refusesWhatIsNoObject(String json) {
        assertThatThrownBy(() -> BundleText.of(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
