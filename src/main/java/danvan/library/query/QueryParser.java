package danvan.library.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Turns what was typed into a {@link ParsedQuery}: words weighed, slips mended, by what the collection knows. */
public final class QueryParser {
    /** A phone's longest honest question has fewer; the rest of a longer one adds nothing but work. */
    static final int MOST_WORDS = 64;

    private final Map<String, WordModel> models;
    private final Map<String, QueryCorrector> decoders = new HashMap<>();
    private final LanguageDetector languages;

    private QueryParser(Map<String, WordModel> models) {
        this.models = models;
        models.forEach((language, model) ->
                decoders.put(language, new QueryCorrector(model, QueryCorrector.Costs.of(language))));
        this.languages = new LanguageDetector(models);
    }

    public static QueryParser over(List<AnalyzedText> texts) {
        Map<String, WordModel> models = new HashMap<>();
        for (String language : LanguageDetector.LANGUAGES) {
            models.put(language, new WordModel());
        }
        for (AnalyzedText text : texts) {
            models.computeIfAbsent(text.language(), l -> new WordModel()).addText(text.all());
        }
        for (String phrase : FunctionWords.VIETNAMESE_PHRASES) {
            Objects.requireNonNull(models.get("vi")).add(Word.of(phrase));
        }
        return new QueryParser(models);
    }

    /** Learns the words of one more text. What it knows of a text that is gone stays until the next start. */
    public void add(AnalyzedText text) {
        model(text.language()).addText(text.all());
    }

    /** Whether the collection has a Vietnamese word with these letters: then "tu" may be "từ". */
    public boolean knowsSyllable(String folded) {
        return model("vi").knowsFolded(folded);
    }

    private WordModel model(String language) {
        return Objects.requireNonNull(models.get(language));
    }

    public LanguageDetector languages() {
        return languages;
    }

    /**
     * Reads a question's words.
     *
     * @param isReference which words are part of a document's number: they are not mended, and tell nothing more
     */
    public ParsedQuery read(String language, List<Word> typed, Predicate<Word> isReference) {
        List<Word> words = typed.size() > MOST_WORDS ? typed.subList(0, MOST_WORDS) : typed;
        boolean marked = words.stream().anyMatch(Word::hasMarks);
        List<QueryTerm> terms = new ArrayList<>();
        List<Boolean> fixed = words.stream()
                .map(word -> word.hasDigit() || isReference.test(word))
                .toList();
        List<List<QueryTerm.Form>> forms =
                Objects.requireNonNull(decoders.get(language)).restore(words, fixed);
        for (int i = 0; i < words.size(); i++) {
            QueryTerm.Form likeliest = forms.get(i).get(0);
            boolean little = isReference.test(words.get(i))
                    || (FunctionWords.contains(language, likeliest.exact(), likeliest.folded())
                            && !words.get(i).name());
            terms.add(new QueryTerm(words.get(i), forms.get(i), little ? 0 : 1));
        }
        return new ParsedQuery(language, terms, marked);
    }
}
