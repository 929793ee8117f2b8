package danvan.library.answer;

import danvan.library.Document;
import danvan.library.DocumentQuestion;
import danvan.library.Question;
import danvan.library.confidence.Confidence;
import danvan.library.confidence.Evidence;
import danvan.library.confidence.EvidenceExtractor;
import danvan.library.confidence.Relevance;
import danvan.library.index.PassageFilter;
import danvan.library.index.PassageStore;
import danvan.library.index.RankedText;
import danvan.library.index.Ranking;
import danvan.library.index.Snapshot;
import danvan.library.index.StoredPassage;
import danvan.library.query.FunctionWords;
import danvan.library.query.GlossaryExpander;
import danvan.library.query.KnownGaps;
import danvan.library.query.ParsedQuery;
import danvan.library.query.Provinces;
import danvan.library.query.QueryParser;
import danvan.library.query.QueryTerm;
import danvan.library.query.Reference;
import danvan.library.query.ReferenceParser;
import danvan.library.query.Shorthand;
import danvan.library.query.Translator;
import danvan.library.query.Word;
import danvan.library.query.WordOverlap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** With the document's kind among them: "luật viên chức". */
    private static final int FEWEST_OF_A_TITLE = 3;

    private static final int MANY_OF_A_TITLE = 5;

    /** "Điều 21. ", before what the article is about. */
    private static final Pattern NUMBER_OF_A_PLACE =
            Pattern.compile("(?iu)\\A(?:điều|khoản|chương|mục|phần|article|madde)\\s+\\p{Alnum}{1,8}\\.\\s+");

    private final Snapshot snapshot;
    private final Meaning meaning;
    private final PassageStore store;
    private final GlossaryExpander glossary;
    private final QueryParser parser;

    CandidateSearch(Snapshot snapshot, Meaning meaning) {
        this.snapshot = snapshot;
        this.meaning = meaning;
        this.store = snapshot.store();
        this.glossary = snapshot.glossary();
        this.parser = snapshot.parser();
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
        PassageFilter among = PassageFilter.NONE;
        for (Reference reference : references) {
            PassageFilter about = about(reference, bearers);
            if (store.isEmpty(about)) {
                about = about(reference.withKindsTakenForOneAnother(), bearers);
            }
            among = among.or(about);
        }
        Optional<String> province = Provinces.named(typed, references);
        if (province.isPresent()) {
            among = store.withoutOtherProvinces(province.get(), bearers, among);
        }
        boolean byTitle = only == null && references.isEmpty() && namesByTitle(text, reading, bearers);
        if (only != null) {
            bearers.clear();
            bearers.add(only);
            among = store.of(only);
        }
        boolean limited = only != null || !references.isEmpty();
        boolean unknown = limited && store.isEmpty(among);
        Set<String> numbers =
                referring.stream().filter(Word::hasDigit).map(Word::folded).collect(Collectors.toSet());
        KnownGaps.Nearest gap = glossary.gaps().to(reading, numbers, snapshot.rarity(language));
        List<Candidate> candidates = unknown
                ? List.of()
                : candidates(
                        text,
                        reading,
                        reading,
                        limited ? among : null,
                        new ScoreBoost(
                                reading,
                                bearers,
                                namesOf(bearers),
                                byTitle,
                                ScoreBoost.asked(question, typed, referring)));
        return new Candidates(
                language,
                Candidates.Wording.AS_TYPED,
                reading,
                references,
                bearers,
                among,
                unknown,
                DocumentQuestion.in(text).filter(any -> !bearers.isEmpty() && asksNoMore(reading, bearers)),
                gap,
                candidates);
    }

    /** Whether the question is a document's title, and what is asked of a document: when it was issued, by whom. */
    private boolean namesByTitle(String text, ParsedQuery reading, Set<String> bearers) {
        Set<String> title = new LinkedHashSet<>();
        boolean asks = false;
        boolean ofLinks = DocumentQuestion.in(text).isPresent();
        for (QueryTerm term : reading.terms()) {
            String folded = term.forms().get(0).folded();
            boolean ofIt = FunctionWords.isOfADocument(reading.language(), folded)
                    || (ofLinks && DocumentQuestion.isOfIt(folded));
            asks |= ofIt;
            if (term.importance() == 1 && !ofIt) {
                title.add(WordOverlap.form(reading.language(), folded, folded, false));
            }
        }
        if (!asks || title.size() < FEWEST_OF_A_TITLE) {
            return false;
        }
        boolean isLong = title.size() >= MANY_OF_A_TITLE;
        Set<String> named = new LinkedHashSet<>();
        store.titled(reading.language(), title).stream()
                .filter(document -> !document.isSummary() && (isLong || namesKind(document, title)))
                .forEach(document -> named.add(document.id()));
        bearers.addAll(named.size() == 1 ? named : Set.of());
        return named.size() == 1;
    }

    private Set<String> namesOf(Set<String> bearers) {
        Set<String> named = new LinkedHashSet<>();
        for (Document document : store.documents(bearers)) {
            if (!document.isSummary()) {
                glossary.words(document.language(), document.kind() + ". " + document.issuer())
                        .forEach(word -> named.add(word.folded()));
            }
        }
        return named;
    }

    private static boolean namesKind(Document document, Set<String> forms) {
        List<Word> kind = Word.of(document.kind());
        return !kind.isEmpty()
                && kind.stream()
                        .map(word -> WordOverlap.form(document.language(), word.folded(), word.folded(), false))
                        .allMatch(forms::contains);
    }

    /** Whether all that is said beside the document's name is what is asked of it. */
    private boolean asksNoMore(ParsedQuery reading, Set<String> bearers) {
        Set<String> named = new LinkedHashSet<>();
        for (Document document : store.documents(bearers)) {
            String name = String.join(" ", document.kind(), document.title(), document.issuer(), document.shortName());
            Word.of(name).forEach(word -> named.add(word.folded()));
            glossary.words(document.language(), name).forEach(word -> named.add(word.folded()));
        }
        return reading.terms().stream()
                .filter(term -> term.importance() == 1)
                .map(term -> term.forms().get(0).folded())
                .allMatch(folded -> DocumentQuestion.isOfIt(folded) || named.contains(folded));
    }

    private PassageFilter about(Reference reference, Set<String> bearers) {
        Set<String> own = store.bearers(reference);
        bearers.addAll(own);
        return store.about(own, reference);
    }

    private static boolean isWithin(Word word, Set<Word> others) {
        return others.stream().anyMatch(other -> word.start() < other.end() && other.start() < word.end());
    }

    String language(Question question, List<Word> telling, List<Word> typed) {
        String preferred = question.preferredLanguage() == null ? "vi" : question.preferredLanguage();
        return parser.languages()
                .of(telling)
                .or(() -> telling.isEmpty() ? ReferenceParser.languageOf(typed) : Optional.empty())
                .orElse(preferred);
    }

    private List<Candidate> candidates(
            String question,
            ParsedQuery reading,
            ParsedQuery typed,
            @Nullable PassageFilter among,
            ScoreBoost standing) {
        Ranking byWords = snapshot.search(
                reading, among == null ? DEPTH : DEPTH_OF_A_DOCUMENT, among, standing.isOfTheDocument());
        Meaning.Nearness near = meaning.of(question, reading.language());
        Ranking ranking = near.added(byWords, reading, among);
        List<RankedText> ranked = ranking.texts().stream()
                .map(text ->
                        new RankedText(text.ordinal(), text.score() * standing.of(snapshot.passage(text.ordinal()))))
                .sorted(Comparator.comparingDouble(RankedText::score).reversed())
                .limit(DEPTH + ranking.texts().size() - byWords.texts().size())
                .toList();
        var standings = new Ranking(ranked, ranking.attainable());
        EvidenceExtractor sideBySide = EvidenceExtractor.of(reading, typed, standings, snapshot);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            StoredPassage item = snapshot.passage(ranked.get(i).ordinal());
            OptionalDouble closeness = near.closeness(ranked.get(i).ordinal());
            Evidence evidence = sideBySide.of(i, likeHeading(reading, item), closeness);
            candidates.add(new Candidate(
                    item,
                    ranked.get(i).score() + Relevance.ofMeaning(closeness) * ranking.attainable() * standing.of(item),
                    evidence,
                    Confidence.of(reading.language(), item.document()).in(evidence)));
        }
        candidates.sort(Comparator.comparingDouble((Candidate candidate) -> Relevance.of(
                        reading.language(),
                        candidate.score(),
                        candidate.evidence(),
                        candidate.item().document().isSummary()))
                .reversed());
        return candidates;
    }

    private double likeHeading(ParsedQuery reading, StoredPassage item) {
        String language = reading.language();
        ToDoubleFunction<String> rarity = snapshot.rarity(language);
        double most = 0;
        for (String part : item.passage().heading().split(" › ", -1)) {
            String named = NUMBER_OF_A_PLACE.matcher(part).replaceFirst("");
            most = Math.max(most, WordOverlap.alike(reading, snapshot.phrase(language, named), rarity));
        }
        for (String also : item.also().split("[,;]", -1)) {
            most = Math.max(most, WordOverlap.alike(reading, snapshot.phrase(language, also), rarity));
        }
        return most;
    }

    /** @param referring the words of document numbers */
    ParsedQuery read(String language, String text, List<Word> typed, Set<Word> referring) {
        ParsedQuery reading =
                parser.read(language, writtenOut(language, text, typed), word -> isWithin(word, referring));
        // Words written out are marked whatever was typed.
        return new ParsedQuery(language, reading.terms(), typed.stream().anyMatch(Word::hasMarks));
    }

    private List<Word> writtenOut(String language, String text, List<Word> typed) {
        List<Word> words = glossary.expanded(language, text, typed, parser::knowsSyllable);
        return language.equals("vi") ? Shorthand.writtenOut(words) : words;
    }

    /**
     * In the administration's words, in other words that mean the same, or among the Vietnamese passages if enough of it can be
     * carried over; one after the other, as far as they are asked for.
     */
    Stream<Candidates> throughGlossary(Question question, Candidates considered) {
        List<Word> typed = Word.of(question.text());
        String language = considered.language();
        List<Word> words = writtenOut(language, question.text(), typed);
        boolean marked = considered.reading().marked();
        Stream<Candidates> everyday =
                glossary.thesaurus().exchanged(language, words, marked, parser::knowsSyllable).stream()
                        .map(way -> {
                            ParsedQuery reading = parser.read(language, way.words(), word -> false, way.exchanged());
                            return asked(
                                    question,
                                    considered,
                                    Candidates.Wording.OTHER,
                                    typed,
                                    new ParsedQuery(language, reading.terms(), marked));
                        });
        List<List<Word>> others;
        Candidates.Wording wording;
        if (language.equals("vi")) {
            others = glossary.synonymVariants(words);
            // The office's own synonyms are as good as what was typed.
            wording = Candidates.Wording.AS_TYPED;
        } else {
            Translator.Translation carried = glossary.translator().toVietnamese(language, typed);
            others = carried.share() < CARRIED_OVER ? List.of() : List.of(carried.words());
            wording = carried.share() < 1 ? Candidates.Wording.PARTLY : Candidates.Wording.AS_TYPED;
        }
        return Stream.concat(
                        everyday,
                        others.stream()
                                .map(way -> asked(
                                        question, considered, wording, typed, parser.read("vi", way, word -> false))))
                .limit(MOST_WAYS);
    }

    private Candidates asked(
            Question question,
            Candidates considered,
            Candidates.Wording wording,
            List<Word> typed,
            ParsedQuery reading) {
        List<Candidate> candidates = candidates(
                question.text(),
                reading,
                considered.reading(),
                considered.references().isEmpty() ? null : considered.among(),
                new ScoreBoost(
                        reading, considered.bearers(), Set.of(), false, ScoreBoost.asked(question, typed, Set.of())));
        return considered.in(wording, reading, candidates);
    }
}
