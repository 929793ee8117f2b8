package danvan.desk.port;

import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Turn;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The questions that the office has to do with, and its answers that are kept for others, by the very decisions of the chat.
 * Who asked is not told. Implementations are safe for use by several threads.
 */
public interface QuestionOffice {

    /**
     * A question.
     *
     * @param key by which it is asked for
     * @param unit what the asker's unit is called
     * @param outcome the key of the text that says what the bot had to say
     * @param handed whether the asker handed it over
     * @param notUseful whether the asker found the answer of no use
     * @param alike how many of those that wait are like it, itself counted
     */
    record Line(
            String key,
            Instant at,
            String unit,
            String question,
            String outcome,
            boolean handed,
            boolean notUseful,
            int alike) {}

    /** An answer that is kept for others, or waits to be approved for them. */
    record Kept(
            String key,
            String question,
            String text,
            String office,
            LocalDate writtenOn,
            LocalDate expiresOn,
            boolean approved) {}

    /**
     * What there is to be seen to.
     *
     * @param open the like together, the most asked first
     * @param waiting to be approved
     * @param ending soon to be shown no more
     * @param kept all that are shown today
     */
    record Lists(List<Line> open, List<Kept> waiting, List<Kept> ending, List<Kept> kept) {}

    Lists lists(Instant now);

    /** A passage of the library. */
    record Nearest(String heading, String document, String text) {}

    /** A reply of the office. */
    record Told(String text, String office, Instant at) {}

    /**
     * One question.
     *
     * @param language that it is spoken to the asker in
     * @param nearest the passages that the bot had found, the best first
     * @param months for how long an answer may be kept
     * @param longest how long a reply may be
     */
    record Sheet(
            Line line,
            Language language,
            List<Nearest> nearest,
            Optional<Told> reply,
            Optional<Kept> kept,
            List<Integer> months,
            int longest) {}

    /**
     * Words under which a passage is found, once an administrator approved them.
     *
     * @param place the passage, in words
     * @param source how it became known, in words
     */
    record Learned(String key, String words, String place, String source, Instant at, boolean approved) {}

    /** Those that wait first, then those in use. */
    List<Learned> learned(Texts.Phrases words);

    /** How many answers and words wait to be approved. */
    long toApprove();

    /** An administrator approves learned words, or takes them back. */
    Answered<Decided> learn(Turn turn, boolean approve, String key);

    /** One that the office has to do with. */
    Optional<Sheet> sheet(String key);

    /** Something done with a question, or with the answer to it. */
    enum Act {
        /** The words go to the asker. */
        REPLY,
        /** The reply is shown to others for some months; an administrator's is approved with it. */
        KEEP,
        APPROVE,
        /** The answer is shown to others no more, or not at all. */
        END,
        /** It and those like it are no question for the office; whoever handed one over is replied to all the same. */
        DISMISS
    }

    /**
     * Does it.
     *
     * @param words the reply
     * @param months for {@link Act#KEEP}
     */
    Answered<Decided> act(Turn turn, Act act, String key, String words, int months);
}
