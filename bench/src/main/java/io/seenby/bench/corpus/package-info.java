/**
 * Reports of a busy organisation, generated from a seed: the same seed and base time give the same bytes. No clock is
 * read. Begin with {@link io.seenby.bench.corpus.Corpus}.
 */
@NullMarked
package io.seenby.bench.corpus;

import org.jspecify.annotations.NullMarked;
