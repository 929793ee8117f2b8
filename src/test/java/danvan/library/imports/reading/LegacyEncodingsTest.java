package danvan.library.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.document.LegacyEncodings;
import danvan.library.imports.document.UnreadableFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegacyEncodingsTest {
    private static final String PANGRAM =
            "Đề án xây dựng nông thôn mới: giặt ủi, ngoằn ngoèo, khuỷu tay, mỹ thuật, tỷ lệ, ý kiến, nghĩ kỹ,"
                    + " ở đâu cũng vậy, quyết định, chuẩn bị, nước mắm, kỳ họp, ngủ, cưỡng chế, gỡ, vẽ, nhỉ, thuở, lẫn";
    /** Lower case, as the standard has no capitals with tone marks. */
    private static final String SMALL = PANGRAM.toLowerCase(java.util.Locale.ROOT);

    @Test
    void everyLetterOfTcvn3ComesBack() throws UnreadableFile {
        byte[] old = tcvn3(SMALL);
        assertThat(TextBytes.decoded(old)).isEqualTo(SMALL);
        String asAWordProcessorHandsItOn = new String(old, StandardCharsets.ISO_8859_1);
        assertThat(LegacyEncodings.reading(asAWordProcessorHandsItOn).apply(asAWordProcessorHandsItOn))
                .isEqualTo(SMALL);
    }

    @Test
    void aTurkishTextIsNotTakenForAnOldVietnameseOne() {
        String turkish =
                "Salt çoğunluğuyla karar verir. Gelemeyecek olanlar iki gün önce haber verir; her üye örneğini alır.";
        assertThat(LegacyEncodings.reading(turkish).apply(turkish)).isEqualTo(turkish);
    }

    @Test
    void everyLetterOfVniComesBackInCapitalsToo() throws UnreadableFile {
        String old = vni(PANGRAM);
        assertThat(LegacyEncodings.reading(old).apply(old)).isEqualTo(PANGRAM);
        assertThat(TextBytes.decoded(old.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(PANGRAM);
        String capitals = PANGRAM.toUpperCase(java.util.Locale.ROOT);
        assertThat(LegacyEncodings.reading(vni(capitals)).apply(vni(capitals))).isEqualTo(capitals);
    }

    @Test
    void knownWordsInTheOldFonts() {
        assertThat(LegacyEncodings.fromTcvn3("C«ng t¸c d©n vËn")).isEqualTo("Công tác dân vận");
        assertThat(LegacyEncodings.fromVni("Coâng taùc daân vaän")).isEqualTo("Công tác dân vận");
        assertThat(LegacyEncodings.fromVni("ÑAÛNG COÄNG SAÛN VIEÄT NAM")).isEqualTo("ĐẢNG CỘNG SẢN VIỆT NAM");
    }

    @Test
    void windows1258AndDecomposedTextBecomeOne() throws UnreadableFile {
        String decomposed = Normalizer.normalize(SMALL, Normalizer.Form.NFD);
        assertThat(LegacyEncodings.reading(decomposed).apply(decomposed)).isEqualTo(SMALL);
        Charset windows = Charset.forName("windows-1258");
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < SMALL.length(); i++) {
            char c = SMALL.charAt(i);
            // As its keyboard types it: the letter with its own mark composed, the tone behind it.
            String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            String tones = apart.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            String letter =
                    Normalizer.normalize(apart.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC);
            typed.append(letter).append(tones);
        }
        assertThat(TextBytes.decoded(typed.toString().getBytes(windows))).isEqualTo(SMALL);
    }

    @Test
    void unicodeOfAnyLanguageIsLeftAlone() {
        for (String text : new String[] {
            PANGRAM, "Çalışma grubu köylülerle görüştü, öğütlerini yazdı.", "The café's naïve façade", "plain", ""
        }) {
            assertThat(LegacyEncodings.reading(text).apply(text)).isEqualTo(text);
        }
    }

    private static byte[] tcvn3(String text) {
        Map<String, Integer> codes = new HashMap<>();
        for (int code = 0xA1; code <= 0xFE; code++) {
            String letter = LegacyEncodings.fromTcvn3(String.valueOf((char) code));
            codes.put(letter, code);
        }
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Integer code = c < 128 ? Integer.valueOf(c) : codes.get(String.valueOf(c));
            assertThat(code).as("a code for " + c).isNotNull();
            bytes[i] = (byte) java.util.Objects.requireNonNull(code).intValue();
        }
        return bytes;
    }

    /** Written by the rule, not by the table: letter, then its marks as VNI's keys give them. */
    private static String vni(String text) {
        Map<String, String> whole =
                Map.of("í", "í", "ì", "ì", "ỉ", "æ", "ĩ", "ó", "ị", "ò", "ỵ", "î", "đ", "ñ", "ơ", "ô", "ư", "ö");
        Map<Character, String> tones =
                Map.of('\u0301', "ù", '\u0300', "ø", '\u0309', "û", '\u0303', "õ", '\u0323', "ï");
        Map<Character, String> withHat =
                Map.of('\u0301', "á", '\u0300', "à", '\u0309', "å", '\u0303', "ã", '\u0323', "ä");
        Map<Character, String> withBowl =
                Map.of('\u0301', "é", '\u0300', "è", '\u0309', "ú", '\u0303', "ü", '\u0323', "ë");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String small = String.valueOf(c).toLowerCase(java.util.Locale.ROOT);
            String made;
            if (whole.containsKey(small)) {
                made = whole.getOrDefault(small, "");
            } else {
                String apart = Normalizer.normalize(small, Normalizer.Form.NFD);
                String letter = apart.substring(0, 1);
                boolean hat = apart.indexOf('\u0302') > 0;
                boolean bowl = apart.indexOf('\u0306') > 0;
                boolean horn = apart.indexOf('\u031B') > 0;
                String base = horn ? (letter.equals("o") ? "ô" : "ö") : letter;
                String mark = hat ? "â" : bowl ? "ê" : "";
                for (int j = 0; j < apart.length(); j++) {
                    char tone = apart.charAt(j);
                    if (tones.containsKey(tone)) {
                        mark = (hat ? withHat : bowl ? withBowl : tones).getOrDefault(tone, "");
                    }
                }
                made = base + mark;
            }
            out.append(Character.isUpperCase(c) ? made.toUpperCase(java.util.Locale.ROOT) : made);
        }
        return out.toString();
    }
}
