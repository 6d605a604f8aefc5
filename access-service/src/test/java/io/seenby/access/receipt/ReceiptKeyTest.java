package io.seenby.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.ledger.SigningKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;

class ReceiptKeyTest {

    @Test
    void signsWhatJavaSignsButSooner() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        SigningKey slow = new SigningKey(pair.getPrivate(), pair.getPublic());
        SigningKey quick = slow.signingBy(ReceiptKey::quickly);
        for (String text : new String[] {"\n", "a\n", "seenby-receipts/v1\n150\nroot\n"}) {
            assertThat(quick.sign("name", text)).isEqualTo(slow.sign("name", text));
        }
    }
}
