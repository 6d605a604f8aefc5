package io.seenby.audit.checkpoint;

import io.seenby.core.ledger.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Optional;

/** Reads an Ed25519 key pair from a file. What is wrong with it is said without quoting it. */
final class KeyFiles {

    private static final class WrongPassword extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        WrongPassword(IOException cause) {
            super("the password of the checkpoint key file is not SEENBY_CHECKPOINT_KEY_PASSWORD", cause);
        }
    }

    private KeyFiles() {}

    static SigningKey read(Path file, Optional<String> password) {
        try {
            return isPkcs12(file) ? pkcs12(file, password) : SigningKey.ofPem(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the checkpoint key file cannot be read", unreadable);
        } catch (WrongPassword wrong) {
            throw wrong;
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException("the checkpoint key file holds no Ed25519 key pair", unusable);
        }
    }

    private static boolean isPkcs12(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    private static SigningKey pkcs12(Path file, Optional<String> password)
            throws IOException, GeneralSecurityException {
        char[] secret = password.orElse("").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, secret);
        } catch (IOException failed) {
            // What KeyStore.load says of a wrong password, and of nothing else.
            if (failed.getCause() instanceof UnrecoverableKeyException) {
                throw new WrongPassword(failed);
            }
            throw failed;
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, secret) instanceof PrivateKey key && store.getCertificate(alias) != null) {
                return new SigningKey(key, store.getCertificate(alias).getPublicKey());
            }
        }
        throw new IllegalArgumentException("no private key with a certificate");
    }
}
