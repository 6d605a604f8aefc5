package io.seenby.bench.tamper;

/**
 * Where it is tried.
 *
 * @param where as people say it
 * @param at in the list of the partition's entries
 */
record Place(String where, int partition, int at) {}
