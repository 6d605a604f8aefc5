package io.seenby.access;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** What an operator may set. */
@ConfigMapping(prefix = "access")
public interface AccessSettings {

    /** Tink keyset (clear JSON, AEAD) that wraps all data keys. Without it nothing that was sealed can be read. */
    Optional<Path> kekFile();

    /** Tink keyset (clear JSON, MAC with Tink's prefix) that proves that a ledger value was written here. */
    Optional<Path> ledgerKeyFile();

    /** PEM with the private and the public Ed25519 key that signs receipts, and nothing else. */
    Optional<Path> receiptKeyFile();

    /**
     * Tink keyset (clear JSON, HPKE) that publishers seal their reports on Kafka to. Without it nothing is taken from Kafka.
     */
    Optional<Path> intakeKeyFile();

    Intake intake();

    Ledger ledger();

    Keys keys();

    Publishers publishers();

    Time time();

    Erasure erasure();

    StepUp stepUp();

    /** Limits of what is taken in. */
    interface Intake {

        /** One event, alone or in a batch. */
        @WithDefault("64K")
        MemorySize itemBytes();

        /** Events of one request. */
        @WithDefault("100000")
        int batchItems();

        /** One request. */
        @WithDefault("256M")
        MemorySize batchBytes();

        /** Estimated heap that events may hold between their arrival and their answer, over all requests. */
        @WithDefault("64M")
        MemorySize inFlightBytes();

        /** How far ahead of our clock an event may have happened. */
        @WithDefault("5m")
        Duration ahead();

        /** Threads for parsing, checking and sealing batches; 0: as many as there are processors. */
        @WithDefault("0")
        int threads();
    }

    /** How entries are appended. */
    interface Ledger {

        /** Where to. Explicit partitions, stamped with the broker's clock. */
        @WithDefault("access-ledger")
        String topic();

        /** How far our clock may be off the broker's before we refuse to append. */
        @WithDefault("5s")
        Duration clockTolerance();

        /** After a refusal for the clock or a broker that is down: when the next append is tried. */
        @WithDefault("1s")
        Duration retryAfter();
    }

    /** Who may report. */
    interface Publishers {

        /** How often the register is read on: so long may it be until a change made at another instance holds here. */
        @WithDefault("1s")
        Duration look();

        /**
         * How long the register may not have been read before nothing more is taken, since nobody knows who is suspended.
         */
        @WithDefault("30s")
        Duration patience();

        /** How often the ledger is told what it could not be told at once. */
        @WithDefault("5s")
        Duration tellAgain();
    }

    /** When a client may be erased, and how soon that holds everywhere. */
    interface Erasure {

        /** How long after it was asked for an erasure can be approved. */
        @WithDefault("72h")
        Duration approvedWithin();

        /**
         * For how long after a client's last disclosure the client is not erased: whoever asks has a right to an accounting of
         * the six years before (45 CFR 164.528(a)(1)). P0D where no such duty holds.
         */
        @WithDefault("P6Y")
        Period accounting();

        /** How often an instance looks whose keys were destroyed: so long may it still hold one in memory. */
        @WithDefault("1s")
        Duration look();

        /** How long an instance may not have looked before it drops every client's key from memory. */
        @WithDefault("10s")
        Duration patience();

        /** For how long the approval of an erasure waits for the erasure itself. */
        @WithDefault("10s")
        Duration awaited();
    }

    /** How a person must have logged in for what no mere session may do (RFC 9470). */
    interface StepUp {

        /** Levels of authentication ({@code acr}) that are strong enough, by the issuer's names. */
        @WithDefault("mfa")
        List<String> acrValues();

        /** How long ago the login ({@code auth_time}) may be. */
        @WithDefault("5m")
        Duration maxAge();
    }

    /** How time is told to the rules that speak of silence. */
    interface Time {

        /** How often it is looked whether a deadline has passed. */
        @WithDefault("5s")
        Duration look();

        /** How often a tenant is told the time at most. */
        @WithDefault("1m")
        Duration atMostEvery();

        /** Instances of publishers whose deadlines are remembered; at most 10 KiB each. */
        @WithDefault("2000")
        int instances();
    }

    /** Data keys held in memory. */
    interface Keys {

        /** Clients whose data key is held; about 300 bytes each. */
        @WithDefault("200000")
        int cachedClients();

        /** Tenants whose keys are held. */
        @WithDefault("1000")
        int cachedTenants();
    }
}
