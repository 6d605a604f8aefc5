package io.seenby.cli.verify;

import io.seenby.cli.export.RecordView;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;

/** Who else looks at every entry while the log is read. */
public interface Leaves extends GrowingTree.Observer {

    /**
     * An entry at its place; the subtrees that it completed were handed over just before.
     *
     * @param tenant {@link Origins#STRANGERS} if it belongs to none
     * @param record changes when this returns
     */
    void leaf(String tenant, int partition, long index, RecordView record, Hash leaf);
}
