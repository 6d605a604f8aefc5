package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetsTest {
    private static final byte[] TEXT = "record opened".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void sealsAndProvesWithKeysetsThatWereMadeOnTheFirstStart() throws Exception {
        var keysets = Keysets.in(folder);

        var aead = read(keysets.kek()).getPrimitive(RegistryConfiguration.get(), Aead.class);
        var mac = read(keysets.ledgerMac()).getPrimitive(RegistryConfiguration.get(), Mac.class);

        assertThat(aead.decrypt(aead.encrypt(TEXT, new byte[0]), new byte[0])).isEqualTo(TEXT);
        var tag = mac.computeMac(TEXT);
        mac.verifyMac(tag, TEXT);
        assertThat(tag).as("Tink's five bytes of prefix, then the whole HMAC").hasSize(5 + 32);
    }

    @Test
    void neverOverwritesAKeysetAndLetsOnlyTheOwnerReadIt() throws Exception {
        var first = Keysets.in(folder);
        var kek = Files.readString(first.kek());
        var mac = Files.readString(first.ledgerMac());

        var second = Keysets.in(folder);

        assertThat(Files.readString(second.kek())).isEqualTo(kek);
        assertThat(Files.readString(second.ledgerMac())).isEqualTo(mac);
        for (Path file : new Path[] {second.kek(), second.ledgerMac()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private static KeysetHandle read(Path file) throws Exception {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }
}
