/**
 * Where a service's time goes: the JVM's own flight recorder looks at the running process, and what it saw is added up
 * by part of the program. Begin with {@link io.seenby.bench.profile.Profile}.
 */
@NullMarked
package io.seenby.bench.profile;

import org.jspecify.annotations.NullMarked;
