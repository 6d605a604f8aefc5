package io.seenby.manifests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script makes is what the programs read. */
class SecretsScriptTest {

    private static final Path SCRIPT =
            Path.of(System.getProperty("seenby.root", "../..")).resolve("deploy/compose/secrets.sh");

    @TempDir
    private Path folder;

    private int run() throws Exception {
        return new ProcessBuilder("bash", SCRIPT.toString(), folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private KeysetHandle keyset(String file) throws Exception {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(folder.resolve("keys").resolve(file)), InsecureSecretKeyAccess.get());
    }

    private SigningKey signing(String file) throws IOException {
        return SigningKey.ofPem(Files.readString(folder.resolve("keys").resolve(file)));
    }

    @Test
    void itsKeysAreKeys() throws Exception {
        assertThat(run()).isZero();
        AeadConfig.register();
        MacConfig.register();
        Aead kek = keyset("access-service/kek.json").getPrimitive(RegistryConfiguration.get(), Aead.class);
        assertThat(kek.decrypt(kek.encrypt(new byte[] {1}, new byte[0]), new byte[0]))
                .containsExactly(1);
        Mac mac = keyset("access-service/ledger-mac.json").getPrimitive(RegistryConfiguration.get(), Mac.class);
        byte[] tag = mac.computeMac(new byte[] {1});
        assertThat(tag).as("Tink's prefix and 256 bits").hasSize(5 + 32);
        keyset("audit-projector/ledger-mac.json")
                .getPrimitive(RegistryConfiguration.get(), Mac.class)
                .verifyMac(tag, new byte[] {1});
        assertThat(signing("access-service/receipt.pem")).isNotNull();
    }

    @Test
    void whatItTellsOfItsKeysIsSo() throws Exception {
        assertThat(run()).isZero();
        Properties env = new Properties();
        env.load(new StringReader(Files.readString(folder.resolve(".env"))));
        VerifierKey witness = VerifierKey.parse(env.getProperty("SEENBY_WITNESS_KEY"));
        assertThat(witness)
                .hasToString(signing("witness/witness.pem")
                        .verifier("seenby-compose-witness", KeyKind.WITNESS)
                        .toString());
        assertThat(env.getProperty("CHECKPOINT_KEY"))
                .isEqualTo(signing("audit-projector/checkpoint.pem")
                        .verifier("any", KeyKind.LOG)
                        .publicKey());
        List<String> wanted = Files.readAllLines(SCRIPT.resolveSibling(".env.example")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(env.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(env.values()).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void whatIsThereItKeeps() throws Exception {
        assertThat(run()).isZero();
        String before = Files.readString(folder.resolve(".env"));
        assertThat(run()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve(".env"))).isEqualTo(before);
    }
}
