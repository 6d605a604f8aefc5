/**
 * Why an access is appropriate, or what speaks against it: begin with {@link io.seenby.core.explanation.Explainer}.
 *
 * <p>Explain first, flag second (Fabbri and LeFevre, "Explanation-Based Auditing", PVLDB 5(1), 2011): a path of facts from
 * the actor to the client is the explanation, and the entries that stated them are its evidence.
 */
@NullMarked
package io.seenby.core.explanation;

import org.jspecify.annotations.NullMarked;
