package io.seenby.access.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Stack;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class NativeLz4Test {

    @Test
    void isTheFastestThatTheLibraryFinds() {
        assertThat(LZ4Factory.fastestInstance()).isSameAs(LZ4Factory.nativeInstance());
    }
}
