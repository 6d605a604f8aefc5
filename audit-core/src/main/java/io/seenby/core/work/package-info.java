/**
 * What people have done with an alert. Begin with {@link io.seenby.core.work.AlertWork}. Whether an act counts at all is for
 * {@link io.seenby.core.detection.Rules} to say, which knows the alert.
 */
@NullMarked
package io.seenby.core.work;

import org.jspecify.annotations.NullMarked;
