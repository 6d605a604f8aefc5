package io.seenby.bench.http;

import java.nio.charset.StandardCharsets;

/** Counts a word in bytes that come piece by piece. The word begins with a byte that occurs nowhere else but at its end. */
final class Needle {
    private final byte[] word;
    private int matched;
    private long count;

    Needle(String word) {
        this.word = word.getBytes(StandardCharsets.US_ASCII);
    }

    void see(byte b) {
        if (b == word[matched]) {
            matched++;
            if (matched == word.length) {
                count++;
                matched = 0;
            }
        } else {
            matched = b == word[0] ? 1 : 0;
        }
    }

    /** How often the word was seen since this was called last. */
    long take() {
        long taken = count;
        count = 0;
        matched = 0;
        return taken;
    }
}
