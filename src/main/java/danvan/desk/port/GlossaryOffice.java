package danvan.desk.port;

import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Turn;
import java.util.List;

/** The glossary for the desk: what is in force, entry by entry. Implementations are safe for use by several threads. */
public interface GlossaryOffice {

    /** What kinds of entries there are. */
    enum Kind {
        /** A short form, what it stands for, what else is typed for it. */
        ABBREVIATION,
        /** Words that stand for each other. */
        SYNONYMS,
        /** A Vietnamese expression, in Turkish, in English. */
        TERM
    }

    /**
     * An entry.
     *
     * @param columns as they are typed; several words in one are parted by semicolons
     * @param simple whether it can be typed as that, rather than in the workbook only
     */
    record Line(Kind kind, String name, List<String> columns, boolean simple) {}

    List<Line> all();

    /** Puts an entry in, in the place of one of the same name. */
    Answered<Decided> put(Turn turn, Kind kind, List<String> columns);

    Answered<Decided> withdraw(Turn turn, Kind kind, String name);
}
