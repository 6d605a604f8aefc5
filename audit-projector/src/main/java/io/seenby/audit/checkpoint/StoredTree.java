package io.seenby.audit.checkpoint;

import io.seenby.core.ledger.Frontier;

/** A tree as it is stored. */
record StoredTree(TreeName name, Frontier frontier) {

    long size() {
        return frontier.size();
    }
}
