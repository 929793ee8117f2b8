package danvan.library.evaluation;

import danvan.library.confidence.Appraisal;
import danvan.library.confidence.Evidence;
import danvan.library.index.RankedText;
import danvan.library.index.Ranking;
import danvan.library.index.ScoringProfile;
import danvan.library.index.TextIndex;
import danvan.library.query.AnalyzedText;
import danvan.library.query.LanguageDetector;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryParser;
import danvan.library.query.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The search over a data set's passages, set up as the bot has it. */
final class EvaluatedSearch implements AutoCloseable {
    /** As much of a passage as tells its language. */
    private static final int TELLS_LANGUAGE = 200;

    private final List<EvaluationSet.Row> corpus;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<AnalyzedText> texts;
    private final TextIndex index;
    private final QueryParser reader;
    private final Appraisal appraisal;
    private final double secondsToBuild;

    /** @param ranking of the passages, in the language the question was taken for */
    record Asked(ParsedQuery reading, Ranking ranking, Optional<String> recognised) {}

    EvaluatedSearch(List<EvaluationSet.Row> corpus) {
        this.corpus = corpus;
        QueryParser untaught = QueryParser.over(List.of());
        long start = System.nanoTime();
        texts = corpus.stream()
                .map(row -> AnalyzedText.of(language(row, untaught.languages()), row.title(), row.text()))
                .toList();
        index = new TextIndex(texts, ScoringProfile::of);
        reader = QueryParser.over(texts);
        secondsToBuild = (System.nanoTime() - start) / 1e9;
        appraisal = new Appraisal(index);
        for (int i = 0; i < corpus.size(); i++) {
            ordinals.put(corpus.get(i).id(), i);
        }
    }

    private static String language(EvaluationSet.Row row, LanguageDetector guess) {
        if (LanguageDetector.LANGUAGES.contains(row.lang())) {
            return row.lang();
        }
        List<Word> words = Word.of(row.text());
        return guess.of(words.subList(0, Math.min(TELLS_LANGUAGE, words.size())))
                .orElse(LanguageDetector.LANGUAGES.get(0));
    }

    Asked ask(String question, int most) {
        return ask(question, most, new int[0]);
    }

    /** @param without the ordinals of texts that are to be treated as not there */
    Asked ask(String question, int most, int[] without) {
        List<Word> words = Word.of(question);
        Optional<String> recognised = reader.languages().of(words);
        ParsedQuery reading = reader.read(reader.languages().held(recognised, words), words, word -> false);
        return new Asked(reading, index.searchWithout(reading, most, without), recognised);
    }

    List<String> ids(Asked asked) {
        return asked.ranking().texts().stream()
                .map(ranked -> corpus.get(ranked.ordinal()).id())
                .toList();
    }

    /** What speaks for the first answer; empty when there is none. */
    Optional<Evidence> evidence(Asked asked) {
        List<RankedText> ranked = asked.ranking().texts();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        // A title names a document; it is no heading that asks what people ask.
        return Optional.of(appraisal.of(asked.reading(), asked.ranking(), texts).of(0, 0));
    }

    /** -1 when the passage is not in the corpus. */
    int ordinal(String passageId) {
        return ordinals.getOrDefault(passageId, -1);
    }

    /** As its file has it, or as it looks. */
    String languageOf(EvaluationSet.Row question) {
        return language(question, reader.languages());
    }

    /** The language most passages are in. */
    String language() {
        return LanguageDetector.LANGUAGES.stream()
                .max(java.util.Comparator.comparingLong(language -> texts.stream()
                        .filter(text -> text.language().equals(language))
                        .count()))
                .orElseThrow();
    }

    int size() {
        return corpus.size();
    }

    double secondsToBuild() {
        return secondsToBuild;
    }

    @Override
    public void close() {
        index.close();
    }
}
