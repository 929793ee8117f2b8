package danvan.library.answer;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.DocumentQuestion;
import danvan.library.Finding;
import danvan.library.Hit;
import danvan.library.Passage;
import danvan.library.confidence.Confidence;
import danvan.library.index.PassageStore;
import danvan.library.index.Snapshot;
import danvan.library.query.FunctionWords;
import danvan.library.query.KnownGaps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what is said to a question, once everything that speaks for and against has been considered. */
final class AnswerDecision {
    private static final int MOST_OTHERS = 4;
    private static final Pattern IN_FORCE_FROM =
            Pattern.compile("(?iu)có hiệu lực (?:thi hành )?(?:kể )?(?:từ|sau)|takes effect|yürürlüğe girer");

    /** Less sure than an answer must be, and surer than the nearest passage. */
    private static final double HALF_SURE = 0.25;

    /** From here on the question is the gap's own, unless a heading is nearer still. */
    private static final double GAP = 0.6;
    /** How much better a document must match than the next that bears the same number. */
    private static final double TELLS_WHICH = 1.3;

    private final PassageStore store;
    private final Candidates considered;
    private final DoublePredicate sure;
    private final TellingWords telling;
    private @Nullable Set<String> bearing;

    /** @param sure whether so much confidence is enough to give a passage as the answer */
    AnswerDecision(Snapshot snapshot, Candidates considered, DoublePredicate sure) {
        this.sure = sure;
        this.store = snapshot.store();
        this.telling = new TellingWords(considered.reading(), snapshot.parser()::isOneWord);
        this.considered = considered;
    }

    Finding finding() {
        String language = considered.language();
        KnownGaps.Nearest gap = considered.gap();
        List<Candidate> candidates = OriginalsFirst.ordered(considered.candidates());
        Optional<ArticleReference.Place> place =
                ArticleReference.in(considered.reading()).flatMap(article -> article.among(store, bearing()));
        if (place.filter(found -> !found.passages().isEmpty()).isPresent()) {
            return at(place.get());
        }
        Optional<Finding> ofTheDocument = considered.asksOfTheDocument().flatMap(this::ofTheDocument);
        if (ofTheDocument.isPresent()) {
            return ofTheDocument.get();
        }
        if (candidates.isEmpty()) {
            return new Finding.NotFound(List.of(), gap.similarity() >= GAP ? gap.gap() : Optional.empty(), language);
        }
        if (isUndecided()) {
            return new Finding.WhichDocument(bearers(), language);
        }
        Candidate best = candidates.get(0);
        boolean inGap =
                gap.similarity() >= GAP && gap.similarity() > best.evidence().likeHeading();
        boolean noSuchPlace = place.isPresent() || namesAnotherArticle(best);
        // What the office brought since answers better than the word that nothing is held.
        Optional<Candidate> brought = inGap
                ? candidates.stream()
                        .filter(candidate ->
                                !candidate.item().document().isSummary() && sure.test(candidate.confidence()))
                        .findFirst()
                : Optional.empty();
        if (brought.isPresent() && !noSuchPlace) {
            List<Candidate> rest = candidates.stream()
                    .filter(other -> !other.equals(brought.get()))
                    .toList();
            return new Finding.Found(hit(brought.get()), hits(rest, 0, MOST_OTHERS), language);
        }
        if (!inGap
                && !noSuchPlace
                && (sure.test(best.confidence())
                        || (namesOnlyADocument() && considered.wording() != Candidates.Wording.PARTLY))) {
            Optional<Hit> opening = namesOnlyADocument() ? opening(best.item().document()) : Optional.empty();
            return new Finding.Found(opening.orElseGet(() -> hit(best)), hits(candidates, 1, MOST_OTHERS), language);
        }
        Optional<Candidate> live = inGap
                ? candidates.stream()
                        .filter(candidate -> holdsMoreThan(gap, candidate))
                        .findFirst()
                : Optional.empty();
        if (live.isPresent() && !noSuchPlace) {
            List<Candidate> rest = candidates.stream()
                    .filter(other -> !other.equals(live.get()))
                    .toList();
            return new Finding.Likely(hit(live.get()), hits(rest, 0, MOST_OTHERS), language);
        }
        if (!inGap && !noSuchPlace && isNear(best)) {
            return new Finding.Likely(hit(best), hits(candidates, 1, MOST_OTHERS), language);
        }
        return new Finding.NotFound(
                hits(candidates, 0, Finding.NotFound.MOST_NEAR_MISSES), inGap ? gap.gap() : Optional.empty(), language);
    }

    /** What a document is, and when it was issued, stands at its head, and not where it speaks of other documents. */
    private Optional<Hit> opening(Document document) {
        return document.isSummary() || bearing().size() != 1
                ? Optional.empty()
                : store.entries(document.id(), document.language()).stream()
                        .findFirst()
                        .map(DocumentContent.Entry::passage)
                        .map(passage -> new Hit(
                                passage,
                                document,
                                1,
                                telling.in(passage),
                                new AnsweringSentence(considered.reading()).in(passage)));
    }

