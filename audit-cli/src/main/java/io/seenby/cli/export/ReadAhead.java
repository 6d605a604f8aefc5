package io.seenby.cli.export;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads the next block while this one is looked at: reading and checking take a third as long as hashing. */
final class ReadAhead implements AutoCloseable {

    /** Reads a block into memory that may be reused, or into new memory if that is too small. */
    interface Loader {
        byte[] load(Block block, byte[] reusable);
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("read-ahead").factory());
    private final Iterator<Block> blocks;
    private final Loader loader;
    private byte[] spare = new byte[Block.FULL * 2];
    private CompletableFuture<byte[]> coming;

    ReadAhead(List<Block> blocks, Loader loader) {
        this.blocks = blocks.iterator();
        this.loader = loader;
        this.coming = begin(new byte[Block.FULL * 2]);
    }

    private CompletableFuture<byte[]> begin(byte[] into) {
        return blocks.hasNext()
                ? CompletableFuture.supplyAsync(() -> loader.load(blocks.next(), into), thread)
                : CompletableFuture.completedFuture(into);
    }

    /** The next block's payload, until the one after it is asked for. One call a block. */
    byte[] next() {
        byte[] payload;
        try {
            payload = coming.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof SourceUnreadable why ? why : failed;
        }
        coming = begin(spare);
        spare = payload;
        return payload;
    }

    @Override
    public void close() {
        coming.exceptionally(failed -> spare).join();
        thread.shutdown();
    }
}
