package danvan.library.answer;

import danvan.library.AnsweredQuestion;
import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Finding;
import danvan.library.Glossary;
import danvan.library.Passage;
import danvan.library.Question;
import danvan.library.QuestionSimilarity;
import danvan.library.confidence.Appraisal;
import danvan.library.confidence.Calibration;
import danvan.library.confidence.Confidence;
import danvan.library.confidence.ThresholdCalibrator;
import danvan.library.index.PassageAnalyzer;
import danvan.library.index.PassageStore;
import danvan.library.index.ScoringProfile;
import danvan.library.index.TextIndex;
import danvan.library.query.AnalyzedText;
import danvan.library.query.GlossaryExpander;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryParser;
import danvan.library.query.QuestionComparison;
import danvan.library.query.Word;
import danvan.library.source.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds, among the passages of a knowledge base, the one that answers a question; or says that none does. */
public final class AnswerSearch implements AutoCloseable {
    /** Beyond so many words it is no question but a text, and everything in it is somewhere. */
    private static final int LONGEST_QUESTION = 200;

    /** Searches go on side by side; a change waits for them, and they for it. */
    private final ReadWriteLock changing = new ReentrantReadWriteLock();

    private final PassageStore shelf;
    private final List<AnalyzedText> texts = new ArrayList<>();
    private final TextIndex index;
    private final Appraisal appraisal;
    private QueryParser reader;
    private GlossaryExpander vocabulary;
    private final Function<String, Confidence> confidence;
    private final ThresholdCalibrator replays;

    /**
     * Indexes what the knowledge base holds.
     *
     * @param confidence by language
     */
    public AnswerSearch(KnowledgeBase base, Function<String, Confidence> confidence) {
        this.confidence = confidence;
        shelf = new PassageStore(base.files());
        vocabulary = new GlossaryExpander(base.glossary(), base.gaps());
        shelf.items().forEach(item -> texts.add(new PassageAnalyzer(vocabulary).indexed(item)));
        index = new TextIndex(texts, ScoringProfile::of);
        appraisal = new Appraisal(index);
        reader = QueryParser.over(texts);
        replays = new ThresholdCalibrator(
                shelf, index, texts, appraisal, confidence, this::asQuestion, work -> unchanging(work::getAsDouble));
    }

    public Calibration calibration() {
        return unchanging(replays::calibration);
    }

    /** Only between the least and the greatest threshold that a collection may have, its own is asked for. */
    private boolean believes(double sure) {
        return sure >= Calibration.LEAST && (sure >= Calibration.GREATEST || sure >= replays.threshold());
    }

    private ParsedQuery asQuestion(Passage passage) {
        return reader.read(passage.language(), vocabulary.words(passage.language(), passage.heading()), word -> false);
    }

    public Glossary glossary() {
        return vocabulary.glossary();
    }

    /**
     * Reads texts and questions by another glossary. What that changes is made ready beside the searches, so that they wait
     * for the exchange only.
     */
    public void setGlossary(Glossary glossary) {
        GlossaryExpander newer = vocabulary.with(glossary);
        Map<Integer, AnalyzedText> otherwise = new PassageAnalyzer(newer).otherwise(shelf, texts);
        Runnable shown = index.rewritten(otherwise);
        QueryParser taught = otherwise.isEmpty() ? reader : new PassageAnalyzer(newer).taught(shelf);
        changing.writeLock().lock();
        try {
            vocabulary = newer;
            reader = taught;
            otherwise.forEach(texts::set);
            shown.run();
            replays.forget();
        } finally {
            changing.writeLock().unlock();
        }
    }

    /** Puts a document in the place of what was held under its id and language; it is found from now on. */
    public void put(DocumentContent file) {
        changing.writeLock().lock();
        try {
            Document document = file.document();
            List<Integer> gone = shelf.remove(document.id(), document.language());
            int first = texts.size();
            shelf.add(file);
            List<AnalyzedText> more = shelf.items().subList(first, shelf.items().size()).stream()
                    .map(new PassageAnalyzer(vocabulary)::indexed)
                    .toList();
            texts.addAll(more);
            index.change(gone, first, more);
            more.forEach(reader::add);
            replays.forget();
        } finally {
            changing.writeLock().unlock();
        }
    }

    public void remove(String id, String language) {
        changing.writeLock().lock();
        try {
            index.change(shelf.remove(id, language), texts.size(), List.of());
            replays.forget();
        } finally {
            changing.writeLock().unlock();
        }
    }

    public Finding find(Question question) {
        return unchanging(() -> found(question));
    }

    private <T> T unchanging(Supplier<T> search) {
        changing.readLock().lock();
        try {
            return search.get();
        } finally {
            changing.readLock().unlock();
        }
    }

    private Finding found(Question question) {
        List<Word> typed = Word.of(question.text());
        if (typed.size() > LONGEST_QUESTION || typed.stream().noneMatch(AnswerSearch::hasLetter)) {
            return new Finding.NotFound(
                    List.of(), Optional.empty(), considering().language(question, List.of(), List.of()));
        }
        CandidateSearch considering = considering();
        Candidates considered = considering.of(question, null);
        Finding finding = verdict(considered);
        boolean open = finding instanceof Finding.NotFound none && none.gap().isEmpty();
        return !open || considered.unknownReference()
                ? finding
                : considering
                        .throughGlossary(question, considered)
                        .map(this::verdict)
                        .filter(other -> !(other instanceof Finding.NotFound))
                        .findFirst()
                        .orElse(finding);
    }

    private Finding verdict(Candidates considered) {
        return new AnswerDecision(shelf, considered, this::believes).finding();
    }

    public Finding findIn(String documentId, Question question) {
        return unchanging(() -> verdict(considering().of(question, documentId)));
    }

    public List<QuestionSimilarity> compare(Question question, List<AnsweredQuestion> others) {
        return unchanging(() -> compared(question, others));
    }

    private List<QuestionSimilarity> compared(Question question, List<AnsweredQuestion> others) {
        List<Word> typed = Word.of(question.text());
        CandidateSearch considering = considering();
        String language = considering.language(question, typed, typed);
        QuestionComparison comparison = new QuestionComparison(
                considering.read(language, question.text(), typed, Set.of()),
                vocabulary::words,
                appraisal.rarity(language));
        return others.stream().map(comparison::with).toList();
    }

    /** A bare number, an emoji or an ideograph is no question here. */
    private static boolean hasLetter(Word word) {
        return word.folded().codePoints().anyMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c));
    }

    /** By what is held now; for one search, while nothing changes. */
    CandidateSearch considering() {
        return new CandidateSearch(shelf, index, texts, appraisal, vocabulary, reader, confidence);
    }

    @Override
    public void close() {
        replays.close();
        changing.writeLock().lock();
        try {
            index.close();
        } finally {
            changing.writeLock().unlock();
        }
    }
}
