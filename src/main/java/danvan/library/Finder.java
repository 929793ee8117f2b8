package danvan.library;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Finds, among the passages of a knowledge base, the one that answers a question; or says that none does. */
final class Finder implements AutoCloseable {
    private static final int DEPTH = 10;
    private static final int DEPTH_OF_A_DOCUMENT = 50;
    /** The share of a question's telling words that must be carried over to Vietnamese to look there. */
    private static final double CARRIED_OVER = 0.6;

    /** How many other wordings of a question are tried. */
    private static final int MOST_WAYS = 6;

    /** Beyond so many words it is no question but a text, and everything in it is somewhere. */
    private static final int LONGEST_QUESTION = 200;

    private static final double LIKE_ITS_HEADING = 0.3;
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
            return new Finding.NotFound(List.of(), Optional.empty(), language(question, List.of(), List.of()));
        }
        Considered considered = consider(question);
        Finding finding = new Verdict(shelf, considered, this::believes).finding();
        boolean open = finding instanceof Finding.NotFound none && none.gap().isEmpty();
        return open && !considered.unknownReference() ? throughTheGlossary(question, considered, finding) : finding;
    }

    Finding findIn(String documentId, Question question) {
        return unchanging(() -> new Verdict(shelf, consider(question, documentId), this::believes).finding());
    }

    List<Likeness> compare(Question question, List<AnsweredBefore> others) {
        return unchanging(() -> compared(question, others));
    }

    private List<Likeness> compared(Question question, List<AnsweredBefore> others) {
        List<Word> typed = Word.of(question.text());
        String language = language(question, typed, typed);
        Comparison comparison = new Comparison(
                read(language, question.text(), typed, Set.of()), vocabulary::words, appraisal.rarity(language));
        return others.stream().map(comparison::with).toList();
    }

    /** @param referring the words of document numbers */
    private Reading read(String language, String text, List<Word> typed, Set<Word> referring) {
        List<Word> words = vocabulary.writtenOut(language, text, typed, reader.model("vi")::knowsFolded);
        Reading reading = reader.read(language, words, word -> isWithin(word, referring));
        // Words written out are marked whatever was typed.
        return new Reading(language, reading.terms(), typed.stream().anyMatch(Word::hasMarks));
    }

    /** A bare number, an emoji or an ideograph is no question here. */
    private static boolean hasLetter(Word word) {
        return word.folded().codePoints().anyMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c));
    }

    /** Looks in other words that mean the same, or among the Vietnamese passages if enough of it can be carried over. */
    private Finding throughTheGlossary(Question question, Considered considered, Finding otherwise) {
        List<Word> typed = Word.of(question.text());
        List<List<Word>> ways;
        if (considered.language().equals("vi")) {
            ways = vocabulary.inOtherWords(
                    vocabulary.writtenOut("vi", question.text(), typed, reader.model("vi")::knowsFolded));
        } else {
            Translator.Translation carried = vocabulary.translator().toVietnamese(considered.language(), typed);
            ways = carried.share() < CARRIED_OVER ? List.of() : List.of(carried.words());
        }
        return ways.stream()
                .limit(MOST_WAYS)
                .map(way -> asked(question, considered, typed, way))
                .filter(finding -> !(finding instanceof Finding.NotFound))
                .findFirst()
                .orElse(otherwise);
    }

    private Finding asked(Question question, Considered considered, List<Word> typed, List<Word> way) {
        Reading reading = reader.read("vi", way, word -> false);
        List<Candidate> candidates = candidates(
                reading,
                considered.references().isEmpty() ? null : considered.among(),
                new Standing(shelf, reading, considered.bearers(), Standing.asked(question, typed, Set.of())),
                considered.gap());
        return new Verdict(shelf, considered.in(reading, candidates), this::believes).finding();
    }

    Considered consider(Question question) {
        return consider(question, null);
    }

    /** @param only the document to look in; null for all */
    private Considered consider(Question question, @Nullable String only) {
        String text = question.text();
        List<Word> typed = Word.of(text);
        List<Reference> references = References.in(text, typed);
        Set<Word> referring = new LinkedHashSet<>();
        references.forEach(r -> referring.addAll(typed.subList(r.firstWord(), r.endWord())));
        List<Word> telling =
                typed.stream().filter(word -> !referring.contains(word)).toList();
        String language = language(question, telling, typed);

        Reading reading = read(language, text, typed, referring);

        Set<String> bearers = new LinkedHashSet<>();
        BitSet among = new BitSet();
        for (Reference reference : references) {
            BitSet about = about(reference, bearers);
            if (about.isEmpty()) {
                about = about(reference.withKindsTakenForOneAnother(), bearers);
            }
            among.or(about);
        }
        Provinces.named(typed, references)
                .ifPresent(province -> shelf.leaveOutOtherProvinces(province, bearers, among));
        if (only != null) {
            bearers.clear();
            bearers.add(only);
            among.clear();
            among.or(shelf.of(only));
        }
        boolean limited = only != null || !references.isEmpty();
        boolean unknown = limited && among.isEmpty();
        Gaps.Nearest gap = vocabulary.gaps().to(reading, appraisal.rarity(language));
        List<Candidate> candidates = unknown
                ? List.of()
                : candidates(
                        reading,
                        limited ? among : null,
                        new Standing(shelf, reading, bearers, Standing.asked(question, typed, referring)),
                        gap);
        return new Considered(language, reading, references, bearers, among, gap, candidates);
    }

    private BitSet about(Reference reference, Set<String> bearers) {
        Set<String> own = shelf.bearers(reference);
        bearers.addAll(own);
        return shelf.about(own, reference);
    }

    private static boolean isWithin(Word word, Set<Word> others) {
        return others.stream().anyMatch(other -> word.start() < other.end() && other.start() < word.end());
    }

    private String language(Question question, List<Word> telling, List<Word> typed) {
        String preferred = question.preferredLanguage() == null ? "vi" : question.preferredLanguage();
        return reader.languages()
                .of(telling)
                .or(() -> telling.isEmpty() ? References.languageOf(typed) : Optional.empty())
                .orElse(preferred);
    }

    private List<Candidate> candidates(Reading reading, @Nullable BitSet among, Standing standing, Gaps.Nearest gap) {
        TextIndex.Ranking ranking = index.search(reading, among == null ? DEPTH : DEPTH_OF_A_DOCUMENT, among);
        List<TextIndex.Ranked> ranked = ranking.texts().stream()
                .map(text -> new TextIndex.Ranked(text.ordinal(), text.score() * standing.of(text.ordinal())))
                .sorted(Comparator.comparingDouble(TextIndex.Ranked::score).reversed())
                .limit(DEPTH)
                .toList();
        var standings = new TextIndex.Ranking(ranked, ranking.attainable());
        SideBySide sideBySide = appraisal.of(reading, standings, texts);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Shelf.Item item = shelf.items().get(ranked.get(i).ordinal());
            Evidence evidence = sideBySide.of(i, likeHeading(reading, item), gap.likeness());
            candidates.add(new Candidate(
                    item,
                    ranked.get(i).score(),
                    evidence,
                    confidence.apply(reading.language()).in(evidence)));
        }
        // A heading that asks the same question tells more than one more word in the text.
        candidates.sort(Comparator.comparingDouble(Finder::worth).reversed());
        return candidates;
    }

    private static double worth(Candidate candidate) {
        return candidate.score() * (1 + LIKE_ITS_HEADING * candidate.evidence().likeHeading());
    }

    private double likeHeading(Reading reading, Shelf.Item item) {
        String language = reading.language();
        ToDoubleFunction<String> rarity = appraisal.rarity(language);
        double most = Evidence.alike(
                reading, vocabulary.words(language, item.passage().heading()), rarity);
        for (String also : item.also().split("[,;]", -1)) {
            most = Math.max(most, Evidence.alike(reading, vocabulary.words(language, also), rarity));
        }
        return most;
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
