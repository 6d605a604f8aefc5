package io.seenby.cli.export;

import io.seenby.cli.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a ledger into one file: to a draft beside it, which gets its name when it is complete and on disk.
 *
 * <p>The format, all numbers big-endian: {@code SEENBY}, 0, 1; then blocks of a byte for the type, an int for the length
 * of the payload, an int for its CRC-32C, and the payload:
 * <ul>
 *   <li>{@code N}, checkpoints in the order of their topic: offset (long), length (int), note;</li>
 *   <li>{@code S}, once, before the log: a long, when it was looked at in milliseconds since 1970;</li>
 *   <li>{@code X}, before a partition's records: partition (int), first offset that was not looked at (long);</li>
 *   <li>{@code R}, records of the partition named last, in the order of their offsets: offset (long), lengths of key, MAC
 *       and value (int each, -1 if it is not there), then these three;</li>
 *   <li>{@code E}, the last: a long, how many notes and records there are.</li>
 * </ul>
 */
public final class ExportWriter {

    private final FileChannel channel;
    private byte[] payload = new byte[Block.FULL + Block.FULL];
    private int length;
    private long count;

    private ExportWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Throws {@link Refused} if the file is there already or cannot be written. Answers how many records it has. */
    public static long write(LedgerSource source, Path file) {
        if (Files.exists(file)) {
            throw new Refused("The file " + file + " is there already and is left as it is.");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            long records;
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                records = new ExportWriter(channel).writeAll(source);
                channel.force(true);
            }
            Files.move(draft, file);
            return records;
        } catch (FileAlreadyExistsException there) {
            throw new Refused("The file " + file + " is there already and is left as it is.", there);
        } catch (IOException | UncheckedIOException failed) {
            throw new Refused("The file " + file + " cannot be written: " + failed.getMessage() + ".", failed);
        }
    }

    private long writeAll(LedgerSource source) throws IOException {
        channel.write(ByteBuffer.wrap(Block.MAGIC));
        // The checkpoints first: what is read of the log afterwards covers them.
        source.checkpoints(this::put);
        endBlock(Block.NOTES);
        List<LedgerSource.Extent> partitions = source.partitions();
        putLong(source.asOf().toEpochMilli());
        endBlock(Block.START);
        long notes = count;
        for (LedgerSource.Extent extent : partitions) {
            putInt(extent.partition());
            putLong(extent.end());
            endBlock(Block.EXTENT);
            source.records(extent, this::put);
            endBlock(Block.RECORDS);
        }
        putLong(count);
        endBlock(Block.END);
        return count - notes;
    }

    private void put(long offset, byte[] note) {
        putLong(offset);
        putInt(note.length);
        putBytes(note, 0, note.length);
        count++;
        if (length >= Block.FULL) {
            endBlock(Block.NOTES);
        }
    }

    private void put(RecordView record) {
        putLong(record.offset());
        putInt(record.keyLength());
        putInt(record.macLength());
        putInt(record.valueLength());
        putBytes(record.keyBytes(), record.keyFrom(), Math.max(0, record.keyLength()));
        putBytes(record.mac(), 0, record.mac().length);
        putBytes(record.valueBytes(), record.valueFrom(), record.hashedLength());
        count++;
        if (length >= Block.FULL) {
            endBlock(Block.RECORDS);
        }
    }

    private void putInt(int value) {
        reserve(Integer.BYTES);
        ByteBuffer.wrap(payload).putInt(length, value);
        length += Integer.BYTES;
    }

    private void putLong(long value) {
        reserve(Long.BYTES);
        ByteBuffer.wrap(payload).putLong(length, value);
        length += Long.BYTES;
    }

    private void putBytes(byte[] bytes, int from, int count) {
        reserve(count);
        System.arraycopy(bytes, from, payload, length, count);
        length += count;
    }

    private void reserve(int more) {
        if (length + more > payload.length) {
            payload = Arrays.copyOf(payload, Math.max(payload.length * 2, length + more));
        }
    }

    /** Nothing is written if nothing is in it. */
    private void endBlock(byte type) {
        if (length == 0) {
            return;
        }
        try {
            ByteBuffer header = Block.header(type, payload, length);
            ByteBuffer body = ByteBuffer.wrap(payload, 0, length);
            while (header.hasRemaining()) {
                channel.write(header);
            }
            while (body.hasRemaining()) {
                channel.write(body);
            }
            length = 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
