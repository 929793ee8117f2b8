package danvan.library.index;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.query.AnalyzedText;
import danvan.library.query.Word;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SentenceRerankerTest {
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

    private static List<RankedText> ranked(Function<String, ScoringProfile> recipes) {
        try (PlainTexts texts = new PlainTexts(recipes)) {
            texts.with("tr", "Edirne", SCATTERED)
                    .with("tr", "Edirne", IN_ONE)
                    .with("tr", "Bursa", "İpek kozaları hanlarda satılır ve tüccarlar onları dokumacılara götürür.");
            return texts.index.read(snapshot -> snapshot.search(
                            snapshot.parser().read("tr", Word.of(QUESTION), word -> false), 10, null)
                    .texts());
        }
    }

    @Test
    void ofTwoThatStandCloseWhatSaysItInOneSentenceComesFirst() {
        List<RankedText> without = ranked(language -> ScoringProfile.ENGLISH);
        List<RankedText> with = ranked(ScoringProfile::of);
        assertThat(without).extracting(RankedText::ordinal).startsWith(0, 1);
        assertThat(with).extracting(RankedText::ordinal).startsWith(1, 0);
        assertThat(with)
                .extracting(RankedText::score)
                .isEqualTo(without.stream().map(RankedText::score).toList());
    }

    @Test
    void aTextCountsByItsBestSentenceAndRunsAcrossWordsAreRuns() {
        var sentences = new SentenceReranker(Map.of("kale", 2.0, "le_k", 1.0, "_kap", 1.0));
        double together = sentences.in(AnalyzedText.of("tr", "", "Eski kale kapısı bugün açıldı. Hava çok sıcaktı."));
        double apart = sentences.in(AnalyzedText.of("tr", "", "Eski kale bugün çok sıcaktı. Bütün evde kapı açıldı."));
        assertThat(apart).isPositive();
        assertThat(together).isBetween(apart * 1.9, apart * 2.1);
        assertThat(sentences.in(AnalyzedText.of("tr", "kale kapısı", ""))).isZero();
    }

    @Test
    void whatWasNotLookedAtStaysBehind() {
        List<RankedText> many = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> new RankedText(i, 12 - i))
                .toList();
        var sentences = new SentenceReranker(Map.of("kale", 100.0));
        AnalyzedText other = AnalyzedText.of("tr", "", "Hava bugün çok sıcak.");
        AnalyzedText castle = AnalyzedText.of("tr", "", "Bu kale çok eski.");
        assertThat(sentences.reorder(many, i -> i == 9 || i == 10 ? castle : other))
                .extracting(RankedText::ordinal)
                .containsExactly(9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11);
    }
}
