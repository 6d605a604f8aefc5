/**
 * Questions of auditors: recorded first, then answered. Begin with {@link io.seenby.access.question.Questions}. The
 * process that faces auditors holds no key: whatever they may read is opened here, after their question is in the
 * ledger.
 */
@NullMarked
package io.seenby.access.question;

import org.jspecify.annotations.NullMarked;
