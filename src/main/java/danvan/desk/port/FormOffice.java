package danvan.desk.port;

import danvan.chat.Person;
import danvan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The report forms for the desk: what they ask, and how it is to fill one in. What is tried is kept nowhere: its state goes to
 * the page and comes back. Implementations are safe for use by several threads.
 */
public interface FormOffice {

    /**
     * A form in service, in its newest version.
     *
     * @param questions how many a person answers
     * @param languages in words
     */
    record Line(String id, String title, String version, int versions, int questions, List<String> languages) {}

    List<Line> all(Language language);

    /**
     * A version of a form.
     *
     * @param version may be empty, where the author gave none
     * @param sent whether the office sent it, rather than that it came with the bot
     * @param file whether the file can be fetched that it was read from
     */
    record Version(String version, boolean newest, boolean sent, boolean file) {}

    /** A question, as its author wrote it. */
    record Question(
            List<String> groups, String label, String type, List<String> choices, boolean personal, boolean repeated) {}

    /**
     * A version and what stands in it.
     *
     * @param versions the newest first
     */
    record Sheet(Line line, Version shown, List<Version> versions, List<Question> questions) {}

    /**
     * One version of a form.
     *
     * @param version empty for the newest
     */
    Optional<Sheet> sheet(String id, Optional<String> version, Language language);

    /** The file that a version was read from. */
    interface Original {
        String name();

        InputStream open() throws IOException;
    }

    Optional<Original> original(String id, String version);

    /** How far a form that is tried is filled in. */
    record Tried(String id, String version, String language, String instance, String position) {}

    /** What is asked. */
    enum Asks {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        ONE,
        MANY,
        FILE,
        PLACE,
        /** Something to read or to acknowledge. */
        NOTE,
        /** One more of a repeated group. */
        REPEAT,
        END
    }

    /** A choice, and whether it is taken. */
    record Choice(String value, String label, boolean taken) {}

    /** An answer that was given. */
    record Given(String ref, List<String> groups, String label, String answer, boolean editable, boolean personal) {}

    /**
     * What the person is shown.
     *
     * @param current what is there already, as people write it
     * @param said why an answer is not taken; empty where it was
     */
    record Shown(
            Tried tried,
            String title,
            Asks asks,
            List<String> groups,
            String label,
            String hint,
            List<Choice> choices,
            boolean required,
            boolean personal,
            String current,
            int number,
            int total,
            List<Given> given,
            String said) {}

    /** Begins; empty where there is no such version, or the form cannot be opened. */
    Optional<Shown> begin(Person person, String id, Optional<String> version, String language, Instant now);

    /** Something done with it. */
    enum Move {
        LOOK,
        ANSWER,
        SKIP,
        MORE,
        NO_MORE,
        BACK,
        GO_TO,
        FINISH
    }

    /**
     * Goes on in a try.
     *
     * @param values what was typed or chosen, or the question that is gone to
     */
    Optional<Shown> move(Person person, Tried tried, Move move, List<String> values, Instant now);
}
