package io.seenby.access.sealing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import io.quarkus.runtime.PreventFurtherStepsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void missingFileEndsTheStartWithOneSentence() {
        Path file = folder.resolve("kek.json");
        assertThatThrownBy(() -> KeyFile.read(Optional.empty(), "SEENBY_KEK_FILE", Aead.class))
                .isInstanceOf(PreventFurtherStepsException.class)
                .hasMessage("access-service cannot start: SEENBY_KEK_FILE is not set.");
        assertThatThrownBy(() -> KeyFile.read(Optional.of(file), "SEENBY_KEK_FILE", Aead.class))
                .isInstanceOf(PreventFurtherStepsException.class)
                .hasMessage("access-service cannot start: the file " + file + " (SEENBY_KEK_FILE) cannot be read.");
    }

    @Test
    void keysetOfAnotherKindEndsTheStart() throws Exception {
        AeadConfig.register();
        MacConfig.register();
        Path file = folder.resolve("kek.json");
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get()));
        KeyFile.read(Optional.of(file), "SEENBY_KEK_FILE", Aead.class);
        assertThatThrownBy(() -> KeyFile.read(Optional.of(file), "SEENBY_LEDGER_KEY_FILE", Mac.class))
                .isInstanceOf(PreventFurtherStepsException.class)
                .hasMessageContaining("is no keyset for this use");
    }

    @Test
    void fileWithoutAKeyPairEndsTheStartAndIsNotQuoted() throws Exception {
        Path file = folder.resolve("receipt.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> KeyFile.signing(Optional.of(file), "SEENBY_RECEIPT_KEY_FILE"))
                .isInstanceOf(PreventFurtherStepsException.class)
                .hasMessage("access-service cannot start: the file " + file
                        + " (SEENBY_RECEIPT_KEY_FILE) holds no Ed25519 key pair in PEM.")
                .hasNoCause();
        assertThatThrownBy(() -> KeyFile.signing(Optional.empty(), "SEENBY_RECEIPT_KEY_FILE"))
                .isInstanceOf(PreventFurtherStepsException.class)
                .hasMessage("access-service cannot start: SEENBY_RECEIPT_KEY_FILE is not set.");
    }
}
