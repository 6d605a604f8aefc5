package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.core.ledger.AnnouncedKey;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import io.seenby.events.CheckpointKey;
import io.seenby.events.CheckpointKeyId;
import io.seenby.events.LedgerEvent;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class CheckpointKeysTest {

    private static final SigningKey KEY = create();
    private static final String VKEY =
            KEY.verifier(AnnouncedKey.nameIn(1), KeyKind.LOG).toString();

    private final Client service = Client.with(Map.of("role", "service", "sub", "audit-projector"));

    private static SigningKey create() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<String> post(Client client, String body) {
        return client.post("/v1/checkpoint-keys", "application/json", body);
    }

    private static String body(int partition, String key, String more) {
        return "{\"partition\":%d,\"key\":\"%s\"%s}".formatted(partition, key, more);
    }

    @Test
    void theKeyIsAnEntryOfThePartitionsOwnLedgerWhenItIsAnswered() {
        assertThat(post(service, body(1, VKEY, "")).statusCode()).isEqualTo(204);
        assertThat(post(service, body(1, VKEY, ",\"former\":\"0123abcd\"")).statusCode())
                .isEqualTo(204);

        assertThat(LedgerReader.entries("seenby-ledger-1"))
                .filteredOn(entry -> entry.event()
                        .equals(new LedgerEvent.CheckpointKeyRotated(1, new CheckpointKey(VKEY), Optional.empty())))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.publisher().value()).isEqualTo("audit-projector");
                    assertThat(entry.clients()).isEmpty();
                });
        assertThat(LedgerReader.entries("seenby-ledger-1"))
                .anySatisfy(entry -> assertThat(entry.event())
                        .isEqualTo(new LedgerEvent.CheckpointKeyRotated(
                                1, new CheckpointKey(VKEY), Optional.of(new CheckpointKeyId("0123abcd")))));
    }

    @Test
    void whatIsNoKeyOfThePartitionIsRefusedByName() {
        String witness = KEY.verifier(AnnouncedKey.nameIn(1), KeyKind.WITNESS).toString();
        assertThat(post(service, body(1, witness, "")).statusCode()).isEqualTo(400);
        HttpResponse<String> other = post(service, body(0, VKEY, ""));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("/key", "seenby/seenby-ledger-0");
        HttpResponse<String> nowhere = post(
                service,
                body(
                        999_999,
                        KEY.verifier(AnnouncedKey.nameIn(999_999), KeyKind.LOG).toString(),
                        ""));
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).contains("/partition");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"partition\":1}",
                "{\"partition\":1,\"key\":\"a key\"}",
                "{\"partition\":1,\"key\":\"%s\",\"former\":\"0123ABCD\"}",
                "{\"partition\":-1,\"key\":\"%s\"}",
                "{\"partition\":1,\"key\":\"%s\",\"why\":\"so\"}",
                "[]",
                "{"
            })
    void whatHasNotItsShapeIsRefused(String body) {
        assertThat(post(service, body.formatted(VKEY)).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyTheServiceAnnounces() {
        Client.openTenant("announcing");
        assertThat(post(Client.publisher("announcing"), body(1, VKEY, "")).statusCode())
                .isEqualTo(403);
    }
}
