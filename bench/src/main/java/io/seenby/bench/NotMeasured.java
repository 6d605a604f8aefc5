package io.seenby.bench;

/** The benchmark could not measure what it is meant to; the message is a sentence for people. */
public final class NotMeasured extends RuntimeException {
    public NotMeasured(String sentence) {
        super(sentence);
    }

    public NotMeasured(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
