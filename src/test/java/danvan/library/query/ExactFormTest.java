package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactFormTest {
    @ParameterizedTest
    @CsvSource({"hoà,hòa", "thuý,thúy", "khoẻ,khỏe", "HÒA,hòa"})
    void theToneMarkMayStandOnEitherVowel(String one, String other) {
        assertThat(ExactForm.of(one)).isEqualTo(ExactForm.of(other));
    }

    @Test
    void composedAndDecomposedTextAreOne() {
        String composed = "được hưởng ước";
        assertThat(Word.of(Normalizer.normalize(composed, Normalizer.Form.NFD)))
                .extracting(Word::exact)
                .isEqualTo(WordForms.exact(Word.of(composed)));
        // Windows-1258: the letter composed, its tone mark apart.
        assertThat(ExactForm.of("ê\u0301")).isEqualTo(ExactForm.of("ế"));
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
            assertThat(ExactForm.of(word.toString())).isEqualTo(ExactForm.apart(word.toString()));
        }
    }
}
