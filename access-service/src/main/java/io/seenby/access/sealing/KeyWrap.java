package io.seenby.access.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import io.seenby.access.AccessSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Wraps data keys for storage under the key-encryption key, each bound to the place it is stored at. */
@ApplicationScoped
public class KeyWrap {

    private final Aead kek;

    /** Ends the start of the service if the keyset file cannot be used. */
    @Inject
    KeyWrap(AccessSettings settings) throws GeneralSecurityException {
        AeadConfig.register();
        this.kek = KeyFile.read(settings.kekFile(), "SEENBY_KEK_FILE", Aead.class);
    }

    KeyWrap(Aead kek) {
        this.kek = kek;
    }

    /** @param place of the key, such as {@code tenant/harbor-law/index}; {@link #unwrap} needs the same */
    public byte[] wrap(byte[] key, String place) {
        try {
            return kek.encrypt(key, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot encrypt", impossible);
        }
    }

    /** Throws {@link IllegalStateException} for a key that was wrapped by another KEK or for another place. */
    public byte[] unwrap(byte[] wrapped, String place) {
        try {
            return kek.decrypt(wrapped, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrongKek) {
            throw new IllegalStateException("a stored data key does not open under SEENBY_KEK_FILE", wrongKek);
        }
    }
}
