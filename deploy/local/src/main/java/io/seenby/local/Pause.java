package io.seenby.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that gives no notice. */
public final class Pause {
    private static final Duration STEP = Duration.ofMillis(20);

    private Pause() {}

    /** An interrupt ends the pause early and stays set. */
    public static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** True as soon as the condition holds; false when it doesn't within the limit or the thread is interrupted. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return condition.getAsBoolean();
            }
            of(STEP);
        }
        return true;
    }
}
