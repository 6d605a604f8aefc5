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

    private final Path file;
    private final FileChannel channel;
    private final List<Block> notes = new ArrayList<>();
    private final List<Extent> extents = new ArrayList<>();
    private final List<List<Block>> records = new ArrayList<>();
    private final long size;
    private Instant asOf = Instant.EPOCH;
    private boolean complete;
    private boolean notesRead;
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

    private void sort(Block block) {
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

    private ByteBuffer read(Block block) {
        return ByteBuffer.wrap(load(block, new byte[block.length()]), 0, block.length());
    }

    /** For any thread. */
    private byte[] load(Block block, byte[] reusable) {
        byte[] payload = reusable.length < block.length() ? new byte[block.length()] : reusable;
        try {
            fill(ByteBuffer.wrap(payload, 0, block.length()), block.at());
        } catch (IOException failed) {
            throw new SourceUnreadable("The export " + file + " cannot be read.", failed);
        }
        if (Block.checksum(payload, block.length()) != block.checksum()) {
            throw damaged(block.at());
        }
        return payload;
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
            walk(block, read(block), bytes -> {
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
        List<Block> blocks = records.get(extents.indexOf(partition));
        try (ReadAhead ahead = new ReadAhead(blocks, this::load)) {
            for (Block block : blocks) {
                byte[] payload = ahead.next();
                walk(block, ByteBuffer.wrap(payload, 0, block.length()), bytes -> {
                    show(bytes, payload, view, block);
                    sink.record(view);
                });
                done += Block.HEADER + block.length();
            }
        }
    }

    private void show(ByteBuffer bytes, byte[] payload, RecordView view, Block block) {
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

    private void walk(Block block, ByteBuffer bytes, Walker walker) {
        try {
            while (bytes.hasRemaining()) {
                walker.next(bytes);
            }
        } catch (BufferUnderflowException wrongLength) {
            throw damaged(block.at());
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
