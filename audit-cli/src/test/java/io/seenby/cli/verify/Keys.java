package io.seenby.cli.verify;

import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.VerifierKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Whose signatures a test believes, and a stranger's. */
final class Keys {

    static final SigningKey LOG = create();
    static final SigningKey WITNESS = create();
    static final SigningKey RECEIPTS = create();
    static final SigningKey STRANGER = create();
    static final SigningKey LATER = create();

    static final String LOG_KEY = "seenby/*=" + LOG.verifier("any", KeyKind.LOG).publicKey();
    static final String LATER_KEY =
            "seenby/*=" + LATER.verifier("any", KeyKind.LOG).publicKey();
    static final VerifierKey WITNESS_KEY = WITNESS.verifier("witness.test", KeyKind.WITNESS);
    static final VerifierKey RECEIPT_KEY = RECEIPTS.verifier(Statement.ORIGIN, KeyKind.LOG);

    private Keys() {}

    private static SigningKey create() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
