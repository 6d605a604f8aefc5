/**
 * The witness: it remembers how large each log was when it last looked, and cosigns a checkpoint only if the log proves
 * that it has grown from there and lost nothing. Whoever wants to show two people two different ledgers then needs the
 * witness too.
 *
 * <p>Begin with {@link io.seenby.cli.witness.Witness}, which decides; {@link io.seenby.cli.witness.WitnessState} keeps
 * what it cosigned and {@link io.seenby.cli.witness.WitnessServer} speaks HTTP. The protocol is C2SP tlog-witness.
 */
@NullMarked
package io.seenby.cli.witness;

import org.jspecify.annotations.NullMarked;
