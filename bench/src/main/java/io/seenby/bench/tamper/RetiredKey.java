package io.seenby.bench.tamper;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import io.seenby.bench.stack.BenchStack;
import io.seenby.local.KafkaBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;

/**
 * The stack's first ledger key, which got into other hands, and the file by which an operator rotates it out: it is
 * disabled there, behind it stands the key that is used from then on.
 */
record RetiredKey(Path file, Mac mac) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    static RetiredKey of(BenchStack stack) throws IOException {
        try {
            MacConfig.register();
            Path before = stack.local().keysets().ledgerMac();
            KeysetHandle.Entry old = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(before), InsecureSecretKeyAccess.get())
                    .getAt(0);
            KeysetHandle alone = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(old.getKey())
                            .withFixedId(old.getId())
                            .makePrimary())
                    .build();
            KeysetHandle rotated = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(old.getKey())
                            .withFixedId(old.getId())
                            .setStatus(KeyStatus.DISABLED))
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedMacParameters.HMAC_SHA256_256BITTAG)
                            .withRandomId()
                            .makePrimary())
                    .build();
            Path file = Files.writeString(
                    stack.file("ledger-mac-rotated.json"),
                    TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get()));
            return new RetiredKey(file, alone.getPrimitive(RegistryConfiguration.get(), Mac.class));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot make a keyset", impossible);
        }
    }

    /** Returns when every partition has been told of the key that comes after it. */
    void awaitAccepted(BenchStack stack) throws Exception {
        await(stack, "SELECT count(*) FROM keys.ledger_keys WHERE state = 'accepted'", 2);
    }

    /** Returns when no partition takes it any more. */
    void awaitRetired(BenchStack stack) throws Exception {
        await(stack, "SELECT count(*) FROM keys.ledger_keys WHERE state = 'retired'", 1);
    }

    private static void await(BenchStack stack, String count, int keys) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        try (Connection connection = stack.local().postgres().connect("postgres");
                PreparedStatement select = connection.prepareStatement(count)) {
            while (Instant.now().isBefore(limit)) {
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == (long) keys * KafkaBroker.DEFAULT_PARTITIONS) {
                        return;
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the ledger keys were not rotated within " + LIMIT);
    }

    /** What proves a value, for whoever still believes this key. */
    byte[] proof(byte[] value) {
        try {
            return mac.computeMac(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
