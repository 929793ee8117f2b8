package danvan.library.index;

/**
 * What each view of a text counts in a score, and how BM25 is set. Vietnamese and the languages with endings lose
 * clearly on each other's recipe; docs/benchmarks.md has what each part is worth.
 *
 * @param words folded words
 * @param exact words with their marks, when the question was typed with any
 * @param exactBare the same when it was typed without: the marks are then guessed
 * @param pairs folded words together with their neighbour
 * @param title folded words of the title alone
 * @param beginnings the first five letters of each word, which outlive most endings
 * @param grams runs of four letters, across words
 * @param sentence runs of four letters once more, in the best single sentence (see {@link SentenceReranker})
 * @param document what a word of its document's name counts where the passage does not hold it, against one held
 * @param chapter the same for the title of its chapter
 * @param functionWords what a question word counts, against 1 for the others
 * @param b how much a long text is held against it
 * @param pairsB the same for pairs
 * @param gramsB the same for runs of letters
 * @param least what a word must be able to add to a score: one that stands nearly everywhere costs most of the time and
 *     decides nothing
 */
public record ScoringProfile(
        double words,
        double exact,
        double exactBare,
        double pairs,
        double title,
        double beginnings,
        double grams,
        double sentence,
        double document,
        double chapter,
        double functionWords,
        double k1,
        double b,
        double pairsB,
        double gramsB,
        double least) {
    static final ScoringProfile VIETNAMESE =
            new ScoringProfile(1, 1, 0.5, 1, 0.2, 0, 0.2, 0, 0.9, 0.6, 0.6, 0.8, 0.75, 0.75, 0.75, 0.2);
    /** Apart from English, where the best sentence does harm: 0.9795 falls to 0.977. */
    static final ScoringProfile TURKISH =
            new ScoringProfile(1.5, 0, 0, 0, 0, 3, 1, 1.2, 0.5, 0.3, 0.3, 1, 0.6, 0.5, 0.6, 0.4);

    static final ScoringProfile ENGLISH =
            new ScoringProfile(1.5, 0, 0, 0, 0, 3, 1, 0, 0.5, 0.3, 0.3, 1, 0.6, 0.5, 0.6, 0.4);

    public static ScoringProfile of(String language) {
        return switch (language) {
            case "vi" -> VIETNAMESE;
            case "tr" -> TURKISH;
            default -> ENGLISH;
        };
    }
}
