package danvan.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Turns what was typed into a {@link Reading}: words weighed, slips mended, by what the collection knows. */
final class QuestionReader {
    /** A phone's longest honest question has fewer; the rest of a longer one adds nothing but work. */
    static final int MOST_WORDS = 64;

    private final Map<String, WordModel> models;
    private final Map<String, Decoder> decoders = new HashMap<>();
    private final LanguageGuess languages;

    private QuestionReader(Map<String, WordModel> models, Function<String, Decoder.Costs> costs) {
        this.models = models;
        models.forEach((language, model) -> decoders.put(language, new Decoder(model, costs.apply(language))));
        this.languages = new LanguageGuess(models);
    }

    static QuestionReader over(List<IndexedText> texts, Function<String, Decoder.Costs> costs) {
        Map<String, WordModel> models = new HashMap<>();
        for (String language : LanguageGuess.LANGUAGES) {
            models.put(language, new WordModel());
        }
        for (IndexedText text : texts) {
            models.computeIfAbsent(text.language(), l -> new WordModel()).addText(text.all());
        }
        for (String phrase : FunctionWords.VIETNAMESE_PHRASES) {
            Objects.requireNonNull(models.get("vi")).add(Word.of(phrase));
        }
        return new QuestionReader(models, costs);
    }

    /** Learns the words of one more text. What it knows of a text that is gone stays until the next start. */
    void add(IndexedText text) {
        model(text.language()).addText(text.all());
    }

    WordModel model(String language) {
        return Objects.requireNonNull(models.get(language));
    }

    LanguageGuess languages() {
        return languages;
    }

    /** @param isReference which words are part of a document's number: they are not mended, and tell nothing more */
    Reading read(String language, List<Word> typed, Predicate<Word> isReference) {
        List<Word> words = typed.size() > MOST_WORDS ? typed.subList(0, MOST_WORDS) : typed;
        boolean marked = words.stream().anyMatch(Word::hasMarks);
        List<Term> terms = new ArrayList<>();
        List<Boolean> fixed = words.stream()
                .map(word -> word.hasDigit() || isReference.test(word))
                .toList();
        List<List<Term.Form>> forms =
                Objects.requireNonNull(decoders.get(language)).restore(words, fixed);
        for (int i = 0; i < words.size(); i++) {
            Term.Form likeliest = forms.get(i).get(0);
            boolean little = isReference.test(words.get(i))
                    || (FunctionWords.contains(language, likeliest.exact(), likeliest.folded())
                            && !words.get(i).name());
            terms.add(new Term(words.get(i), forms.get(i), little ? 0 : 1));
        }
        return new Reading(language, terms, marked);
    }
}
