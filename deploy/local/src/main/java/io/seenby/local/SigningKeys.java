package io.seenby.local;

import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.VerifierKey;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The Ed25519 keys of a stack, as PEM files with the private and the public key: who recorded an entry, who stated how the
 * ledger stood, and who witnessed it. Made once; an auditor pins their public halves.
 */
public record SigningKeys(Path receipt, Path checkpoint, Path witness) {

    /** Under this name the local witness cosigns. */
    public static final String WITNESS = "seenby-local-witness";

    /** The keys in the directory, made if they aren't there; the witness' own lies apart from the services'. */
    static SigningKeys in(Path keys, Path witness) {
        var all = new SigningKeys(
                keys.resolve("receipt.pem"), keys.resolve("checkpoint.pem"), witness.resolve("witness.pem"));
        read(all.receipt());
        read(all.checkpoint());
        read(all.witness());
        return all;
    }

    /** What cosignatures of the local witness are checked with. */
    public VerifierKey witnessKey() {
        return read(witness).verifier(WITNESS, KeyKind.WITNESS);
    }

    /** The public half of what checkpoints are signed with, in base64: all that the witness gets to know of it. */
    public String checkpointKey() {
        return read(checkpoint).verifier("any", KeyKind.LOG).publicKey();
    }

    /** What receipts are checked with. */
    public VerifierKey receiptKey() {
        return read(receipt).verifier(Statement.ORIGIN, KeyKind.LOG);
    }

    private static SigningKey read(Path file) {
        return SigningKey.ofPem(PrivateFile.readOrCreate(file, SigningKeys::fresh));
    }

    private static String fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    private static String pem(String label, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
