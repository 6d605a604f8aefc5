package io.seenby.access.sealing;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.MacConfig;
import io.seenby.access.AccessSettings;
import io.seenby.events.LedgerKeyId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves that a value was written here: HMAC under one of the ledger keys of the file, prefixed with the key's id. Which
 * of them is right where is known to those who append.
 */
@ApplicationScoped
public class LedgerMac {

    private static final String VARIABLE = "SEENBY_LEDGER_KEY_FILE";

    /** Before each tag: a byte of version and the key's id, big-endian. */
    private static final int PREFIX_BYTES = 5;

    private static final byte TINK_PREFIX = 1;

    private final Map<LedgerKeyId, Mac> keys = new LinkedHashMap<>();
    private final Set<LedgerKeyId> disabled = new LinkedHashSet<>();
    private final LedgerKeyId primary;

    /** Ends the start of the service if the keyset file cannot be used. */
    @Inject
    LedgerMac(AccessSettings settings) throws GeneralSecurityException {
        this(settings.ledgerKeyFile());
    }

    public LedgerMac(Optional<Path> file) throws GeneralSecurityException {
        MacConfig.register();
        KeysetHandle keyset = KeyFile.keyset(file, VARIABLE);
        try {
            for (int i = 0; i < keyset.size(); i++) {
                add(keyset.getAt(i));
            }
            this.primary = LedgerKeyId.ofBits(keyset.getPrimary().getId());
        } catch (GeneralSecurityException | IllegalStateException unfit) {
            throw KeyFile.unfit(file, VARIABLE);
        }
    }

    /** Each key in a keyset of its own, where it is enabled: a disabled one may still have to prove its own end. */
    private void add(KeysetHandle.Entry entry) throws GeneralSecurityException {
        if (entry.getStatus() == KeyStatus.DESTROYED) {
            return;
        }
        if (entry.getKey().getIdRequirementOrNull() == null) {
            throw new GeneralSecurityException("a tag of this key would not name it");
        }
        LedgerKeyId id = LedgerKeyId.ofBits(entry.getId());
        keys.put(
                id,
                KeysetHandle.newBuilder()
                        .addEntry(KeysetHandle.importKey(entry.getKey())
                                .withFixedId(entry.getId())
                                .makePrimary())
                        .build()
                        .getPrimitive(RegistryConfiguration.get(), Mac.class));
        if (entry.getStatus() == KeyStatus.DISABLED) {
            disabled.add(id);
        }
    }

    /** The first one in the file: every partition accepts it from its first record on. */
    public LedgerKeyId first() {
        return keys.keySet().iterator().next();
    }

    /** The one that the operator wants new records to be proven by. */
    public LedgerKeyId primary() {
        return primary;
    }

    /** That it is in the file, disabled or not. */
    public boolean holds(LedgerKeyId key) {
        return keys.containsKey(key);
    }

    /** Those that the operator wants to prove nothing any more. */
    public Set<LedgerKeyId> disabled() {
        return Set.copyOf(disabled);
    }

    /** @param key one that the file {@link #holds} */
    public byte[] over(byte[] value, LedgerKeyId key) {
        Mac mac = keys.get(key);
        if (mac == null) {
            throw new IllegalArgumentException("the ledger key file does not hold key " + key);
        }
        try {
            return mac.computeMac(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot compute a MAC", impossible);
        }
    }

    /** By which key a tag says it was made; empty if it is none of ours. */
    public static Optional<LedgerKeyId> keyOf(byte[] tag) {
        return tag.length > PREFIX_BYTES && tag[0] == TINK_PREFIX
                ? Optional.of(LedgerKeyId.ofBits(ByteBuffer.wrap(tag, 1, 4).getInt()))
                : Optional.empty();
    }

    /** Whether the key that the tag names has made it over this value; false for a key that the file does not hold. */
    public boolean proves(byte[] tag, byte[] value) {
        Optional<Mac> mac = keyOf(tag).map(keys::get);
        try {
            if (mac.isPresent()) {
                mac.get().verifyMac(tag, value);
                return true;
            }
            return false;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