    /** A document that was brought in holds the question better than the gap is like it. */
    private boolean holdsMoreThan(KnownGaps.Nearest gap, Candidate candidate) {
        return !candidate.item().document().isSummary()
                && candidate.confidence() >= HALF_SURE
                && candidate.evidence().inOneSentence() > gap.similarity();
    }

    /** The passage at the one article that is named, of the one document that is named. */
    Optional<Passage> cited() {
        Set<String> articles = ArticleReference.in(considered.reading())
                .map(ArticleReference::articles)
                .orElse(Set.of());
        if (bearing().size() != 1 || articles.size() != 1) {
            return Optional.empty();
        }
        List<Passage> passages = store.cited(bearing().iterator().next(), articles);
        return passages.stream()
                .filter(passage -> passage.language().equals(considered.language()))
                .findFirst()
                .or(() -> passages.stream().findFirst());
    }

    /** Another article is not what is wanted where one is named, whatever it holds. */
    private boolean namesAnotherArticle(Candidate best) {
        Set<String> named = ArticleReference.in(considered.reading())
                .map(ArticleReference::articles)
                .orElse(Set.of());
        return !named.isEmpty() && named.stream().noneMatch(best.item().articles()::contains);
    }

    private boolean isNear(Candidate candidate) {
        return Confidence.of(considered.reading().language(), candidate.item().document())
                .isNear(candidate.evidence());
    }

    private Finding at(ArticleReference.Place place) {
        List<Hit> hits = place.passages().stream()
                .limit(1 + MOST_OTHERS)
                .map(item -> new Hit(item.passage(), item.document(), 1, telling.in(item.passage())))
                .toList();
        return new Finding.Found(hits.get(0), hits.subList(1, hits.size()), considered.language());
    }

    /** What its links say, with the passage that says it, or the one that says what the document is. */
    private Optional<Finding> ofTheDocument(DocumentQuestion question) {
        Set<String> one = bearing();
        List<Document> documents = store.documents(one).stream()
                .filter(document -> !document.isSummary())
                .toList();
        if (one.size() != 1 || documents.isEmpty()) {
            return Optional.empty();
        }
        Document document = documents.stream()
                .filter(own -> own.language().equals(considered.language()))
                .findFirst()
                .orElse(documents.get(0));
        List<Passage> passages = store.entries(document.id(), document.language()).stream()
                .map(DocumentContent.Entry::passage)
                .toList();
        Passage saying = passages.stream()
                .filter(passage -> says(passage, document, question))
                .findFirst()
                .orElse(passages.get(0));
        return Optional.of(new Finding.Found(
                new Hit(
                        saying,
                        document,
                        1,
                        telling.in(saying),
                        new AnsweringSentence(considered.reading()).in(saying)),
                List.of(),
                considered.language(),
                Optional.of(question)));
    }

    private static boolean says(Passage passage, Document document, DocumentQuestion question) {
        return switch (question) {
            case REPLACES -> document.replaces().stream().anyMatch(passage.text()::contains);
            case IN_FORCE ->
                passage.article().isPresent()
                        && IN_FORCE_FROM.matcher(passage.text()).find();
            case REPLACED_BY, AMENDED_BY -> false;
        };
    }

    /** "08-ĐA/TU?", "when was resolution 25 issued": the document itself is the whole question. */
    private boolean namesOnlyADocument() {
        return !considered.references().isEmpty()
                && considered.reading().terms().stream()
                        .allMatch(term -> term.importance() < 1
                                || FunctionWords.isOfADocument(
                                        considered.reading().language(),
                                        term.typed().folded()));
    }

    private boolean isUndecided() {
        if (bearing().size() < 2 || considered.references().size() != 1) {
            return false;
        }
        Map<String, Double> best = new LinkedHashMap<>();
        for (Candidate candidate : considered.candidates()) {
            String document = candidate.item().document().id();
            if (bearing().contains(document)) {
                best.merge(document, candidate.score(), Math::max);
            }
        }
        List<Double> scores =
                best.values().stream().sorted((a, b) -> Double.compare(b, a)).toList();
        return namesOnlyADocument() || (scores.size() > 1 && scores.get(0) < TELLS_WHICH * scores.get(1));
    }

    /** The documents that bear the number asked for; a summary of one of them is not another. */
    private Set<String> bearing() {
        if (bearing == null) {
            bearing = OriginalsFirst.withoutSummaries(considered.bearers(), store);
        }
        return bearing;
    }

    private List<Document> bearers() {
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Document document : store.documents(bearing())) {
            boolean mine = document.language().equals(considered.language());
            if (mine || !documents.containsKey(document.id())) {
                documents.put(document.id(), document);
            }
        }
        return new ArrayList<>(documents.values());
    }

    /** Only of those that are handed out: where the words stand is read from the whole text. */
    private List<Hit> hits(List<Candidate> candidates, int from, int most) {
        return candidates.stream().skip(from).limit(most).map(this::hit).toList();
    }

    private Hit hit(Candidate candidate) {
        Passage passage = candidate.item().passage();
        return new Hit(
                passage,
                candidate.item().document(),
                candidate.confidence(),
                telling.in(passage),
                new AnsweringSentence(considered.reading()).in(passage));
    }
}
