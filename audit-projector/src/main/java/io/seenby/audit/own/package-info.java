/**
 * What clients ask about themselves: who looked at my information, when and why.
 *
 * <p>Begin with {@link io.seenby.audit.own.OwnAccessesResource}. {@link io.seenby.audit.own.Access} is what is known of
 * one access without anybody's name, id or ref, {@link io.seenby.audit.own.Sentence} says it in plain words.
 */
@NullMarked
package io.seenby.audit.own;

import org.jspecify.annotations.NullMarked;
