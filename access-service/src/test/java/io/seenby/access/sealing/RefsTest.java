package io.seenby.access.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.shape.RefKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class RefsTest {

    private static String expected(byte[] key, String message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] digest = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    }

    @Test
    void keyedHashIsHmacSha256CutTo128Bits() throws Exception {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        assertThat(new KeyedHash(key).of(new byte[] {'a'}, new byte[] {0}, new byte[] {'b'}))
                .isEqualTo(expected(key, "a\0b"));
    }

    @Test
    void sameTextInAnotherDomainOrTenantOrScopeIsAnotherRef() throws Exception {
        Refs refs = new Refs(new Keyring("harbor-law").tenant);
        Refs elsewhere = new Refs(new Keyring("st-brigid").tenant);
        assertThat(refs.ref(RefKind.CLIENT, "7"))
                .isEqualTo(refs.ref(RefKind.CLIENT, "7"))
                .isNotEqualTo(refs.ref(RefKind.ACTOR, "7"))
                .isNotEqualTo(elsewhere.ref(RefKind.CLIENT, "7"));
        assertThat(refs.ref(RefKind.RECORD, "chart", "7"))
                .isNotEqualTo(refs.ref(RefKind.RECORD, "letter", "7"))
                .isNotEqualTo(refs.ref(RefKind.RECORD, "7"));
    }

    @Test
    void textsThatDifferOnlyInCaseWidthOrSpaceHaveOneToken() throws Exception {
        Refs refs = new Refs(new Keyring("harbor-law").tenant);
        String token = refs.token(RefKind.SURNAME, "van der Berg");
        assertThat(refs.token(RefKind.SURNAME, "  VAN\u00a0 der\tBerg ")).isEqualTo(token);
        assertThat(refs.token(RefKind.SURNAME, "\uff36an der Berg")).isEqualTo(token);
        assertThat(refs.token(RefKind.SURNAME, "van den Berg")).isNotEqualTo(token);
        assertThat(refs.token(RefKind.STREET, "van der Berg")).isNotEqualTo(token);
    }
}
