package io.seenby.audit.pipeline;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import io.seenby.events.LedgerKeyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that access-service wrote a value: a Tink HMAC over its bytes, whose first five bytes name the key.
 *
 * <p>All keys of the file count, those marked as disabled too: which of them is accepted where is said by the ledger
 * ({@link PartitionKeys}), and records of long ago must be proven for as long as they exist.
 */
public final class LedgerMac {

    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_LENGTH = 5;

    private final Map<LedgerKeyId, Mac> keys;

    private LedgerMac(Map<LedgerKeyId, Mac> keys) {
        this.keys = keys;
    }

    /** From a cleartext JSON keyset. Throws {@link IllegalArgumentException} if the file holds none. */
    public static LedgerMac ofKeyset(Path file) {
        try {
            MacConfig.register();
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            Map<LedgerKeyId, Mac> keys = new LinkedHashMap<>();
            for (int i = 0; i < keyset.size(); i++) {
                KeysetHandle.Entry entry = keyset.getAt(i);
                if (entry.getStatus() != KeyStatus.DESTROYED) {
                    keys.put(LedgerKeyId.ofBits(entry.getId()), alone(entry));
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("the ledger key file holds no key");
            }
            return new LedgerMac(keys);
        } catch (GeneralSecurityException notAKeyset) {
            throw new IllegalArgumentException("the ledger key file holds no MAC keyset", notAKeyset);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the ledger key file cannot be read", unreadable);
        }
    }

    /** In a keyset of its own, where it is enabled. */
    private static Mac alone(KeysetHandle.Entry entry) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(entry.getKey())
                        .withFixedId(entry.getId())
                        .makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Mac.class);
    }

    /** The key that proves a partition's first records: the first one in the file. */
    LedgerKeyId first() {
        return keys.keySet().iterator().next();
    }

    boolean holds(LedgerKeyId key) {
        return keys.containsKey(key);
    }

    /** Which key a tag claims to be made by; empty if it is no tag. */
    static Optional<LedgerKeyId> keyOf(byte[] tag) {
        return tag.length > PREFIX_LENGTH && tag[0] == TINK_PREFIX
                ? Optional.of(LedgerKeyId.ofBits(ByteBuffer.wrap(tag, 1, 4).getInt()))
                : Optional.empty();
    }

    /** Why {@code value} is not proven by {@code tag}; empty if it is. Safe for use by several threads. */
    Optional<String> objection(byte[] value, byte[] tag) {
        Optional<LedgerKeyId> key = keyOf(tag);
        if (key.isEmpty()) {
            return Optional.of(Reasons.BAD_MAC);
        }
        Mac mac = keys.get(key.get());
        if (mac == null) {
            return Optional.of(Reasons.UNKNOWN_KEY);
        }
        try {
            mac.verifyMac(tag, value);
            return Optional.empty();
        } catch (GeneralSecurityException wrong) {
            return Optional.of(Reasons.BAD_MAC);
        }
    }
}
