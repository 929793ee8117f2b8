package danvan.library.answer;

import danvan.library.AnsweredQuestion;
import danvan.library.Finding;
import danvan.library.Passage;
import danvan.library.Question;
import danvan.library.QuestionSimilarity;
import danvan.library.confidence.Calibration;
import danvan.library.confidence.ThresholdCalibrator;
import danvan.library.embedding.Embedder;
import danvan.library.index.PassageIndex;
import danvan.library.index.Snapshot;
import danvan.library.query.QuestionComparison;
import danvan.library.query.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** Finds, among the passages of a knowledge base, the one that answers a question; or says that none does. */
public final class AnswerSearch implements AutoCloseable {
    /** Beyond so many words it is no question but a text, and everything in it is somewhere. */
    private static final int LONGEST_QUESTION = 200;

    /** How much surer an answer must be to what was not asked in these words. */
    private static final double SURER_IN_OTHER_WORDS = 0.15;

    /** The same where not all of it could be carried over. */
    private static final double SURER_IN_PART = 0.35;

    private final PassageIndex index;
    private final @Nullable Embedder embedder;
    private final ThresholdCalibrator thresholds;

    /**
     * Answers from what an index holds at the time.
     *
     * @param embedder compares what questions and passages mean; empty for words alone
     */
    public AnswerSearch(PassageIndex index, Optional<Embedder> embedder) {
        this.index = index;
        this.embedder = embedder.orElse(null);
        thresholds = new ThresholdCalibrator(index);
    }

    public Calibration calibration() {
        return thresholds.calibration();
    }

    /** What the index holds has changed. */
    public void invalidate() {
        thresholds.invalidate();
    }

    /** Only between the least and the greatest threshold that a collection may have, its own is asked for. */
    private boolean isSure(double confidence) {
        return confidence >= Calibration.LEAST
                && (confidence >= Calibration.GREATEST || confidence >= thresholds.threshold());
    }

    public Finding find(Question question) {
        return index.read(snapshot -> found(snapshot, question));
    }

    private Finding found(Snapshot snapshot, Question question) {
        List<Word> typed = Word.of(question.text());
        if (typed.size() > LONGEST_QUESTION || typed.stream().noneMatch(AnswerSearch::hasLetter)) {
            return new Finding.NotFound(
                    List.of(), Optional.empty(), search(snapshot).language(question, List.of(), List.of()));
        }
        CandidateSearch considering = search(snapshot);
        Candidates considered = considering.of(question, null);
        Finding finding = decided(snapshot, considered);
        if (!isOpen(finding) || considered.unknownReference()) {
            return finding;
        }
        Finding nearest = finding;
        boolean namesAnArticle = ArticleReference.in(considered.reading()).isPresent();
        for (Candidates way : considering.throughGlossary(question, considered).toList()) {
            Finding other = decided(snapshot, way);
            if (!isOpen(other) && !(other instanceof Finding.NotFound)) {
                return other;
            }
            if (nearest instanceof Finding.NotFound && other instanceof Finding.Likely && !namesAnArticle) {
                nearest = other;
            }
        }
        return nearest;
    }

    /** Whether other wordings of the question may find more. */
    private static boolean isOpen(Finding finding) {
        return finding instanceof Finding.Likely
                || (finding instanceof Finding.NotFound none && none.gap().isEmpty());
    }

    private Finding decided(Snapshot snapshot, Candidates considered) {
        DoublePredicate sure = switch (considered.wording()) {
            case AS_TYPED -> this::isSure;
            case OTHER -> confidence -> isSure(confidence - SURER_IN_OTHER_WORDS);
            case PARTLY -> confidence -> isSure(confidence - SURER_IN_PART);
        };
        return new AnswerDecision(snapshot, considered, sure).finding();
    }

    public Finding findIn(String documentId, Question question) {
        return index.read(snapshot -> decided(snapshot, search(snapshot).of(question, documentId)));
    }

    public Optional<Passage> cited(Question text) {
        return Word.of(text.text()).size() > LONGEST_QUESTION
                ? Optional.empty()
                : index.read(snapshot ->
                        new AnswerDecision(snapshot, search(snapshot).of(text, null), this::isSure).cited());
    }

    public List<QuestionSimilarity> compare(Question question, List<AnsweredQuestion> others) {
        return index.read(snapshot -> compared(snapshot, question, others));
    }

    private List<QuestionSimilarity> compared(Snapshot snapshot, Question question, List<AnsweredQuestion> others) {
        List<Word> typed = Word.of(question.text());
        CandidateSearch considering = search(snapshot);
        String language = considering.language(question, typed, typed);
        QuestionComparison comparison = new QuestionComparison(
                considering.read(language, question.text(), typed, Set.of()),
                snapshot.glossary()::words,
                snapshot.rarity(language));
        return others.stream().map(comparison::with).toList();
    }

    /** A bare number, an emoji or an ideograph is no question here. */
    private static boolean hasLetter(Word word) {
        return word.folded().codePoints().anyMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c));
    }

    private CandidateSearch search(Snapshot snapshot) {
        return new CandidateSearch(snapshot, new Meaning(snapshot, embedder));
    }

    @Override
    public void close() {
        thresholds.close();
    }
}
