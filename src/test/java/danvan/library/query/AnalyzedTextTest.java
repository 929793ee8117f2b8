package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzedTextTest {
    /** Shared at first where only tests made texts of documents; a count of what the bot held showed it. */
    @Test
    void theSameWordsOfAllTextsHaveOneSetOfLettersHoweverTheTextIsMade() {
        AnalyzedText one = AnalyzedText.of("vi", "Đề án", "Đề án 08");
        AnalyzedText other = new AnalyzedText("vi", List.of(), Word.of("đề ÁN khác"));
        assertThat(other.body().get(0).exact()).isSameAs(one.title().get(0).exact());
        assertThat(other.body().get(1).folded()).isSameAs(one.body().get(1).folded());
        assertThat(one.body().get(2).folded()).isSameAs(one.body().get(2).exact());
    }
}
