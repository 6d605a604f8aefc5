package io.seenby.access.sealing;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Shut from the start until what the ledger says of erasures was done to the table of keys: a backup may have brought back
 * keys that were destroyed. While it is shut no client's text is sealed or opened.
 */
@ApplicationScoped
public class KeyGate {

    private volatile boolean open;

    /** For good: from now on the ledger is followed. */
    public void open() {
        open = true;
    }

    public boolean isOpen() {
        return open;
    }
}
