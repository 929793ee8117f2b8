package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BestSentenceTest {
    private static final String QUESTION = "Selimiye Camii hangi mimar tarafından yapıldı?";
    /** Holds the question's words here and there. */
    private static final String SCATTERED = """
            Selimiye Camii her yıl gezilir. Şehirde başka bir mimar okul açtı. Eski köprü taştan yapıldı.
            """;
    /** Says them in one sentence, once, and then goes on about something else. */
    private static final String IN_ONE = """
            Selimiye Camii mimar Sinan eliyle yapıldı. Padişah onu gördüğünde yaşlıydı; avlusunda her bahar laleler açar ve
            pazar kurulur.
            """;

    private static final List<IndexedText> TEXTS = List.of(
            IndexedText.of("tr", "Edirne", SCATTERED),
            IndexedText.of("tr", "Edirne", IN_ONE),
            IndexedText.of("tr", "Bursa", "İpek kozaları hanlarda satılır ve tüccarlar onları dokumacılara götürür."));

    private static List<TextIndex.Ranked> ranked(Function<String, Recipe> recipes) {
        QuestionReader reader = QuestionReader.over(TEXTS, Decoder.Costs::of);
        try (var index = new TextIndex(TEXTS, recipes)) {
            Reading reading = reader.read("tr", Word.of(QUESTION), word -> false);
            return index.search(reading, 10, null).texts();
        }
    }

    @Test
    void ofTwoThatStandCloseWhatSaysItInOneSentenceComesFirst() {
        List<TextIndex.Ranked> without = ranked(language -> Recipe.ENGLISH);
        List<TextIndex.Ranked> with = ranked(Recipe::of);
        assertThat(without).extracting(TextIndex.Ranked::ordinal).startsWith(0, 1);
        assertThat(with).extracting(TextIndex.Ranked::ordinal).startsWith(1, 0);
        assertThat(with)
                .extracting(TextIndex.Ranked::score)
                .isEqualTo(without.stream().map(TextIndex.Ranked::score).toList());
    }

    @Test
    void aTextCountsByItsBestSentenceAndRunsAcrossWordsAreRuns() {
        var sentences = new BestSentence(Map.of("kale", 2.0, "le_k", 1.0, "_kap", 1.0));
        double together = sentences.in(IndexedText.of("tr", "", "Eski kale kapısı bugün açıldı. Hava çok sıcaktı."));
        double apart = sentences.in(IndexedText.of("tr", "", "Eski kale bugün çok sıcaktı. Bütün evde kapı açıldı."));
        assertThat(apart).isPositive();
        assertThat(together).isBetween(apart * 1.9, apart * 2.1);
        assertThat(sentences.in(IndexedText.of("tr", "kale kapısı", ""))).isZero();
    }

    @Test
    void whatWasNotLookedAtStaysBehind() {
        List<TextIndex.Ranked> many = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> new TextIndex.Ranked(i, 12 - i))
                .toList();
        var sentences = new BestSentence(Map.of("kale", 100.0));
        IndexedText other = IndexedText.of("tr", "", "Hava bugün çok sıcak.");
        IndexedText castle = IndexedText.of("tr", "", "Bu kale çok eski.");
        assertThat(sentences.reorder(many, i -> i == 9 || i == 10 ? castle : other))
                .extracting(TextIndex.Ranked::ordinal)
                .containsExactly(9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11);
    }
}
