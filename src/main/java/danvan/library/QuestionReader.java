package danvan.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns what was typed into a {@link Reading}: words weighed, slips mended, by what the collection knows. */
final class QuestionReader {
    /** A phone's longest honest question has fewer; the rest of a longer one adds nothing but work. */
    static final int MOST_WORDS = 64;

    private final Map<String, WordModel> models;
    private final Decoder decoder;
    private final LanguageGuess languages;

    private QuestionReader(Map<String, WordModel> models, Decoder.Costs costs) {
        this.models = models;
        this.decoder = new Decoder(model("vi"), costs);
        this.languages = new LanguageGuess(models);
    }

    static QuestionReader over(List<IndexedText> texts, Decoder.Costs costs) {
        Map<String, WordModel> models = new HashMap<>();
        for (String language : List.of("vi", "tr", "en")) {
            models.put(language, new WordModel());
        }
        for (IndexedText text : texts) {
            models.computeIfAbsent(text.language(), l -> new WordModel()).add(text.all());
        }
        return new QuestionReader(models, costs);
    }

    WordModel model(String language) {
        return Objects.requireNonNull(models.get(language));
    }

    LanguageGuess languages() {
        return languages;
    }

    Reading read(String language, List<Word> typed) {
        List<Word> words = typed.size() > MOST_WORDS ? typed.subList(0, MOST_WORDS) : typed;
        boolean marked = words.stream().anyMatch(Word::hasMarks);
        List<Term> terms = new ArrayList<>();
        if (language.equals("vi")) {
            List<Boolean> fixed = words.stream().map(Word::hasDigit).toList();
            List<List<Term.Form>> forms = decoder.restore(words, fixed);
            for (int i = 0; i < words.size(); i++) {
                Term.Form likeliest = forms.get(i).get(0);
                boolean little = FunctionWords.contains(language, likeliest.exact(), likeliest.folded());
                terms.add(new Term(words.get(i), forms.get(i), little ? 0 : 1));
            }
        } else {
            for (Word word : words) {
                terms.add(Term.asTyped(word, FunctionWords.contains(language, word) ? 0 : 1));
            }
        }
        return new Reading(language, terms, marked);
    }
}
