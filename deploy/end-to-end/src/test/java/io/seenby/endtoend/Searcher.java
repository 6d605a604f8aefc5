package io.seenby.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for thousands of byte strings at once, in one pass. Not for threads. */
final class Searcher {

    /** Each has as many bytes at least. */
    private static final int SHORTEST = 8;

    private static final int BUFFER = 1 << 20;
    private static final int FILTER_BITS = 22;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private record Wanted(String name, byte[] bytes) {}

    private final Map<Long, List<Wanted>> byBeginning = new HashMap<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);
    private int longest = SHORTEST;

    Searcher(Map<String, byte[]> wanted) {
        wanted.forEach((name, bytes) -> {
            if (bytes.length < SHORTEST) {
                throw new IllegalArgumentException(name + " is too short to be looked for");
            }
            long beginning = (long) LONG.get(bytes, 0);
            byBeginning.computeIfAbsent(beginning, none -> new ArrayList<>()).add(new Wanted(name, bytes));
            filter.set(slot(beginning));
            longest = Math.max(longest, bytes.length);
        });
    }

    /** Names of what was found, with some of what stands around it. */
    List<String> in(byte[] bytes) {
        List<String> found = new ArrayList<>();
        search(bytes, bytes.length, found);
        return found;
    }

    List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #in(byte[])}; what lies across two readings may be named twice. Nothing, if the file is gone. */
    List<String> in(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return in(stream);
        } catch (NoSuchFileException goneMeanwhile) {
            return List.of();
        }
    }

    private List<String> in(InputStream stream) throws IOException {
        List<String> found = new ArrayList<>();
        byte[] buffer = new byte[BUFFER];
        int kept = 0;
        int read = stream.readNBytes(buffer, 0, BUFFER);
        while (read > 0) {
            int filled = kept + read;
            search(buffer, filled, found);
            kept = Math.min(filled, longest - 1);
            System.arraycopy(buffer, filled - kept, buffer, 0, kept);
            read = stream.readNBytes(buffer, kept, BUFFER - kept);
        }
        return found;
    }

    private void search(byte[] bytes, int length, List<String> found) {
        for (int at = 0; at + SHORTEST <= length; at++) {
            long beginning = (long) LONG.get(bytes, at);
            if (filter.get(slot(beginning))) {
                for (Wanted wanted : byBeginning.getOrDefault(beginning, List.of())) {
                    int end = at + wanted.bytes().length;
                    if (end <= length && Arrays.equals(bytes, at, end, wanted.bytes(), 0, wanted.bytes().length)) {
                        found.add(wanted.name() + " in <<" + around(bytes, at, end, length) + ">>");
                    }
                }
            }
        }
    }

    private static int slot(long beginning) {
        return (int) ((beginning * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }

    private static String around(byte[] bytes, int from, int to, int length) {
        int begin = Math.max(0, from - 80);
        int end = Math.min(length, to + 40);
        return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1).replaceAll("\\p{Cntrl}", ".");
    }
}
