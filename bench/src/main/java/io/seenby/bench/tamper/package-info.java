/**
 * Tries what somebody could do to a ledger who has the broker's disks, the database's password or even a signing key, and
 * says for each attempt whether it is noticed, and by what. Begin with {@link io.seenby.bench.tamper.Tamper}; the attempts
 * on the log stand in {@link io.seenby.bench.tamper.OnTheLog}, those on signatures in
 * {@link io.seenby.bench.tamper.OnCheckpoints}, what nobody can notice in {@link io.seenby.bench.tamper.Limits}.
 */
@NullMarked
package io.seenby.bench.tamper;

import org.jspecify.annotations.NullMarked;
