/**
 * The commands that start, show and stop the whole stack. {@link io.seenby.local.launch.UpCommand} is the place to
 * begin: it starts all parts, then watches them until one dies or somebody ends it. What runs is written to one file,
 * {@link io.seenby.local.launch.StackFile}, from which the other commands read.
 */
@NullMarked
package io.seenby.local.launch;

import org.jspecify.annotations.NullMarked;
