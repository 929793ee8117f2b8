package danvan.library.evaluation;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Glossary;
import danvan.library.Passage;
import danvan.library.Validity;
import danvan.library.confidence.Evidence;
import danvan.library.confidence.EvidenceExtractor;
import danvan.library.confidence.Relevance;
import danvan.library.index.HeldDocument;
import danvan.library.index.PassageIndex;
import danvan.library.index.Ranking;
import danvan.library.index.Snapshot;
import danvan.library.index.TextAnalysis;
import danvan.library.query.GlossaryExpander;
import danvan.library.query.LanguageDetector;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryParser;
import danvan.library.query.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Map<String, Integer> languages = new HashMap<>();
    private final PassageIndex index;
    private final double secondsToBuild;

    /**
     * A question as it was searched for.
     *
     * @param ranking of the passages, in the language the question was taken for
     * @param order the places of the ranking, as the bot orders them
     */
    record Asked(ParsedQuery reading, Ranking ranking, Optional<String> recognised, List<Integer> order) {}

    EvaluatedSearch(List<EvaluationSet.Row> corpus) {
        this.corpus = corpus;
        index = PassageIndex.inMemory(
                new GlossaryExpander(new Glossary(List.of(), List.of(), List.of()), List.of()), TextAnalysis.PLAIN);
        LanguageDetector untaught = index.read(snapshot -> snapshot.parser().languages());
        long start = System.nanoTime();
        for (int i = 0; i < corpus.size(); i++) {
            EvaluationSet.Row row = corpus.get(i);
            ordinals.put(row.id(), i);
            put(row, language(row, untaught), i);
        }
        index.merge();
        index.show();
        secondsToBuild = (System.nanoTime() - start) / 1e9;
    }

    private void put(EvaluationSet.Row row, String language, int ordinal) {
        languages.merge(language, 1, Integer::sum);
        String id = String.valueOf(ordinal);
        Document document = new Document(
                id,
                language,
                Optional.empty(),
                "",
                id,
                "",
                "",
                Optional.empty(),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of(""));
        String text = row.text().isBlank() ? "-" : row.text();
        Passage passage = new Passage(
                id, id, language, row.title(), text, Optional.empty(), Optional.empty(), "", Validity.ALWAYS);
        index.put(HeldDocument.of(document, "", true), List.of(new DocumentContent.Entry(passage, "")));
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
        return index.read(snapshot -> {
            QueryParser parser = snapshot.parser();
            Optional<String> recognised = parser.languages().of(words);
            ParsedQuery reading = parser.read(parser.languages().held(recognised, words), words, word -> false);
            Ranking ranking = snapshot.searchWithout(reading, most, without);
            return new Asked(reading, ranking, recognised, order(reading, ranking, snapshot));
        });
    }

    private static List<Integer> order(ParsedQuery reading, Ranking ranking, Snapshot snapshot) {
        EvidenceExtractor sideBySide = EvidenceExtractor.of(reading, ranking, snapshot);
        List<Integer> order = new ArrayList<>();
        Map<Integer, Double> worth = new HashMap<>();
        for (int i = 0; i < ranking.texts().size(); i++) {
            order.add(i);
            // A title names a document; it is no heading that asks what people ask.
            worth.put(i, Relevance.of(reading.language(), ranking.texts().get(i).score(), sideBySide.of(i, 0), false));
        }
        order.sort(Comparator.comparing(worth::get, Comparator.reverseOrder()));
        return order;
    }

    List<String> ids(Asked asked) {
        return asked.order().stream()
                .map(place ->
                        corpus.get(asked.ranking().texts().get(place).ordinal()).id())
                .toList();
    }

    /** What speaks for the first answer; empty when there is none. */
    Optional<Evidence> evidence(Asked asked) {
        return asked.order().stream()
                .findFirst()
                .map(first -> index.read(snapshot -> EvidenceExtractor.of(asked.reading(), asked.ranking(), snapshot)
                        .of(first, 0)));
    }

    /** -1 when the passage is not in the corpus. */
    int ordinal(String passageId) {
        return ordinals.getOrDefault(passageId, -1);
    }

    /** As its file has it, or as it looks. */
    String languageOf(EvaluationSet.Row question) {
        return language(question, index.read(snapshot -> snapshot.parser().languages()));
    }

    /** The language most passages are in. */
    String language() {
        return LanguageDetector.LANGUAGES.stream()
                .max(java.util.Comparator.comparingInt(language -> languages.getOrDefault(language, 0)))
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
