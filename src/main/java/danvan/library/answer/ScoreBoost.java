package danvan.library.answer;

import danvan.library.NamedTime;
import danvan.library.Question;
import danvan.library.Validity;
import danvan.library.index.PassageStore;
import danvan.library.index.StoredPassage;
import danvan.library.query.FunctionWords;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryTerm;
import danvan.library.query.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a passage's score is multiplied by for what its words do not say: whether it is of the document that the question
 * names, of the article, of the time.
 *
 * @param bearers the documents that bear the number the question names; empty where it names none
 * @param named folded words of their kinds and issuers: said of the document, they ask nothing of it
 * @param byTitle whether one is named by its title, and asked what it is
 * @param asked the time the answer must hold for
 */
record ScoreBoost(ParsedQuery reading, Set<String> bearers, Set<String> named, boolean byTitle, Validity asked) {
    /** What leads up to a document's first article is seldom what is asked for. */
    private static final double LEADS_UP = 0.8;

    /** A passage that only names the document asked for stands behind one of the document itself. */
    private static final double ONLY_NAMES_IT = 0.7;

    /** Asked when a document was issued, its opening passage is meant. */
    private static final double OPENS_IT = 1.25;

    /** The article the question names. */
    private static final double ITS_ARTICLE = 1.4;

    /** The number is the whole question: then the opening passage says what the document is. */
    private static final double IS_THE_ANSWER = 10;

    private static final double HOLDS_AT_ANOTHER_TIME = 0.75;

    ScoreBoost {
        bearers = Set.copyOf(bearers);
        named = Set.copyOf(named);
    }

    /** The time the answer must hold for: what the question names, or the day it is asked. */
    static Validity asked(Question question, List<Word> typed, Set<Word> referring) {
        Optional<NamedTime> exact = NamedTime.in(question.text()).filter(NamedTime::isExact);
        if (exact.isPresent()) {
            return new Validity(
                    Optional.of(exact.get().from()), Optional.of(exact.get().to()));
        }
        for (Word word : typed) {
            if (word.folded().matches("20\\d\\d") && !referring.contains(word)) {
                int year = Integer.parseInt(word.folded());
                return new Validity(Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year, 12, 31)));
            }
        }
        return new Validity(Optional.of(question.asOf()), Optional.of(question.asOf()));
    }

    double of(StoredPassage item) {
        double standing = 1;
        if (!bearers.isEmpty() && !bearers.contains(item.document().id())) {
            standing = ONLY_NAMES_IT;
        } else if (isOfTheDocument()
                && item.opens()
                && !(asksForForce() && !item.document().isSummary())) {
            standing = isNumberOnly() ? IS_THE_ANSWER : OPENS_IT;
        } else if (item.leadsUp()) {
            standing = LEADS_UP;
        }
        if (articles().stream().anyMatch(item.articles()::contains)) {
            standing *= ITS_ARTICLE;
        }
        boolean holds = item.passage()
                .holds()
                .overlaps(asked.from().orElseThrow(), asked.to().orElseThrow());
        return holds ? standing : standing * HOLDS_AT_ANOTHER_TIME;
    }

    private Set<String> articles() {
        return PassageStore.articlesIn(
                reading.terms().stream().map(QueryTerm::typed).toList());
    }

    private boolean isNumberOnly() {
        return telling().isEmpty();
    }

    private List<QueryTerm> telling() {
        return reading.terms().stream()
                .filter(term -> term.importance() == 1 && !term.typed().name())
                .filter(term -> !named.contains(term.forms().get(0).folded()))
                .toList();
    }

    /** An article of the document itself says from when it is in force. */
    private boolean asksForForce() {
        return reading.terms().stream().anyMatch(term -> term.typed().folded().equals("luc"));
    }

    /** Whether a document is named and mostly what it is is asked, and not what it says: then its opening says that. */
    boolean isOfTheDocument() {
        List<QueryTerm> telling = telling();
        long ofIt = telling.stream()
                .filter(term -> FunctionWords.isOfADocument(
                        reading.language(), term.typed().folded()))
                .count();
        return byTitle || (!bearers.isEmpty() && 2 * ofIt >= telling.size());
    }
}
