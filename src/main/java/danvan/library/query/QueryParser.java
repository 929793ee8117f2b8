package danvan.library.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Turns what was typed into a {@link ParsedQuery}: words weighed, slips corrected, by what the collection knows. */
public final class QueryParser {
    /** A phone's longest honest question has fewer; the rest of a longer one adds nothing but work. */
    static final int MOST_WORDS = 64;

    private static final int FEWEST_OF_A_WORD = 3;
    /** Twice the times two syllables stand together over all times of both. */
    private static final double ONE_WORD = 0.25;

    private final Map<String, WordStatistics> statistics;
    private final Map<String, QueryCorrector> correctors = new HashMap<>();
    private final LanguageDetector languages;

    private QueryParser(Map<String, WordStatistics> statistics, Map<String, TrigramModel> spelling) {
        this.statistics = statistics;
        statistics.forEach((language, words) -> correctors.put(
                language,
                new QueryCorrector(
                        words,
                        QueryCorrector.Costs.of(language),
                        language.equals("vi") ? CommonSyllables::contains : any -> false)));
        this.languages = new LanguageDetector(statistics, spelling);
    }

    private static Map<String, WordStatistics> withPhrases(Function<String, WordStatistics> collection) {
        Map<String, WordStatistics> statistics = new HashMap<>();
        for (String language : LanguageDetector.LANGUAGES) {
            WordStatistics own = collection.apply(language);
            statistics.put(
                    language,
                    language.equals("vi") ? new PhraseStatistics(own, FunctionWords.VIETNAMESE_PHRASES) : own);
        }
        return statistics;
    }

    /** How each language is spelt in a collection: every word of it is read, so it is kept while the collection grows. */
    public static Map<String, TrigramModel> spelling(Function<String, WordStatistics> collection) {
        Map<String, TrigramModel> spelling = new HashMap<>();
        withPhrases(collection).forEach((language, words) -> spelling.put(language, TrigramModel.of(language, words)));
        return spelling;
    }

    /**
     * A parser that knows a collection's words.
     *
     * @param collection its statistics by language
     * @param spelling see {@link #spelling}
     */
    public static QueryParser over(Function<String, WordStatistics> collection, Map<String, TrigramModel> spelling) {
        return new QueryParser(withPhrases(collection), spelling);
    }

    /** Whether the collection has a Vietnamese word with these letters: then "tu" may be "từ". */
    public boolean knowsSyllable(String folded) {
        return Objects.requireNonNull(statistics.get("vi")).knowsFolded(folded);
    }

    /** Whether two neighbouring Vietnamese syllables make one word: the collection seldom has one without the other. */
    public boolean isOneWord(Word first, Word second) {
        WordStatistics vietnamese = Objects.requireNonNull(statistics.get("vi"));
        long together = vietnamese.pairCount(first.exact(), second.exact());
        long all = vietnamese.count(first.exact(), first.folded()) + vietnamese.count(second.exact(), second.folded());
        return together >= FEWEST_OF_A_WORD && 2.0 * together >= ONE_WORD * all;
    }

    public LanguageDetector languages() {
        return languages;
    }

    /**
     * Reads a question's words.
     *
     * @param isReference which words are part of a document's number: they are not corrected, and tell nothing more
     */
    public ParsedQuery read(String language, List<Word> typed, Predicate<Word> isReference) {
        return read(language, typed, isReference, Set.of());
    }

    /**
     * Reads a question's words as {@link #read(String, List, Predicate)} does.
     *
     * @param exchanged words that were not typed: they are right as they are, and weigh less
     */
    public ParsedQuery read(String language, List<Word> typed, Predicate<Word> isReference, Set<Word> exchanged) {
        List<Word> words = typed.size() > MOST_WORDS ? typed.subList(0, MOST_WORDS) : typed;
        boolean marked = words.stream().anyMatch(Word::hasMarks);
        List<QueryTerm> terms = new ArrayList<>();
        List<Boolean> fixed = words.stream()
                .map(word -> word.hasDigit() || isReference.test(word) || exchanged.contains(word))
                .toList();
        List<List<QueryTerm.Form>> forms =
                new ArrayList<>(Objects.requireNonNull(correctors.get(language)).restore(words, fixed));
        for (int i = 0; i < words.size(); i++) {
            if (language.equals("vi") && !isReference.test(words.get(i))) {
                forms.set(i, SmallNumbers.with(forms.get(i), words, i));
            }
            QueryTerm.Form likeliest = forms.get(i).get(0);
            boolean little = isReference.test(words.get(i))
                    || (FunctionWords.contains(language, likeliest.exact(), likeliest.folded())
                            && !words.get(i).name());
            boolean other = exchanged.contains(words.get(i));
            terms.add(new QueryTerm(words.get(i), other ? lighter(forms.get(i)) : forms.get(i), little ? 0 : 1, other));
        }
        return new ParsedQuery(language, terms, marked);
    }

    private static List<QueryTerm.Form> lighter(List<QueryTerm.Form> forms) {
        return forms.stream()
                .map(form -> new QueryTerm.Form(form.exact(), form.folded(), form.weight() * QueryTerm.EXCHANGED))
                .toList();
    }
}
