package danvan.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** Compares a question with questions that were answered before. */
final class Comparison {
    private final Reading reading;
    private final BiFunction<String, String, List<Word>> words;
    private final ToDoubleFunction<String> rarity;

    /**
     * @param read the question, of which nothing was taken for a reference: a document's number tells as much as any word
     * @param words of a text in a language, abbreviations written out
     */
    Comparison(Reading read, BiFunction<String, String, List<Word>> words, ToDoubleFunction<String> rarity) {
        this.reading = new Reading(
                read.language(),
                read.terms().stream()
                        .map(term -> alsoAsTyped(read.language(), term))
                        .toList(),
                read.marked());
        this.words = words;
        this.rarity = rarity;
    }

    /** What people asked before holds words the documents do not, so a word is not only what the documents make of it. */
    private static Term alsoAsTyped(String language, Term term) {
        Word typed = term.typed();
        List<Term.Form> forms = new ArrayList<>();
        forms.add(new Term.Form(typed.exact(), typed.folded(), 1));
        forms.addAll(term.forms());
        return new Term(typed, forms, FunctionWords.contains(language, typed) ? 0 : 1);
    }

    Likeness with(AnsweredBefore other) {
        if (!other.language().equals(reading.language())) {
            return Likeness.NONE;
        }
        List<Word> asked = words.apply(other.language(), other.question());
        List<Word> all = new ArrayList<>(asked);
        all.addAll(words.apply(other.language(), other.answer()));
        var vocabulary = Evidence.Vocabulary.of(reading.language(), all, reading.marked());
        return new Likeness(Evidence.alike(reading, asked, rarity), Evidence.holdsAll(reading, vocabulary));
    }
}
