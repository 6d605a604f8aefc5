/** What a verification finds, by kind, and what its exit code is then. Begin with {@link io.seenby.cli.finding.Kind}. */
@NullMarked
package io.seenby.cli.finding;

import org.jspecify.annotations.NullMarked;
