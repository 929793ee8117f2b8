package danvan.library.confidence;

import danvan.library.index.Fields;
import danvan.library.index.Ranking;
import danvan.library.index.TextIndex;
import danvan.library.query.AnalyzedText;
import danvan.library.query.ParsedQuery;
import danvan.library.query.WordForms;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Gathers the {@link Evidence} for the texts that a search has ranked. */
public final class Appraisal {
    private final TextIndex index;

    public Appraisal(TextIndex index) {
        this.index = index;
    }

    /**
     * Gathers it for a ranking.
     *
     * @param texts all there are, by ordinal
     */
    public EvidenceExtractor of(ParsedQuery reading, Ranking ranking, List<AnalyzedText> texts) {
        return new EvidenceExtractor(new SalientTerms(reading, rarity(reading.language())), ranking, texts);
    }

    /** How rare a folded word is, from 0 to 1. */
    public ToDoubleFunction<String> rarity(String language) {
        return language.equals("vi")
                ? word -> index.rarity(language, Fields.WORDS, word)
                : word -> index.rarity(language, Fields.BEGINNINGS, WordForms.beginning(word));
    }
}
