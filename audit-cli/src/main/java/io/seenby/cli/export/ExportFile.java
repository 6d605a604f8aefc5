package io.seenby.cli.export;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link ExportWriter} wrote. Opening it walks over the heads of its blocks, one a mebibyte, so that a file that
 * was cut off is refused before anything is said of it; each block's checksum is compared when it is read.
 */
public final class ExportFile implements LedgerSource {

    private static final int RECORD_HEAD = Long.BYTES + 3 * Integer.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final List<Block> notes = new ArrayList<>();
    private final List<Extent> extents = new ArrayList<>();
    private final List<List<Block>> records = new ArrayList<>();
    private final long size;
    private Instant asOf = Instant.EPOCH;
    private boolean complete;
    private boolean notesRead;
    private byte[] payload = new byte[Block.FULL * 2];
    private volatile long done;

    private ExportFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    /** Throws {@link SourceUnreadable} if it is not there, not an export or not all of one. */
    public static ExportFile open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                ExportFile opened = new ExportFile(file, channel);
                opened.index();
                return opened;
            } catch (IOException | RuntimeException failed) {
                channel.close();
                throw failed;
            }
        } catch (IOException unreadable) {
            throw new SourceUnreadable("The export " + file + " cannot be read.", unreadable);
        }
    }

    private void index() throws IOException {
        byte[] magic = new byte[Block.MAGIC.length];
        fill(ByteBuffer.wrap(magic), 0);
        if (!Arrays.equals(magic, Block.MAGIC)) {
            throw new SourceUnreadable("The file " + file + " is no export of a ledger, or one of another version.");
        }
        long at = magic.length;
        ByteBuffer head = ByteBuffer.allocate(Block.HEADER);
        while (at < size && !complete) {
            fill(head.clear(), at);
            Block block = new Block(head.get(0), at + Block.HEADER, head.getInt(1), head.getInt(5));
            if (block.length() < 0 || block.length() > Block.LONGEST) {
                throw damaged(at);
            }
            sort(block);
            at = block.at() + block.length();
        }
        if (!complete || at != size) {
            throw new SourceUnreadable(
                    "The export " + file + " does not end where it should: it was cut off or added to.");
        }
    }

    private void sort(Block block) throws IOException {
        switch (block.type()) {
            case Block.START -> asOf = Instant.ofEpochMilli(read(block).getLong());
            case Block.NOTES -> notes.add(block);
            case Block.EXTENT -> {
                ByteBuffer extent = read(block);
                extents.add(new Extent(extent.getInt(), extent.getLong()));
                records.add(new ArrayList<>());
            }
            case Block.RECORDS -> {
                if (records.isEmpty()) {
                    throw damaged(block.at());
                }
                records.get(records.size() - 1).add(block);
            }
            case Block.END -> {
                read(block);
                complete = true;
            }
            default -> throw damaged(block.at());
        }
    }

    /** Its payload, in memory that the next one overwrites. */
    private ByteBuffer read(Block block) throws IOException {
        if (payload.length < block.length()) {
            payload = new byte[block.length()];
        }
        ByteBuffer bytes = ByteBuffer.wrap(payload, 0, block.length());
        fill(bytes, block.at());
        if (Block.checksum(payload, block.length()) != block.checksum()) {
            throw damaged(block.at());
        }
        return bytes.flip();
    }

    private void fill(ByteBuffer bytes, long from) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, at);
            if (count < 0) {
                throw new SourceUnreadable("The export " + file + " ends in the middle: it was cut off.");
            }
            at += count;
        }
    }

    private SourceUnreadable damaged(long at) {
        return new SourceUnreadable("The export " + file + " is damaged at byte " + at + ".");
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public void checkpoints(Notes sink) {
        if (notesRead) {
            return;
        }
        notesRead = true;
        for (Block block : notes) {
            walk(block, bytes -> {
                long offset = bytes.getLong();
                byte[] note = new byte[within(bytes, bytes.getInt(), block)];
                bytes.get(note);
                sink.note(offset, note);
            });
        }
    }

    @Override
    public List<Extent> partitions() {
        return List.copyOf(extents);
    }

    @Override
    public void records(Extent partition, Records sink) {
        RecordView view = new RecordView();
        for (Block block : records.get(extents.indexOf(partition))) {
            walk(block, bytes -> {
                if (bytes.remaining() < RECORD_HEAD) {
                    throw damaged(block.at() + bytes.position());
                }
                show(bytes, view, block);
                sink.record(view);
            });
            done += Block.HEADER + block.length();
        }
    }

    private void show(ByteBuffer bytes, RecordView view, Block block) {
        view.at(bytes.getLong());
        int key = bytes.getInt();
        int mac = bytes.getInt();
        int value = bytes.getInt();
        view.key(payload, skip(bytes, key, block), key);
        view.mac(payload, skip(bytes, mac, block), mac);
        view.value(payload, skip(bytes, value, block), value);
    }

    /** Where so many bytes begin. */
    private int skip(ByteBuffer bytes, int length, Block block) {
        int from = bytes.position();
        bytes.position(from + within(bytes, length == RecordView.NONE ? 0 : length, block));
        return from;
    }

    /** The length, if there are so many bytes left. */
    private int within(ByteBuffer bytes, int length, Block block) {
        if (length < 0 || length > bytes.remaining()) {
            throw damaged(block.at() + bytes.position());
        }
        return length;
    }

    private interface Walker {
        void next(ByteBuffer bytes);
    }

    private void walk(Block block, Walker walker) {
        try {
            ByteBuffer bytes = read(block);
            while (bytes.hasRemaining()) {
                walker.next(bytes);
            }
        } catch (BufferUnderflowException wrongLength) {
            throw damaged(block.at());
        } catch (IOException failed) {
            throw new SourceUnreadable("The export " + file + " cannot be read.", failed);
        }
    }

    @Override
    public double part() {
        return size == 0 ? 0 : Math.min(1, (double) done / size);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException stillOpen) {
            throw new SourceUnreadable("The export " + file + " cannot be closed.", stillOpen);
        }
    }
}
