package io.seenby.access.http;

/**
 * Cuts a body into its items as it arrives, whatever the pieces it arrives in. Holds at most one item. It finds where
 * items end and no more: whether an item is JSON is seen when it is read.
 */
sealed interface ItemSplitter permits LineSplitter, ArraySplitter {

    /** Told what is found, in order. */
    interface Items {

        /** The next item, without the white space around it. */
        void item(byte[] text);

        /** The next item has more bytes than an item may; it was skipped. */
        void tooLarge();

        /** From here on nothing can be told apart. Said at most once, and nothing after it. */
        void broken(String why, long at);
    }

    void feed(byte[] piece, Items items);

    /** The body is over. */
    void end(Items items);
}
