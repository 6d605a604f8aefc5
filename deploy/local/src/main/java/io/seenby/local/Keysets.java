package io.seenby.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The three Tink keysets of a stack, in clear JSON: one wraps the data keys, one proves the ledger's values, to one
 * publishers seal what they report on Kafka. They are made once; without them nothing that was sealed can be read again.
 *
 * @param kek AES-256-GCM, the key-encryption key
 * @param ledgerMac HMAC-SHA-256 with 256-bit tags and Tink's key id prefix
 * @param intake HPKE with X25519, HKDF-SHA-256 and AES-128-GCM
 */
public record Keysets(Path kek, Path ledgerMac, Path intake) {
    /** The keysets in the directory, made if they aren't there. */
    public static Keysets in(Path directory) {
        var keysets = new Keysets(
                directory.resolve("kek.json"), directory.resolve("ledger-mac.json"), directory.resolve("intake.json"));
        PrivateFile.readOrCreate(keysets.kek(), () -> fresh(PredefinedAeadParameters.AES256_GCM));
        PrivateFile.readOrCreate(keysets.ledgerMac(), () -> fresh(PredefinedMacParameters.HMAC_SHA256_256BITTAG));
        PrivateFile.readOrCreate(
                keysets.intake(), () -> fresh(PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM));
        return keysets;
    }

    private static String fresh(Parameters parameters) {
        try {
            AeadConfig.register();
            MacConfig.register();
            HybridConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot make a keyset", impossible);
        }
    }
}
