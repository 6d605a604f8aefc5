package io.seenby.cli;

import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/** A file of mode 0600 with an Ed25519 pair, in the PEM that openssl reads too. */
final class KeyFile {

    private KeyFile() {}

    static SigningKey read(Path file) {
        try {
            return SigningKey.ofPem(Files.readString(file));
        } catch (IOException unreadable) {
            throw new Refused("The key file " + file + " cannot be read.", unreadable);
        } catch (IllegalArgumentException noPair) {
            throw new Refused("The file " + file + " holds no Ed25519 key pair.", noPair);
        }
    }

    static VerifierKey verifier(SigningKey key, String name, KeyKind kind) {
        try {
            return key.verifier(name, kind);
        } catch (IllegalArgumentException noName) {
            throw new Refused("No key has the name '" + name + "': a space or a plus may not be in it.", noName);
        }
    }

    /** A new pair. A file that is there is never overwritten: the key in it may be the only one. */
    static SigningKey create(Path file) {
        KeyPair pair = pair();
        String pem = pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        var onlyTheOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyTheOwner)) {
            channel.write(ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        } catch (FileAlreadyExistsException there) {
            throw new Refused("The file " + file + " is there already and is left as it is.", there);
        } catch (IOException failed) {
            throw new Refused("The key file " + file + " cannot be written.", failed);
        }
        return new SigningKey(pair.getPrivate(), pair.getPublic());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    private static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
