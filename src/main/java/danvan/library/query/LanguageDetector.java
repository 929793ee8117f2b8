package danvan.library.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells Vietnamese (with or without marks), Turkish and English apart, from as little as two words: by letters only one
 * of them has, by their little words, by what the library itself is written in, and by the shape of a Vietnamese
 * syllable. Numbers of documents are to be taken out before: "08-ĐA/TU projesi" is Turkish.
 */
public final class LanguageDetector {
    private static final Pattern VIETNAMESE_LETTER = Pattern.compile("[ăâđêôơư\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern TURKISH_LETTER = Pattern.compile("[ğşıçöü]");
    private static final Pattern SYLLABLE = Pattern.compile(
            "(b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(ch|c|m|ng|nh|n|p|t)?");
    public static final List<String> LANGUAGES = List.of("vi", "tr", "en");
    private static final double LETTER = 3;
    private static final double LITTLE_WORD = 1.6;
    private static final double NO_SYLLABLE = 1.2;
    /** How far apart the two likeliest must be before the text is taken to show its language. */
    private static final double CLEAR = 0.3;

    private static final double LIKELY_LETTERS = 0.4;

    private final Map<String, WordStatistics> models;
    private final Map<String, TrigramModel> letters;

    LanguageDetector(Map<String, WordStatistics> models, Map<String, TrigramModel> letters) {
        this.models = models;
        this.letters = letters;
    }

    /** Empty when the words do not tell. */
    public Optional<String> of(List<Word> words) {
        String best = "vi";
        double bestScore = Double.NEGATIVE_INFINITY;
        double secondScore = Double.NEGATIVE_INFINITY;
        for (String language : LANGUAGES) {
            double score = score(language, words);
            if (score > bestScore) {
                secondScore = bestScore;
                bestScore = score;
                best = language;
            } else {
                secondScore = Math.max(secondScore, score);
            }
        }
        return bestScore - secondScore < CLEAR ? Optional.empty() : Optional.of(best);
    }

    /**
     * The likeliest of the languages the collection is written in: there is nothing to find in another.
     *
     * @param recognised taken as it is when the collection holds it
     */
    public String held(Optional<String> recognised, List<Word> words) {
        List<String> held = LANGUAGES.stream()
                .filter(language -> Objects.requireNonNull(models.get(language)).hasTexts())
                .toList();
        if (held.isEmpty() || recognised.filter(held::contains).isPresent()) {
            return recognised.orElse(LANGUAGES.get(0));
        }
        return held.stream()
                .max(Comparator.comparingDouble(language -> score(language, words)))
                .orElseThrow();
    }

    private double score(String language, List<Word> words) {
        double score = 0;
        for (Word word : words) {
            if (!word.hasDigit()) {
                score += letters(language, word)
                        + littleWord(language, word)
                        + known(language, word)
                        + LIKELY_LETTERS
                                * Objects.requireNonNull(letters.get(language)).likelihood(word.folded());
            }
        }
        return score;
    }

    private static double letters(String language, Word word) {
        double score = 0;
        if (VIETNAMESE_LETTER.matcher(word.exact()).find()) {
            score += language.equals("vi") ? LETTER : 0;
        }
        if (TURKISH_LETTER.matcher(word.exact()).find()) {
            score += language.equals("tr") ? LETTER : 0;
        }
        if (language.equals("vi") && !SYLLABLE.matcher(word.folded()).matches()) {
            score -= NO_SYLLABLE;
        }
        return score;
    }

    private static double littleWord(String language, Word word) {
        return FunctionWords.contains(language, word) ? LITTLE_WORD : 0;
    }

    private double known(String language, Word word) {
        WordStatistics model = models.get(language);
        if (model == null || model.total() == 0) {
            return 0;
        }
        long count = 0;
        for (String form : word.hasMarks() ? List.of(word.exact()) : model.withLetters(word.folded())) {
            count += model.count(form, word.folded());
        }
        return count == 0 ? 0 : 0.5 + 0.1 * Math.log10(1 + 1e6 * count / model.total());
    }
}
