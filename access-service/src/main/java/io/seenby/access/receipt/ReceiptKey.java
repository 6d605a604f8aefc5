package io.seenby.access.receipt;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.seenby.access.AccessSettings;
import io.seenby.access.sealing.KeyFile;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;

/** The key that receipts are signed with, and nothing else. */
@ApplicationScoped
class ReceiptKey {

    private final SigningKey key;
    private final VerifierKey published;

    /** Ends the start of the service if the file cannot be used. */
    ReceiptKey(AccessSettings settings) {
        this.key = KeyFile.signing(settings.receiptKeyFile(), "SEENBY_RECEIPT_KEY_FILE")
                .signingBy(ReceiptKey::quickly);
        this.published = key.verifier(Statement.ORIGIN, KeyKind.LOG);
    }

    /** Tink's Ed25519 takes an eighth of the time that Java's takes. Both make the same bytes. */
    static SigningKey.Means quickly(byte[] secret) {
        try {
            return new Ed25519Sign(secret)::sign;
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("the receipt key cannot sign", noKey);
        }
    }

    Note.Signature sign(String text) {
        return key.sign(Statement.ORIGIN, text);
    }

    /** What receipts are checked with. */
    VerifierKey published() {
        return published;
    }
}
