/**
 * What each rule looks for, and how often people found it right: {@link io.seenby.audit.rule.RulesResource}.
 */
@NullMarked
package io.seenby.audit.rule;

import org.jspecify.annotations.NullMarked;
