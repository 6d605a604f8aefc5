package io.seenby.access.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.quarkus.runtime.PreventFurtherStepsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Reads a keyset file, or ends the start of the service with one sentence. */
final class KeyFile {

    private KeyFile() {}

    static <P> P read(Optional<Path> file, String variable, Class<P> primitive) {
        Path path = file.orElseThrow(
                () -> new PreventFurtherStepsException("access-service cannot start: " + variable + " is not set.", 1));
        try {
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(path), InsecureSecretKeyAccess.get());
            return keyset.getPrimitive(RegistryConfiguration.get(), primitive);
        } catch (IOException unreadable) {
            throw refusal(variable, path, "cannot be read");
        } catch (GeneralSecurityException notAKeyset) {
            throw refusal(variable, path, "is no keyset for this use");
        }
    }

    private static PreventFurtherStepsException refusal(String variable, Path path, String why) {
        return new PreventFurtherStepsException(
                "access-service cannot start: the file " + path + " (" + variable + ") " + why + ".", 1);
    }
}
