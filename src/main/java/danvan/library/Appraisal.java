package danvan.library;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Gathers the {@link Evidence} for the texts that a search has ranked. */
final class Appraisal {
    private final TextIndex index;

    Appraisal(TextIndex index) {
        this.index = index;
    }

    /** @param texts all there are, by ordinal */
    SideBySide of(Reading reading, TextIndex.Ranking ranking, List<IndexedText> texts) {
        return new SideBySide(new TellingWords(reading, rarity(reading.language())), ranking, texts);
    }

    /** How rare a folded word is, from 0 to 1. */
    ToDoubleFunction<String> rarity(String language) {
        return language.equals("vi")
                ? word -> index.rarity(language, Views.WORDS, word)
                : word -> index.rarity(language, Views.BEGINNINGS, Views.beginning(word));
    }
}
