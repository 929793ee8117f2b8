package danvan.storage;

import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * One round of a thread that must live as long as the bot. Whatever the round throws ends with the round, {@link Error}s
 * as well: a text that overflows the stack or a file that takes all memory would otherwise end the thread for good, and
 * what the thread does is done by nobody from then on.
 */
public final class LastingWork {
    /** What is done in a round. */
    @FunctionalInterface
    public interface Round {
        void run() throws Exception;
    }

    private LastingWork() {}

    /**
     * Does a round and tells the operator, in one line, where it fails; a database that is away has told it itself.
     *
     * @param what the work as the log calls it
     * @return whether it went well
     */
    public static boolean survive(Logger log, String what, Round round) {
        try {
            round.run();
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Throwable failure) {
            failed(log, what, failure);
            return false;
        }
    }

    private static void failed(Logger log, String what, Throwable failure) {
        if (failure instanceof Error error) {
            log.error("{}: {}; trying again", what, words(error));
            MemoryShortage.note(error);
        } else if (!DatabaseAway.causes(failure)) {
            log.error("{}: {}; trying again", what, failure.getMessage(), failure);
        }
    }

    /** A failure in one line: an overflowed stack has a thousand lines, all alike, and the first of ours tells. */
    public static String words(Throwable failure) {
        Optional<String> place = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("danvan."))
                .findFirst()
                .map(frame -> " at " + frame);
        return failure + place.orElse("");
    }
}
