package danvan.library.query;

import java.util.List;
import java.util.Set;

/** What kind of thing a question asks for, as far as its words tell: whoever asks "how many" is told no name. */
public enum AskedKind {
    /** A number, a sum, a share, a day, a time. */
    NUMBER,
    OTHER;

    private static final Set<String> ONE_WORD = Set.of("may", "kac", "kacinci", "kactir", "when");
    private static final Set<String> TWO_WORDS = Set.of(
            "bao nhieu",
            "bao lau",
            "bao gio",
            "khi nao",
            "luc nao",
            "ngay nao",
            "thang nao",
            "nam nao",
            "gio nao",
            "how many",
            "how much",
            "how long",
            "how often",
            "ne zaman",
            "ne kadar");
    /** Behind these a number names a place or a document. */
    private static final Set<String> NAMES_A_PLACE = Set.of(
            "dieu", "khoan", "diem", "muc", "chuong", "luc", "so", "mau", "phan", "bang", "article", "clause", "no",
            "decree");

    private static final Set<String> COUNTED_IN_WORDS = Set.of(
            "hai",
            "bốn",
            "sáu",
            "bảy",
            "tám",
            "chín",
            "mười",
            "trăm",
            "nghìn",
            "triệu",
            "nửa",
            "iki",
            "üç",
            "dört",
            "beş",
            "altı",
            "yedi",
            "sekiz",
            "dokuz",
            "on",
            "yüz",
            "bin",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "hundred",
            "thousand",
            "million",
            "once",
            "twice",
            "monthly",
            "yearly",
            "quarterly",
            "daily",
            "annually");

    public static AskedKind of(List<QueryTerm> terms) {
        for (int i = 0; i < terms.size(); i++) {
            String word = terms.get(i).typed().folded();
            String next = i + 1 < terms.size() ? terms.get(i + 1).typed().folded() : "";
            if (ONE_WORD.contains(word) || TWO_WORDS.contains(word + ' ' + next)) {
                return NUMBER;
            }
        }
        return OTHER;
    }

    /** Whether a sentence holds such a thing; the number it is listed under is none. */
    public boolean isIn(List<Word> sentence) {
        if (this == OTHER) {
            return true;
        }
        boolean named = true;
        for (int i = 0; i < sentence.size(); i++) {
            Word word = sentence.get(i);
            if (!word.hasDigit()) {
                if (COUNTED_IN_WORDS.contains(word.exact())) {
                    return true;
                }
                named = NAMES_A_PLACE.contains(word.folded());
            } else if (!named) {
                return true;
            }
        }
        return false;
    }
}
