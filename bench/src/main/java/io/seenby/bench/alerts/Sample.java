package io.seenby.bench.alerts;

/** One breach: nanoseconds from before its POST until it was recorded, on the stream, on the topic. */
record Sample(long toRecorded, long toStream, long toTopic) {}
