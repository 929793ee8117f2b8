package danvan.desk.port;

import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Turn;
import danvan.storage.StoredFile;
import java.util.List;
import java.util.Optional;

/**
 * The documents that the office has sent in: those that wait to be confirmed, those that are live, and those that were taken
 * out. Implementations are safe for use by several threads.
 */
public interface DocumentOffice {

    /** Where a document stands. */
    enum State {
        WAITING,
        LIVE,
        WITHDRAWN
    }

    /**
     * A document in a list.
     *
     * @param sure whether nobody need look at what was read of it
     * @param recognised whether it was read off pictures
     * @param rival whether the library holds what it is, or may be, a version of
     */
    record Line(
            long id,
            State state,
            String title,
            String file,
            String issuer,
            String issued,
            boolean sure,
            boolean recognised,
            boolean rival) {}

    /** What waits first, then what is held, the newest first. */
    List<Line> all();

    /**
     * What its first page says.
     *
     * @param name the key of the text that names it
     * @param value as people write it; days as 5/7/2023; blank where the page does not say it
     * @param words as they stand in the document; empty where nobody read them
     * @param correctable whether it may be typed anew
     */
    record FieldOf(String name, String value, String words, boolean sure, boolean correctable) {}

    /** What it does to others; the name is the key of a text. */
    record Effect(String name, String what) {}

    /** What the library holds that it may be a version of. */
    record Rival(String title, boolean same, List<FieldOf> fields, String opening) {}

    /**
     * One document.
     *
     * @param opening its first lines as they were read
     * @param leftOut what stands in no passage, as keys of texts
     */
    record Sheet(
            Line line,
            int passages,
            List<FieldOf> fields,
            List<Effect> effects,
            String opening,
            List<String> leftOut,
            Optional<Rival> rival) {}

    Optional<Sheet> sheet(long id);

    /** Something done with a document. */
    enum Act {
        CONFIRM,
        /** In the place of its rival. */
        REPLACE,
        /** Beside its rival. */
        BESIDE,
        DROP,
        /** A field is typed anew. */
        CORRECT,
        WITHDRAW,
        BRING_BACK
    }

    /**
     * Does it.
     *
     * @param field for {@link Act#CORRECT}, in the order of {@link Sheet#fields}
     * @param value what it is to be; may be blank
     */
    Answered<Decided> act(Turn turn, Act act, long id, int field, String value);

    /** Takes a file that is stored: it is read in the background, and then waits. What is no document is refused. */
    Answered<Decided> take(Turn turn, StoredFile file, String name);

    /** How many are still to be read. */
    int reading();

    /** Confirms all that need not be looked at. */
    Answered<Decided> confirmSure(Turn turn);

    /** How many {@link #confirmSure} would confirm. */
    int sure();
}
