package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonSyllablesTest {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    /** The list is what the rules of the spelling allow, and nothing else. */
    @Test
    void eachIsASyllableByTheRules() {
        List<String> syllables = CommonSyllables.lines().stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList();
        assertThat(syllables).hasSizeGreaterThan(3_000).doesNotHaveDuplicates().allMatch(CommonSyllablesTest::isOne);
    }

    private static boolean isOne(String syllable) {
        String apart = Normalizer.normalize(syllable, Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        apart.chars().forEach(c -> (TONES.indexOf(c) >= 0 ? tones : letters).append((char) c));
        return tones.length() <= 1
                && Syllable.of(Normalizer.normalize(letters, Normalizer.Form.NFC))
                        .filter(one -> tones.length() == 0 || one.takes(tones.charAt(0)))
                        .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xóm", "chuẩn", "muốn", "mách", "rượu", "nghèo", "gạch", "hoà", "hòa", "xom", "ruou"})
    void everydayOnesAreKnown(String typed) {
        assertThat(CommonSyllables.contains(Word.of(typed).get(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xórn", "chẩun", "mưốn", "khiéu", "nghj", "xxom"})
    void slipsAreNot(String typed) {
        assertThat(CommonSyllables.contains(Word.of(typed).get(0))).isFalse();
    }
}
