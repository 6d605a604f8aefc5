package io.seenby.ground;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Asks once before the start. Brokers or a database that do not answer are no reason to refuse (law 7): the question is then
 * asked again until somebody answers, while the service waits for them too.
 */
public final class Ground {

    /** EX_CONFIG of sysexits.h. */
    public static final int EXIT_CODE = 78;

    private static final long AGAIN_MILLIS = 3_000;

    private Ground() {}

    /** Something that is asked of brokers or database. */
    public interface Question {

        /** Why we cannot build on it, in one sentence; throws if nobody answers. */
        Optional<String> refusal() throws SQLException, TimeoutException, InterruptedException;
    }

    private enum Answer {
        FIRM,
        REFUSED,
        NOBODY_ANSWERS
    }

    /**
     * Says what is refused on standard error, and has the process ended with {@link #EXIT_CODE}.
     *
     * @param now ends it before the service starts
     * @param later ends the service that runs
     */
    public static void require(Question question, Runnable now, Runnable later) {
        switch (ask(question)) {
            case FIRM -> {}
            case REFUSED -> now.run();
            case NOBODY_ANSWERS -> Thread.ofPlatform().daemon().name("ground").start(() -> askAgain(question, later));
        }
    }

    private static void askAgain(Question question, Runnable later) {
        Answer answer = Answer.NOBODY_ANSWERS;
        while (answer == Answer.NOBODY_ANSWERS) {
            try {
                Thread.sleep(AGAIN_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            answer = ask(question);
        }
        if (answer == Answer.REFUSED) {
            later.run();
        }
    }

    private static Answer ask(Question question) {
        try {
            Optional<String> refusal = question.refusal();
            refusal.ifPresent(System.err::println);
            return refusal.isPresent() ? Answer.REFUSED : Answer.FIRM;
        } catch (SQLException | TimeoutException nobody) {
            return Answer.NOBODY_ANSWERS;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.FIRM;
        }
    }
}
