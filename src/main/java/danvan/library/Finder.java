package danvan.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds, in the passages of a knowledge base, the one that answers a question; or says that none does. */
final class Finder implements AutoCloseable {
    private static final int DEPTH = 10;
    private static final double BELIEVED = 0.5;
    private static final int MOST_OTHERS = 4;

    private final Library library;
    private final List<DocumentFile.Entry> entries = new ArrayList<>();
    private final TextIndex index;
    private final QuestionReader reader;

    Finder(KnowledgeBase base, Library library) {
        this.library = library;
        List<IndexedText> texts = new ArrayList<>();
        for (DocumentFile file : base.files()) {
            for (DocumentFile.Entry entry : file.entries()) {
                Passage passage = entry.passage();
                entries.add(entry);
                texts.add(IndexedText.of(
                        passage.language(),
                        passage.heading() + ' ' + file.document().shortName(),
                        passage.text() + '\n' + entry.also()));
            }
        }
        index = new TextIndex(texts, Recipe::of);
        reader = QuestionReader.over(texts, Decoder.Costs::of);
    }

    Finding find(Question question) {
        List<Word> words = Word.of(question.text());
        String preferred = question.preferredLanguage() == null ? "vi" : question.preferredLanguage();
        String language = reader.languages().of(words).orElse(preferred);
        TextIndex.Ranking ranking = index.search(reader.read(language, words), DEPTH, null);
        List<Hit> hits = new ArrayList<>();
        for (TextIndex.Ranked ranked : ranking.texts()) {
            Passage passage = entries.get(ranked.ordinal()).passage();
            double confidence = Math.min(1, 2 * ranked.score() / ranking.attainable());
            Document document =
                    library.document(passage.documentId(), passage.language()).orElseThrow();
            hits.add(new Hit(passage, document, confidence, List.of()));
        }
        if (!hits.isEmpty() && hits.get(0).confidence() >= BELIEVED) {
            return new Finding.Found(hits.get(0), hits.subList(1, Math.min(hits.size(), 1 + MOST_OTHERS)), language);
        }
        return new Finding.NotFound(
                hits.subList(0, Math.min(hits.size(), Finding.NotFound.MOST_NEAR_MISSES)), Optional.empty(), language);
    }

    @Override
    public void close() {
        index.close();
    }
}
