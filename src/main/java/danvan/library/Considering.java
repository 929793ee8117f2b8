package danvan.library;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is held that may answer one question: its reading, the documents it names, and the passages, best first. By what a
 * {@link Finder} holds at the time.
 */
final class Considering {
    private static final int DEPTH = 10;
    private static final int DEPTH_OF_A_DOCUMENT = 50;
    /** The share of a question's telling words that must be carried over to Vietnamese to look there. */
    private static final double CARRIED_OVER = 0.6;

    /** How many other wordings of a question are tried. */
    private static final int MOST_WAYS = 6;

    private static final double LIKE_ITS_HEADING = 0.3;

    private final Shelf shelf;
    private final TextIndex index;
    private final List<IndexedText> texts;
    private final Appraisal appraisal;
    private final Vocabulary vocabulary;
    private final QuestionReader reader;
    private final Function<String, Confidence> confidence;

    /** @param confidence by language */
    Considering(
            Shelf shelf,
            TextIndex index,
            List<IndexedText> texts,
            Appraisal appraisal,
            Vocabulary vocabulary,
            QuestionReader reader,
            Function<String, Confidence> confidence) {
        this.shelf = shelf;
        this.index = index;
        this.texts = texts;
        this.appraisal = appraisal;
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.confidence = confidence;
    }

    /** @param only the document to look in; null for all */
    Finder.Considered of(Question question, @Nullable String only) {
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
        List<Finder.Candidate> candidates = unknown
                ? List.of()
                : candidates(
                        reading,
                        limited ? among : null,
                        new Standing(shelf, reading, bearers, Standing.asked(question, typed, referring)),
                        gap);
        return new Finder.Considered(language, reading, references, bearers, among, gap, candidates);
    }

    private BitSet about(Reference reference, Set<String> bearers) {
        Set<String> own = shelf.bearers(reference);
        bearers.addAll(own);
        return shelf.about(own, reference);
    }

    private static boolean isWithin(Word word, Set<Word> others) {
        return others.stream().anyMatch(other -> word.start() < other.end() && other.start() < word.end());
    }

    String language(Question question, List<Word> telling, List<Word> typed) {
        String preferred = question.preferredLanguage() == null ? "vi" : question.preferredLanguage();
        return reader.languages()
                .of(telling)
                .or(() -> telling.isEmpty() ? References.languageOf(typed) : Optional.empty())
                .orElse(preferred);
    }

    private List<Finder.Candidate> candidates(
            Reading reading, @Nullable BitSet among, Standing standing, Gaps.Nearest gap) {
        TextIndex.Ranking ranking = index.search(reading, among == null ? DEPTH : DEPTH_OF_A_DOCUMENT, among);
        List<TextIndex.Ranked> ranked = ranking.texts().stream()
                .map(text -> new TextIndex.Ranked(text.ordinal(), text.score() * standing.of(text.ordinal())))
                .sorted(Comparator.comparingDouble(TextIndex.Ranked::score).reversed())
                .limit(DEPTH)
                .toList();
        var standings = new TextIndex.Ranking(ranked, ranking.attainable());
        SideBySide sideBySide = appraisal.of(reading, standings, texts);
        List<Finder.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Shelf.Item item = shelf.items().get(ranked.get(i).ordinal());
            Evidence evidence = sideBySide.of(i, likeHeading(reading, item), gap.likeness());
            candidates.add(new Finder.Candidate(
                    item,
                    ranked.get(i).score(),
                    evidence,
                    confidence.apply(reading.language()).in(evidence)));
        }
        // A heading that asks the same question tells more than one more word in the text.
        candidates.sort(Comparator.comparingDouble(Considering::worth).reversed());
        return candidates;
    }

    private static double worth(Finder.Candidate candidate) {
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

    /** @param referring the words of document numbers */
    Reading read(String language, String text, List<Word> typed, Set<Word> referring) {
        List<Word> words = vocabulary.writtenOut(language, text, typed, reader.model("vi")::knowsFolded);
        Reading reading = reader.read(language, words, word -> isWithin(word, referring));
        // Words written out are marked whatever was typed.
        return new Reading(language, reading.terms(), typed.stream().anyMatch(Word::hasMarks));
    }

    /**
     * In other words that mean the same, or among the Vietnamese passages if enough of it can be carried over; one after the
     * other, as far as they are asked for.
     */
    Stream<Finder.Considered> throughTheGlossary(Question question, Finder.Considered considered) {
        List<Word> typed = Word.of(question.text());
        List<List<Word>> ways;
        if (considered.language().equals("vi")) {
            ways = vocabulary.inOtherWords(
                    vocabulary.writtenOut("vi", question.text(), typed, reader.model("vi")::knowsFolded));
        } else {
            Translator.Translation carried = vocabulary.translator().toVietnamese(considered.language(), typed);
            ways = carried.share() < CARRIED_OVER ? List.of() : List.of(carried.words());
        }
        return ways.stream().limit(MOST_WAYS).map(way -> asked(question, considered, typed, way));
    }

    private Finder.Considered asked(Question question, Finder.Considered considered, List<Word> typed, List<Word> way) {
        Reading reading = reader.read("vi", way, word -> false);
        List<Finder.Candidate> candidates = candidates(
                reading,
                considered.references().isEmpty() ? null : considered.among(),
                new Standing(shelf, reading, considered.bearers(), Standing.asked(question, typed, Set.of())),
                considered.gap());
        return considered.in(reading, candidates);
    }
}
