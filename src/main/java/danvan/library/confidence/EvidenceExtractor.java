package danvan.library.confidence;

import danvan.library.index.RankedText;
import danvan.library.index.Ranking;
import danvan.library.index.Snapshot;
import danvan.library.query.ParsedQuery;
import java.util.List;
import java.util.OptionalDouble;

/** The texts that a search has ranked, each seen against the others. */
public final class EvidenceExtractor {
    private static final int THIRD = 2;
    private static final int FIFTH = 4;

    private final SalientTerms telling;
    private final Ranking ranking;
    private final List<SalientTerms.Held> held;

    private EvidenceExtractor(SalientTerms telling, Ranking ranking, List<SalientTerms.Held> held) {
        this.telling = telling;
        this.ranking = ranking;
        this.held = held;
    }

    /** For the texts that a search over a snapshot has ranked. */
    public static EvidenceExtractor of(ParsedQuery question, Ranking ranking, Snapshot snapshot) {
        return of(question, question, ranking, snapshot);
    }

    /**
     * For the texts that a search over a snapshot has ranked.
     *
     * @param typed the question as it was typed, where it was put in other words
     */
    public static EvidenceExtractor of(ParsedQuery question, ParsedQuery typed, Ranking ranking, Snapshot snapshot) {
        SalientTerms telling = new SalientTerms(question, typed, snapshot.rarity(question.language()));
        return new EvidenceExtractor(
                telling,
                ranking,
                ranking.texts().stream()
                        .map(ranked -> telling.in(snapshot.text(ranked.ordinal())))
                        .toList());
    }

    /**
     * What speaks for one of the texts.
     *
     * @param rank from 0
     */
    public Evidence of(int rank, double likeHeading) {
        return of(rank, likeHeading, OptionalDouble.empty());
    }

    /**
     * What speaks for one of the texts, what it means included.
     *
     * @param rank from 0
     * @param closeness how near it is to the question in meaning; empty where that is not known
     */
    public Evidence of(int rank, double likeHeading, OptionalDouble closeness) {
        SalientTerms.Held own = held.get(rank);
        double tellsApart = 0;
        double lacks = 0;
        double lacksNames = 0;
        double rarestLacking = 0;
        for (int term = 0; term < telling.size(); term++) {
            double rarity = telling.rarity(term);
            double lacking = 1 - own.word(term);
            double lonely = rarity * (1 - shareOfOthers(rank, term));
            tellsApart += lonely * own.word(term);
            lacks += lonely * lacking;
            lacksNames += telling.isNameOrNumber(term) ? rarity * lacking : 0;
            rarestLacking = Math.max(rarestLacking, own.word(term) < 0.5 ? rarity : 0);
        }
        return new Evidence(
                Math.min(1, ranking.texts().get(rank).score() / ranking.attainable()),
                aheadOf(THIRD, rank),
                aheadOf(FIFTH, rank),
                own.inOneSentence(),
                own.neighbours(),
                tellsApart,
                lacks,
                lacksNames,
                rarestLacking,
                aheadOfNext(rank),
                own.inOneThatCanAnswer(),
                own.mayAnswer(),
                own.held(),
                likeHeading,
                closeness.isPresent() ? closeness.getAsDouble() - 1 : 0,
                closeness.orElse(0));
    }

    private double shareOfOthers(int rank, int term) {
        long holders = 0;
        for (int i = 0; i < held.size(); i++) {
            holders += i != rank && held.get(i).word(term) > 0 ? 1 : 0;
        }
        return holders / Math.max(1.0, held.size() - 1.0);
    }

    private double aheadOfNext(int rank) {
        List<RankedText> texts = ranking.texts();
        if (texts.size() == 1) {
            return 1;
        }
        double other = texts.get(rank == 0 ? 1 : 0).score();
        return Math.max(-1, 1 - other / texts.get(rank).score());
    }

    /** Where fewer were ranked, the last of them stands in: being one of two documents asked about is no lead. */
    private double aheadOf(int place, int rank) {
        List<RankedText> texts = ranking.texts();
        if (texts.size() == 1) {
            return 1;
        }
        int last = Math.min(place, texts.size() - 1);
        int other = rank < last ? last : last - 1;
        return Math.max(0, 1 - texts.get(other).score() / texts.get(rank).score());
    }
}
