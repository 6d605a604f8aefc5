package io.seenby.access.sealing;

import com.google.crypto.tink.Mac;
import com.google.crypto.tink.mac.MacConfig;
import io.seenby.access.AccessSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;

/** Proves that a value was written here: HMAC under the ledger key, prefixed with the key's id. */
@ApplicationScoped
public class LedgerMac {

    private final Mac mac;

    /** Ends the start of the service if the keyset file cannot be used. */
    @Inject
    LedgerMac(AccessSettings settings) throws GeneralSecurityException {
        MacConfig.register();
        this.mac = KeyFile.read(settings.ledgerKeyFile(), "SEENBY_LEDGER_KEY_FILE", Mac.class);
    }

    LedgerMac(Mac mac) {
        this.mac = mac;
    }

    byte[] over(byte[] value) {
        try {
            return mac.computeMac(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot compute a MAC", impossible);
        }
    }
}
