package io.seenby.access.rotation;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import io.seenby.events.LedgerKeyId;
import io.seenby.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;

/** The key files an operator would write one after the other; all begin with the key that the stack has. */
final class KeyFiles {

    private final Path folder;
    private final KeysetHandle keys;
    private int written;

    KeyFiles(Path folder) throws GeneralSecurityException, IOException {
        MacConfig.register();
        this.folder = folder;
        KeysetHandle first = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(LocalStack.shared().keysets().ledgerMac()), InsecureSecretKeyAccess.get());
        this.keys = KeysetHandle.newBuilder(first)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedMacParameters.HMAC_SHA256_256BITTAG)
                        .withRandomId())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedMacParameters.HMAC_SHA256_256BITTAG)
                        .withRandomId())
                .build();
    }

    LedgerKeyId id(int key) {
        return LedgerKeyId.ofBits(keys.getAt(key).getId());
    }

    /** A file with these keys in this order. */
    Path file(List<Integer> which, int primary, Set<Integer> disabled) throws GeneralSecurityException, IOException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder();
        for (int key : which) {
            KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(
                            keys.getAt(key).getKey())
                    .withFixedId(keys.getAt(key).getId())
                    .setStatus(disabled.contains(key) ? KeyStatus.DISABLED : KeyStatus.ENABLED);
            builder.addEntry(key == primary ? entry.makePrimary() : entry);
        }
        return Files.writeString(
                folder.resolve("ledger-" + written++ + ".json"),
                TinkJsonProtoKeysetFormat.serializeKeyset(builder.build(), InsecureSecretKeyAccess.get()));
    }
}
