package danvan.library.query;

import danvan.library.AnsweredQuestion;
import danvan.library.QuestionSimilarity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** Compares a question with questions that were answered before. */
public final class QuestionComparison {
    private final ParsedQuery reading;
    private final BiFunction<String, String, List<Word>> words;
    private final ToDoubleFunction<String> rarity;

    /**
     * @param read the question, of which nothing was taken for a reference: a document's number tells as much as any word
     * @param words of a text in a language, abbreviations written out
     */
    public QuestionComparison(
            ParsedQuery read, BiFunction<String, String, List<Word>> words, ToDoubleFunction<String> rarity) {
        this.reading = new ParsedQuery(
                read.language(),
                read.terms().stream()
                        .map(term -> alsoAsTyped(read.language(), term))
                        .toList(),
                read.marked());
        this.words = words;
        this.rarity = rarity;
    }

    /** What people asked before holds words the documents do not, so a word is not only what the documents make of it. */
    private static QueryTerm alsoAsTyped(String language, QueryTerm term) {
        Word typed = term.typed();
        List<QueryTerm.Form> forms = new ArrayList<>();
        forms.add(new QueryTerm.Form(typed.exact(), typed.folded(), 1));
        forms.addAll(term.forms());
        return new QueryTerm(typed, forms, FunctionWords.contains(language, typed) ? 0 : 1);
    }

    public QuestionSimilarity with(AnsweredQuestion other) {
        if (!other.language().equals(reading.language())) {
            return QuestionSimilarity.NONE;
        }
        List<Word> asked = words.apply(other.language(), other.question());
        List<Word> all = new ArrayList<>(asked);
        all.addAll(words.apply(other.language(), other.answer()));
        var vocabulary = WordOverlap.WordSet.of(reading.language(), all, reading.marked());
        return new QuestionSimilarity(
                WordOverlap.alike(reading, asked, rarity), WordOverlap.holdsAll(reading, vocabulary));
    }
}
