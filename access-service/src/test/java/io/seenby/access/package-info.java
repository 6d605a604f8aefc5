/** Tests against the real stack: {@link io.seenby.access.Stack} starts it, {@link io.seenby.access.Client} speaks to it. */
package io.seenby.access;
