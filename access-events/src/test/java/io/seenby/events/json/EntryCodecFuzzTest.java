package io.seenby.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.EventType;
import io.seenby.events.shape.LedgerShapes;
import io.seenby.events.shape.RandomValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EntryCodecFuzzTest {

    @Property(tries = 1_500)
    void everythingOfTheLedgersShapeIsAnEntry(@ForAll EventType type, @ForAll Random random) {
        JsonNode value = new RandomValues(random).of(LedgerShapes.of(type));

        EntryCodec.Decoded decoded = EntryCodec.decode(CanonicalJson.write(value));

        assertThat(decoded).as("%s", value).isInstanceOf(EntryCodec.Entry.class);
        assertThat(((EntryCodec.Entry) decoded).entry().type()).isEqualTo(type);
    }

    @Property(tries = 6_000)
    void damagedValuesNeverThrow(@ForAll EventType type, @ForAll Random random) throws IOException {
        byte[] value = Files.readAllBytes(Path.of("src/test/resources/golden", type.wire() + ".ledger.json"));
        for (int i = random.nextInt(4); i >= 0; i--) {
            value[random.nextInt(value.length)] = (byte) random.nextInt(256);
        }

        assertThat(EntryCodec.decode(value)).isNotNull();
        assertThat(EntryCodec.decode(Arrays.copyOf(value, random.nextInt(value.length))))
                .isInstanceOf(EntryCodec.Undecodable.class);
    }
}
