package io.seenby.access.kafka;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.seenby.access.AccessSettings;
import io.seenby.access.sealing.KeyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The key that reports on Kafka are sealed to (HPKE, RFC 9180, by Tink). Brokers keep what they were sent for a while, and
 * show it to whoever reads their disks. Without the key file the door is closed.
 */
@ApplicationScoped
class IntakeKey {

    private static final String VARIABLE = "SEENBY_INTAKE_KEY_FILE";

    private record Pair(HybridDecrypt open, String published) {}

    private final Optional<Pair> pair;

    /** Ends the start of the service if there is a key file that cannot be used. */
    @Inject
    IntakeKey(AccessSettings settings) throws GeneralSecurityException {
        HybridConfig.register();
        this.pair = settings.intakeKeyFile().isPresent()
                ? Optional.of(pair(KeyFile.keyset(settings.intakeKeyFile(), VARIABLE), settings))
                : Optional.empty();
    }

    private static Pair pair(KeysetHandle keys, AccessSettings settings) {
        try {
            return new Pair(
                    keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class),
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle()));
        } catch (GeneralSecurityException forSomethingElse) {
            throw KeyFile.unfit(settings.intakeKeyFile(), VARIABLE);
        }
    }

    boolean isThere() {
        return pair.isPresent();
    }

    /** The public keyset, as Tink writes it in JSON. */
    Optional<String> published() {
        return pair.map(Pair::published);
    }

    /** Empty if it was not sealed to us, or for another topic: the topic's name is HPKE's context. */
    Optional<byte[]> open(byte[] sealed, String topic) {
        try {
            return Optional.of(pair.orElseThrow().open().decrypt(sealed, topic.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException notForUs) {
            return Optional.empty();
        }
    }
}
