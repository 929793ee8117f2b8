package danvan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words as people type them. */
class FoldingTest {
    /** Ð (U+00D0) looks like Đ (U+0110); a unit written with it was said not to exist. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "huyện Đông Hưng",
                "huyện \u00D0ông Hưng",
                "HUYỆN ĐÔNG HƯNG",
                "huyện \u00F0ông hưng",
                "huyen dong hung",
                "huye\u0323\u0302n  Đo\u0302ng\u00A0Hưng",
                "huyện\u200B Đông Hưng "
            })
    void whatLooksAlikeIsFoldedAlike(String typed) {
        assertThat(Folding.folded(typed)).isEqualTo("huyen dong hung");
        assertThat(Folding.code(typed)).isEqualTo("huyen-dong-hung");
    }

    @Test
    void wordsAsTheyLookKeepTheirAccentsAndCase() {
        assertThat(Folding.plain(" Xã\n\u00D0o\u0302ng  \u202EHoà")).isEqualTo("Xã Đông Hoà");
    }

    @Test
    void turkishAndOtherLettersOfTheLatinScriptAreBareToo() {
        assertThat(Folding.folded("İlçe IŞIK ışık Straße łódź Ærø")).isEqualTo("ilce isik isik strasse lodz aero");
    }

    @ParameterizedTest
    @CsvSource({"Đoàn,doan", "ƯỚC,uoc", "İl,il", "ılık,ilik", "Straße,strasse", "çözüm,cozum", "2022,2022", "hoà,hoa"})
    void foldingTakesEveryMarkOff(String word, String folded) {
        assertThat(Folding.letters(word)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"THẾ CÒN CẤP XÃ?,the con cap xa?", "\u00D0ẢNG ỦY,dang uy", "İkinci KIŞ,ikinci kis", "Straße,straße"})
    void letterForLetterTheTextKeepsItsPlaces(String composed, String aligned) {
        assertThat(Folding.aligned(composed)).isEqualTo(aligned).hasSameSizeAs(composed);
    }

    /** Letters are looked up one by one where that is enough; each must come out as the whole word would. */
    @Test
    void whatIsLookedUpLetterByLetterIsWhatUnicodeMakesOfTheWord() {
        Random random = new Random(7);
        String letters =
                "aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳáắấéếíóốớúứýảẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵğışçöüåñßœæłø0z -™\u0300ᄀ가\u1eff";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(7); length > 0; length--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(Folding.letters(word.toString())).isEqualTo(Folding.lettersApart(word.toString()));
        }
    }
}
