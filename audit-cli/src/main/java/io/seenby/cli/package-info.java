/**
 * The program of those who do not take the services' word: one command each, no framework, nothing of the services but
 * their public keys. Begin with {@link io.seenby.cli.AuditCli}.
 */
@NullMarked
package io.seenby.cli;

import org.jspecify.annotations.NullMarked;
