/**
 * One working day at a law firm and a hospital, with the accidents that SeenBy is for.
 *
 * <p>Begin with {@link io.seenby.local.demo.WorkingDay}: what happens, in order. {@link
 * io.seenby.local.demo.DemoTraffic} sends it to a running stack, through the same door as any publisher.
 */
@NullMarked
package io.seenby.local.demo;

import org.jspecify.annotations.NullMarked;
