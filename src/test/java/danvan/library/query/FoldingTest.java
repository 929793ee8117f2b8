package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({"Đoàn,doan", "ƯỚC,uoc", "İl,il", "ılık,ilik", "Straße,strasse", "çözüm,cozum", "2022,2022", "hoà,hoa"})
    void foldingTakesEveryMarkOff(String word, String folded) {
        assertThat(Folding.folded(word)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"hoà,hòa", "thuý,thúy", "khoẻ,khỏe", "HÒA,hòa"})
    void theToneMarkMayStandOnEitherVowel(String one, String other) {
        assertThat(Folding.exact(one)).isEqualTo(Folding.exact(other));
    }

    @Test
    void composedAndDecomposedTextAreOne() {
        String composed = "được hưởng ước";
        assertThat(Word.of(Normalizer.normalize(composed, Normalizer.Form.NFD)))
                .extracting(Word::exact)
                .isEqualTo(WordForms.exact(Word.of(composed)));
        // Windows-1258: the letter composed, its tone mark apart.
        assertThat(Folding.exact("ê\u0301")).isEqualTo(Folding.exact("ế"));
    }

    @Test
    void wordsAreLettersAndDigits() {
        assertThat(WordForms.folded(Word.of("08-ĐA/TU: \"5 biết\", 50% (hộ)...")))
                .containsExactly("08", "da", "tu", "5", "biet", "50", "%", "ho");
    }

    /** Letters are looked up one by one where that is enough; each must come out as the whole word would. */
    @Test
    void whatIsLookedUpLetterByLetterIsWhatUnicodeMakesOfTheWord() {
        Random random = new Random(7);
        String letters =
                "aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳáắấéếíóốớúứýảẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵğışçöüåñßœæłø0z\u0300ᄀ가\u1eff";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(7); length > 0; length--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(Folding.folded(word.toString())).isEqualTo(Folding.foldedApart(word.toString()));
            assertThat(Folding.exact(word.toString())).isEqualTo(Folding.exactApart(word.toString()));
        }
    }
}
