package io.seenby.access.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.seenby.core.ledger.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Reads a key file, or ends the start of the service with one sentence. */
public final class KeyFile {

    private KeyFile() {}

    /** A Tink keyset in clear JSON. */
    static <P> P read(Optional<Path> file, String variable, Class<P> primitive) {
        try {
            return keyset(file, variable).getPrimitive(RegistryConfiguration.get(), primitive);
        } catch (GeneralSecurityException unfit) {
            throw unfit(file, variable);
        }
    }

    /** A Tink keyset in clear JSON, for whatever use. */
    public static KeysetHandle keyset(Optional<Path> file, String variable) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(text(file, variable), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException notAKeyset) {
            throw unfit(file, variable);
        }
    }

    public static PreventFurtherStepsException unfit(Optional<Path> file, String variable) {
        return refusal(variable, file.orElseThrow(), "is no keyset for this use");
    }

    /** PEM with both halves of an Ed25519 key. */
    public static SigningKey signing(Optional<Path> file, String variable) {
        String pem = text(file, variable);
        try {
            return SigningKey.ofPem(pem);
        } catch (IllegalArgumentException notAPair) {
            throw refusal(variable, file.orElseThrow(), "holds no Ed25519 key pair in PEM");
        }
    }

    private static String text(Optional<Path> file, String variable) {
        Path path = file.orElseThrow(
                () -> new PreventFurtherStepsException("access-service cannot start: " + variable + " is not set.", 1));
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw refusal(variable, path, "cannot be read");
        }
    }

    private static PreventFurtherStepsException refusal(String variable, Path path, String why) {
        return new PreventFurtherStepsException(
                "access-service cannot start: the file " + path + " (" + variable + ") " + why + ".", 1);
    }
}
