package io.seenby.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The two Tink keysets of a stack, in clear JSON: one wraps the data keys, one proves the ledger's values. They are
 * made once; without them nothing that was sealed can be read again.
 *
 * @param kek AES-256-GCM, the key-encryption key
 * @param ledgerMac HMAC-SHA-256 with 256-bit tags and Tink's key id prefix
 */
public record Keysets(Path kek, Path ledgerMac) {
    /** The keysets in the directory, made if they aren't there. */
    public static Keysets in(Path directory) {
        var keysets = new Keysets(directory.resolve("kek.json"), directory.resolve("ledger-mac.json"));
        PrivateFile.readOrCreate(keysets.kek(), () -> fresh(PredefinedAeadParameters.AES256_GCM));
        PrivateFile.readOrCreate(keysets.ledgerMac(), () -> fresh(PredefinedMacParameters.HMAC_SHA256_256BITTAG));
        return keysets;
    }

    private static String fresh(Parameters parameters) {
        try {
            AeadConfig.register();
            MacConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot make a keyset", impossible);
        }
    }
}
