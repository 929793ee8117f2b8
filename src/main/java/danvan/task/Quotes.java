package danvan.task;

import danvan.text.Language;
import java.util.Optional;

/** What the source of a task says, word for word. Implementations are safe for use by several threads. */
public interface Quotes {

    /**
     * A quotation, in plain text.
     *
     * @param text the passage
     * @param citation number, issuer, date, place, and whether it is in force
     */
    record Quote(String text, String citation) {}

    /** The passage in the language, or in the document's own where there is no translation. */
    Optional<Quote> quote(Source source, Language language);
}
