package danvan.library.imports.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Text in the encodings from before Unicode, made Unicode: TCVN3 (the ".Vn" fonts, TCVN 5712:1993) and VNI-Windows (the
 * "VNI-" fonts). A word processor hands both on as Latin letters that only look Vietnamese in their own fonts, so they
 * are told by what they make of the text: the reading with the most Vietnamese syllables is the right one.
 */
public final class LegacyEncodings {
    private static final String TCVN3_CODES = "\u00B5\u00B6\u00B7\u00B8\u00B9\u00A8\u00BB\u00BC\u00BD\u00BE\u00C6"
            + "\u00A9\u00C7\u00C8\u00C9\u00CA\u00CB\u00AE\u00CC\u00CE\u00CF\u00D0\u00D1\u00AA\u00D2\u00D3\u00D4\u00D5\u00D6"
            + "\u00D7\u00D8\u00DC\u00DD\u00DE\u00DF\u00E1\u00E2\u00E3\u00E4\u00AB\u00E5\u00E6\u00E7\u00E8\u00E9"
            + "\u00AC\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00AD\u00F5\u00F6\u00F7\u00F8\u00F9"
            + "\u00FA\u00FB\u00FC\u00FD\u00FE\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7";
    private static final String TCVN3_LETTERS =
            "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";

    /** VNI writes a letter and then a mark; each row is a letter with its marks, then what the pairs stand for. */
    private static final String[][] VNI_PAIRS = {
        {"a", "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"},
        {"e", "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"},
        {"o", "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"},
        {"ô", "ùøûõï", "ớờởỡợ"},
        {"u", "ùøûõï", "úùủũụ"},
        {"ö", "ùøûõï", "ứừửữự"},
        {"y", "ùøûõ", "ýỳỷỹ"}
    };

    private static final String VNI_SINGLES = "ñíìæóòîôö";
    private static final String VNI_LETTERS = "đíìỉĩịỵơư";

    private static final Map<Character, Character> TCVN3 = singles(TCVN3_CODES, TCVN3_LETTERS);
    private static final Map<Character, Character> VNI_ALONE = singles(VNI_SINGLES, VNI_LETTERS);
    private static final Map<String, Character> VNI_TOGETHER = pairs();

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Punct}“”‘’…–]+");
    private static final String MARKED = "ăâđêôơư";
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouyăâêôơư]{1,3}(?:ch|c|m|ng|nh|n|p|t)?");

    /** How much more the old reading must explain before it is believed. */
    private static final double CLEARLY = 0.15;
    /** And how much of the text: some words of Turkish, so read, would be Vietnamese ones too. */
    private static final double MOSTLY = 0.6;

    private LegacyEncodings() {}

    /** The blocks as Unicode, composed; as they are where they were Unicode before. */
    public static List<Block> mended(List<Block> blocks) {
        StringBuilder all = new StringBuilder();
        for (Block block : blocks) {
            if (all.length() < 200_000) {
                all.append(block.text()).append('\n');
            }
        }
        UnaryOperator<String> reading = reading(all.toString());
        List<Block> mended = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            mended.add(block.with(block.cells().stream().map(reading).toList()));
        }
        return mended;
    }

    /** How a text like this one is to be read. */
    public static UnaryOperator<String> reading(String sample) {
        String composed = composed(sample);
        if (hasNoLettersOfItsOwn(sample)) {
            return LegacyEncodings::composed;
        }
        double asIs = vietnamese(composed);
        double tcvn3 = vietnamese(composed(fromTcvn3(sample)));
        double vni = vietnamese(fromVni(composed));
        if (tcvn3 > MOSTLY && tcvn3 > asIs + CLEARLY && tcvn3 >= vni) {
            return text -> composed(fromTcvn3(text));
        }
        return vni > MOSTLY && vni > asIs + CLEARLY
                ? text -> composed(fromVni(composed(text)))
                : LegacyEncodings::composed;
    }

    /** « and · are letters in these encodings too; a text of plain letters with a few of them is not in one. */
    private static boolean hasNoLettersOfItsOwn(String sample) {
        long letters = sample.chars().filter(Character::isLetter).count();
        long own = sample.chars().filter(c -> c > 127 && Character.isLetter(c)).count();
        return own * 50 < letters;
    }

    /** One form of each letter, and none of the marks that only steer printing. */
    public static String composed(String text) {
        String plain = text.replace('\u00A0', ' ').replaceAll("[\u200B-\u200F\u2060\uFEFF\u00AD\\p{Cc}&&[^\n\t]]", "");
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** The share of the words beyond ASCII that are Vietnamese syllables, those without a Vietnamese mark aside. */
    public static double vietnamese(String text) {
        int marked = 0;
        int syllables = 0;
        var words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().toLowerCase(java.util.Locale.ROOT);
            if (word.chars().allMatch(c -> c < 128)) {
                continue;
            }
            marked++;
            if (isSyllable(word)) {
                syllables++;
            }
        }
        return marked == 0 ? 0 : (double) syllables / marked;
    }

    /** Whether it may be a Vietnamese syllable with a mark. */
    private static boolean isSyllable(String word) {
        StringBuilder letters = new StringBuilder();
        int tones = 0;
        for (char c : Normalizer.normalize(word, Normalizer.Form.NFD).toCharArray()) {
            switch (c) {
                case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323' -> tones++;
                default -> letters.append(c);
            }
        }
        String plain = Normalizer.normalize(letters, Normalizer.Form.NFC);
        boolean told = tones == 1 || plain.chars().anyMatch(c -> MARKED.indexOf(c) >= 0);
        return tones <= 1 && told && SYLLABLE.matcher(plain).matches();
    }

    /** Whether it is spelt as a Vietnamese syllable is, marks aside. */
    public static boolean isSpeltAsOne(String plain) {
        return SYLLABLE.matcher(plain).matches();
    }

    public static String fromTcvn3(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(TCVN3.getOrDefault(c, c).charValue());
        }
        return out.toString();
    }

    public static String fromVni(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            Character together = i + 1 < text.length() ? VNI_TOGETHER.get(text.substring(i, i + 2)) : null;
            char c = text.charAt(i);
            out.append(together == null ? VNI_ALONE.getOrDefault(c, c) : together);
            i += together == null ? 0 : 1;
        }
        return out.toString();
    }

    private static Map<Character, Character> singles(String codes, String letters) {
        Map<Character, Character> map = new HashMap<>();
        for (int i = 0; i < codes.length(); i++) {
            map.put(codes.charAt(i), letters.charAt(i));
            char upper = Character.toUpperCase(codes.charAt(i));
            if (codes.charAt(0) == 'ñ') {
                map.put(upper, Character.toUpperCase(letters.charAt(i)));
            }
        }
        return map;
    }

    private static Map<String, Character> pairs() {
        Map<String, Character> map = new HashMap<>();
        for (String[] row : VNI_PAIRS) {
            for (int i = 0; i < row[1].length(); i++) {
                String pair = row[0] + row[1].charAt(i);
                char letter = row[2].charAt(i);
                map.put(pair, letter);
                char upper = Character.toUpperCase(letter);
                map.put(pair.toUpperCase(java.util.Locale.ROOT), upper);
                // "Ñaø" and "ÑAÙ" are both typed: a mark keeps its small form after a capital in some programs.
                map.put(row[0].toUpperCase(java.util.Locale.ROOT) + row[1].charAt(i), upper);
            }
        }
        return map;
    }
}
