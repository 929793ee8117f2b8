package danvan.library;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds, among the passages of a knowledge base, the one that answers a question; or says that none does. */
final class Finder implements AutoCloseable {
    /** Beyond so many words it is no question but a text, and everything in it is somewhere. */
    private static final int LONGEST_QUESTION = 200;

    /** Searches go on side by side; a change waits for them, and they for it. */
    private final ReadWriteLock changing = new ReentrantReadWriteLock();

    private final Shelf shelf;
    private final List<IndexedText> texts = new ArrayList<>();
    private final TextIndex index;
    private final Appraisal appraisal;
    private QuestionReader reader;
    private Vocabulary vocabulary;
    private final Function<String, Confidence> confidence;
    private final Replays replays;

    /** @param confidence by language */
    Finder(KnowledgeBase base, Function<String, Confidence> confidence) {
        this.confidence = confidence;
        shelf = new Shelf(base.files());
        vocabulary = new Vocabulary(base.glossary(), base.gaps());
        shelf.items().forEach(item -> texts.add(vocabulary.indexed(item)));
        index = new TextIndex(texts, Recipe::of);
        appraisal = new Appraisal(index);
        reader = QuestionReader.over(texts, Decoder.Costs::of);
        replays = new Replays(
                shelf, index, texts, appraisal, confidence, this::asQuestion, work -> unchanging(work::getAsDouble));
    }

    Calibration calibration() {
        return unchanging(replays::calibration);
    }

    /** Only between the least and the greatest threshold that a collection may have, its own is asked for. */
    private boolean believes(double sure) {
        return sure >= Calibration.LEAST && (sure >= Calibration.GREATEST || sure >= replays.threshold());
    }

    private Reading asQuestion(Passage passage) {
        return reader.read(passage.language(), vocabulary.words(passage.language(), passage.heading()), word -> false);
    }

    Glossary glossary() {
        return vocabulary.glossary();
    }

    /**
     * Reads texts and questions by another glossary. What that changes is made ready beside the searches, so that they wait
     * for the exchange only.
     */
    void speakBy(Glossary glossary) {
        Vocabulary newer = vocabulary.with(glossary);
        Map<Integer, IndexedText> otherwise = newer.otherwise(shelf, texts);
        Runnable shown = index.rewritten(otherwise);
        QuestionReader taught = otherwise.isEmpty() ? reader : newer.taught(shelf);
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
    void put(DocumentFile file) {
        changing.writeLock().lock();
        try {
            Document document = file.document();
            List<Integer> gone = shelf.remove(document.id(), document.language());
            int first = texts.size();
            shelf.add(file);
            List<IndexedText> more = shelf.items().subList(first, shelf.items().size()).stream()
                    .map(vocabulary::indexed)
                    .toList();
            texts.addAll(more);
            index.change(gone, first, more);
            more.forEach(reader::add);
            replays.forget();
        } finally {
            changing.writeLock().unlock();
        }
    }

    void remove(String id, String language) {
        changing.writeLock().lock();
        try {
            index.change(shelf.remove(id, language), texts.size(), List.of());
            replays.forget();
        } finally {
            changing.writeLock().unlock();
        }
    }

    /** @param candidates best first, of those in the question's language */
    record Considered(
            String language,
            Reading reading,
            List<Reference> references,
            Set<String> bearers,
            BitSet among,
            Gaps.Nearest gap,
            List<Candidate> candidates) {
        /** A number was named that no document here bears or names. */
        boolean unknownReference() {
            return !references.isEmpty() && among.isEmpty();
        }

        Considered in(Reading otherReading, List<Candidate> otherCandidates) {
            return new Considered(language, otherReading, references, bearers, among, gap, otherCandidates);
        }
    }

    record Candidate(Shelf.Item item, double score, Evidence evidence, double confidence) {}

    Finding find(Question question) {
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
        if (typed.size() > LONGEST_QUESTION || typed.stream().noneMatch(Finder::hasLetter)) {
            return new Finding.NotFound(
                    List.of(), Optional.empty(), considering().language(question, List.of(), List.of()));
        }
        Considering considering = considering();
        Considered considered = considering.of(question, null);
        Finding finding = verdict(considered);
        boolean open = finding instanceof Finding.NotFound none && none.gap().isEmpty();
        return !open || considered.unknownReference()
                ? finding
                : considering
                        .throughTheGlossary(question, considered)
                        .map(this::verdict)
                        .filter(other -> !(other instanceof Finding.NotFound))
                        .findFirst()
                        .orElse(finding);
    }

    private Finding verdict(Considered considered) {
        return new Verdict(shelf, considered, this::believes).finding();
    }

    Finding findIn(String documentId, Question question) {
        return unchanging(() -> verdict(considering().of(question, documentId)));
    }

    List<Likeness> compare(Question question, List<AnsweredBefore> others) {
        return unchanging(() -> compared(question, others));
    }

    private List<Likeness> compared(Question question, List<AnsweredBefore> others) {
        List<Word> typed = Word.of(question.text());
        Considering considering = considering();
        String language = considering.language(question, typed, typed);
        Comparison comparison = new Comparison(
                considering.read(language, question.text(), typed, Set.of()),
                vocabulary::words,
                appraisal.rarity(language));
        return others.stream().map(comparison::with).toList();
    }

    /** A bare number, an emoji or an ideograph is no question here. */
    private static boolean hasLetter(Word word) {
        return word.folded().codePoints().anyMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c));
    }

    Considered consider(Question question) {
        return considering().of(question, null);
    }

    /** By what is held now; for one search, while nothing changes. */
    private Considering considering() {
        return new Considering(shelf, index, texts, appraisal, vocabulary, reader, confidence);
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
