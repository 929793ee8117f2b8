package danvan.library;

import danvan.library.query.ReferenceParser;
import danvan.library.query.Telex;
import danvan.library.query.Word;
import danvan.patterns.DeepText;
import org.junit.jupiter.api.Test;

/** A question does not go deep with its brackets. */
class DeepQuestionTest {
    @Test
    void readsWhateverLiesInEachOther() {
        DeepText.readBy("Word.of", Word::of);
        DeepText.readBy("ReferenceParser.in", text -> ReferenceParser.in(text, Word.of(text)));
        DeepText.readBy("Telex.undone", Telex::undone);
        DeepText.readBy("NamedTime.in", NamedTime::in);
        try (LibraryFixture starter = LibraryFixture.starter()) {
            DeepText.readBy("a question", starter::ask);
        }
    }
}
