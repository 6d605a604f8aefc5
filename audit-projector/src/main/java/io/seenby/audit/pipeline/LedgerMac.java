package io.seenby.audit.pipeline;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Checks that access-service wrote a value: a Tink HMAC over its bytes, whose first five bytes name the key. */
public final class LedgerMac {

    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_LENGTH = 5;

    private final Mac mac;
    private final Set<Integer> keyIds;

    private LedgerMac(Mac mac, Set<Integer> keyIds) {
        this.mac = mac;
        this.keyIds = keyIds;
    }

    /** From a cleartext JSON keyset. Throws {@link IllegalArgumentException} if the file holds none. */
    public static LedgerMac ofKeyset(Path file) {
        try {
            MacConfig.register();
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            Set<Integer> ids = new HashSet<>();
            for (int i = 0; i < keyset.size(); i++) {
                if (keyset.getAt(i).getStatus() == KeyStatus.ENABLED) {
                    ids.add(keyset.getAt(i).getId());
                }
            }
            return new LedgerMac(keyset.getPrimitive(RegistryConfiguration.get(), Mac.class), Set.copyOf(ids));
        } catch (GeneralSecurityException notAKeyset) {
            throw new IllegalArgumentException("the ledger key file holds no MAC keyset", notAKeyset);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the ledger key file cannot be read", unreadable);
        }
    }

    /** Why {@code value} is not proven by {@code tag}; empty if it is. Safe for use by several threads. */
    Optional<String> objection(byte[] value, byte[] tag) {
        if (tag.length <= PREFIX_LENGTH || tag[0] != TINK_PREFIX) {
            return Optional.of(Reasons.BAD_MAC);
        }
        if (!keyIds.contains(ByteBuffer.wrap(tag, 1, 4).getInt())) {
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
