package danvan.library.answer;

import danvan.library.Question;
import danvan.library.confidence.Appraisal;
import danvan.library.confidence.Confidence;
import danvan.library.confidence.Evidence;
import danvan.library.confidence.EvidenceExtractor;
import danvan.library.index.PassageStore;
import danvan.library.index.RankedText;
import danvan.library.index.Ranking;
import danvan.library.index.StoredPassage;
import danvan.library.index.TextIndex;
import danvan.library.query.AnalyzedText;
import danvan.library.query.GlossaryExpander;
import danvan.library.query.KnownGaps;
import danvan.library.query.ParsedQuery;
import danvan.library.query.Provinces;
import danvan.library.query.QueryParser;
import danvan.library.query.Reference;
import danvan.library.query.ReferenceParser;
import danvan.library.query.Translator;
import danvan.library.query.Word;
import danvan.library.query.WordOverlap;
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
 * What is held that may answer one question: its reading, the documents it names, and the passages, best first. By what is
 * held at the time.
 */
final class CandidateSearch {
    private static final int DEPTH = 10;
    private static final int DEPTH_OF_A_DOCUMENT = 50;
    /** The share of a question's telling words that must be carried over to Vietnamese to look there. */
    private static final double CARRIED_OVER = 0.6;

    /** How many other wordings of a question are tried. */
    private static final int MOST_WAYS = 6;

    private static final double LIKE_ITS_HEADING = 0.3;

    private final PassageStore shelf;
    private final TextIndex index;
    private final List<AnalyzedText> texts;
    private final Appraisal appraisal;
    private final GlossaryExpander vocabulary;
    private final QueryParser reader;
    private final Function<String, Confidence> confidence;

    /** @param confidence by language */
    CandidateSearch(
            PassageStore shelf,
            TextIndex index,
            List<AnalyzedText> texts,
            Appraisal appraisal,
            GlossaryExpander vocabulary,
            QueryParser reader,
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
    Candidates of(Question question, @Nullable String only) {
        String text = question.text();
        List<Word> typed = Word.of(text);
        List<Reference> references = ReferenceParser.in(text, typed);
        Set<Word> referring = new LinkedHashSet<>();
        references.forEach(r -> referring.addAll(typed.subList(r.firstWord(), r.endWord())));
        List<Word> telling =
                typed.stream().filter(word -> !referring.contains(word)).toList();
        String language = language(question, telling, typed);

        ParsedQuery reading = read(language, text, typed, referring);

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
        KnownGaps.Nearest gap = vocabulary.gaps().to(reading, appraisal.rarity(language));
        List<Candidate> candidates = unknown
                ? List.of()
                : candidates(
                        reading,
                        limited ? among : null,
                        new ScoreBoost(shelf, reading, bearers, ScoreBoost.asked(question, typed, referring)));
        return new Candidates(language, reading, references, bearers, among, gap, candidates);
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
                .or(() -> telling.isEmpty() ? ReferenceParser.languageOf(typed) : Optional.empty())
                .orElse(preferred);
    }

    private List<Candidate> candidates(ParsedQuery reading, @Nullable BitSet among, ScoreBoost standing) {
        Ranking ranking = index.search(reading, among == null ? DEPTH : DEPTH_OF_A_DOCUMENT, among);
        List<RankedText> ranked = ranking.texts().stream()
                .map(text -> new RankedText(text.ordinal(), text.score() * standing.of(text.ordinal())))
                .sorted(Comparator.comparingDouble(RankedText::score).reversed())
                .limit(DEPTH)
                .toList();
        var standings = new Ranking(ranked, ranking.attainable());
        EvidenceExtractor sideBySide = appraisal.of(reading, standings, texts);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            StoredPassage item = shelf.items().get(ranked.get(i).ordinal());
            Evidence evidence = sideBySide.of(i, likeHeading(reading, item));
            candidates.add(new Candidate(
                    item,
                    ranked.get(i).score(),
                    evidence,
                    confidence.apply(reading.language()).in(evidence)));
        }
        // A heading that asks the same question tells more than one more word in the text.
        candidates.sort(Comparator.comparingDouble(CandidateSearch::worth).reversed());
        return candidates;
    }

    private static double worth(Candidate candidate) {
        return candidate.score() * (1 + LIKE_ITS_HEADING * candidate.evidence().likeHeading());
    }

    private double likeHeading(ParsedQuery reading, StoredPassage item) {
        String language = reading.language();
        ToDoubleFunction<String> rarity = appraisal.rarity(language);
        double most = WordOverlap.alike(
                reading, vocabulary.words(language, item.passage().heading()), rarity);
        for (String also : item.also().split("[,;]", -1)) {
            most = Math.max(most, WordOverlap.alike(reading, vocabulary.words(language, also), rarity));
        }
        return most;
    }

    /** @param referring the words of document numbers */
    ParsedQuery read(String language, String text, List<Word> typed, Set<Word> referring) {
        List<Word> words = vocabulary.expanded(language, text, typed, reader::knowsSyllable);
        ParsedQuery reading = reader.read(language, words, word -> isWithin(word, referring));
        // Words written out are marked whatever was typed.
        return new ParsedQuery(language, reading.terms(), typed.stream().anyMatch(Word::hasMarks));
    }

    /**
     * In other words that mean the same, or among the Vietnamese passages if enough of it can be carried over; one after the
     * other, as far as they are asked for.
     */
    Stream<Candidates> throughGlossary(Question question, Candidates considered) {
        List<Word> typed = Word.of(question.text());
        List<List<Word>> ways;
        if (considered.language().equals("vi")) {
            ways = vocabulary.synonymVariants(vocabulary.expanded("vi", question.text(), typed, reader::knowsSyllable));
        } else {
            Translator.Translation carried = vocabulary.translator().toVietnamese(considered.language(), typed);
            ways = carried.share() < CARRIED_OVER ? List.of() : List.of(carried.words());
        }
        return ways.stream().limit(MOST_WAYS).map(way -> asked(question, considered, typed, way));
    }

    private Candidates asked(Question question, Candidates considered, List<Word> typed, List<Word> way) {
        ParsedQuery reading = reader.read("vi", way, word -> false);
        List<Candidate> candidates = candidates(
                reading,
                considered.references().isEmpty() ? null : considered.among(),
                new ScoreBoost(shelf, reading, considered.bearers(), ScoreBoost.asked(question, typed, Set.of())));
        return considered.in(reading, candidates);
    }
}
