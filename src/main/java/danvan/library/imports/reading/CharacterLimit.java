package danvan.library.imports.reading;

import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Ends the reading of a text that does not end by itself. */
final class CharacterLimit extends ContentHandlerDecorator {
    private final int most;
    private long letters;

    CharacterLimit(ContentHandler next, int most) {
        super(next);
        this.most = most;
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        letters += length;
        if (letters > most) {
            throw new WriteLimitReachedException(most);
        }
        super.characters(characters, start, length);
    }
}
