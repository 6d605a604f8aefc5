package io.seenby.audit.query;

import io.quarkus.arc.Arc;
import io.seenby.audit.checkpoint.CheckpointBoard;
import io.seenby.audit.checkpoint.Published;
import io.seenby.audit.checkpoint.TreeName;
import java.util.Optional;

/** Waits for what the running service publishes by itself. */
final class Checkpoints {

    private static final long LIMIT_NANOS = 20_000_000_000L;

    private Checkpoints() {}

    /** The checkpoint that covers all that the story has told. */
    static Published awaitOf(ViewsStory story) {
        CheckpointBoard board = Arc.container().instance(CheckpointBoard.class).get();
        long limit = System.nanoTime() + LIMIT_NANOS;
        while (System.nanoTime() < limit) {
            Optional<Published> published = board.latest(TreeName.originOf(story.name()));
            if (published.isPresent() && published.get().checkpoint().size() == story.position()) {
                return published.get();
            }
            pause();
        }
        throw new AssertionError("no checkpoint of " + story.name() + " was published");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
