/** What people do with an alert becomes an entry: {@link io.seenby.access.work.AlertWork}. */
@NullMarked
package io.seenby.access.work;

import org.jspecify.annotations.NullMarked;
