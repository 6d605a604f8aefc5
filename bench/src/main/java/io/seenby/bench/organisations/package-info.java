/**
 * Whole organisations with some weeks of work, generated from a seed: who works there, who their clients are, what ties
 * them, what is unusual but right, and what is wrong. What is planted stands in a truth file, one line for each access
 * that was. The same wish gives the same bytes; no clock is read.
 *
 * <p>Nothing here knows the rules of detection: only the contract's JSON is shared with them, so that the figures say
 * something. Begin with {@link io.seenby.bench.organisations.OrganisationCorpus}; {@code docs/detection-corpus.md}
 * describes files and kinds.
 */
@NullMarked
package io.seenby.bench.organisations;

import org.jspecify.annotations.NullMarked;
