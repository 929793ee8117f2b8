package danvan.library;

import java.util.List;
import java.util.function.Predicate;

/** A glossary put to use: how texts and questions are read by it. Never changed; another glossary makes another one. */
final class Vocabulary {
    private final List<KnowledgeBase.KnownGap> known;
    private final Glossary glossary;
    private final Phrases phrases;
    private final Gaps gaps;
    private final Translator translator;

    Vocabulary(Glossary glossary, List<KnowledgeBase.KnownGap> known) {
        this.known = known;
        this.glossary = glossary;
        this.phrases = new Phrases(glossary);
        this.gaps = new Gaps(known, phrases);
        this.translator = new Translator(glossary);
    }

    Glossary glossary() {
        return glossary;
    }

    Vocabulary with(Glossary another) {
        return new Vocabulary(another, known);
    }

    Gaps gaps() {
        return gaps;
    }

    Translator translator() {
        return translator;
    }

    /** @param isSyllable see {@link Phrases#writtenOut} */
    List<Word> writtenOut(String language, String text, List<Word> words, Predicate<String> isSyllable) {
        return language.equals("vi") ? phrases.writtenOut(text, words, isSyllable) : words;
    }

    List<Word> words(String language, String text) {
        return writtenOut(language, text, Word.of(text), letters -> true);
    }

    /** A passage as it goes into the index. */
    IndexedText indexed(Shelf.Item item) {
        Passage passage = item.passage();
        String language = passage.language();
        return new IndexedText(
                language,
                words(language, passage.heading() + ". " + item.document().shortName()),
                words(language, passage.text() + '\n' + item.also()));
    }
}
