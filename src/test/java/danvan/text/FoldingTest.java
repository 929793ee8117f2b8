package danvan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
