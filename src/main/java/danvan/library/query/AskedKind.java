package danvan.library.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What kind of thing a question asks for, as far as its words tell: who asks how many days is answered where days are
 * counted, and not where they are only spoken of.
 *
 * @param number whether a number, a sum, a share, a day or a time is asked for
 * @param units what is counted, folded; empty where the question does not say
 */
public record AskedKind(boolean number, Set<String> units) {
    static final AskedKind ANY = new AskedKind(false, Set.of());

    private static final Set<String> TIME = Set.of(
            "ngay", "thang", "nam", "gio", "phut", "tuan", "quy", "nhiem", "day", "days", "month", "months", "year",
            "years", "week", "weeks", "hours", "gun", "ay", "yil", "hafta", "saat");
    private static final Set<String> MONEY = Set.of("dong", "nghin", "ngan", "trieu", "ty", "d", "vnd", "usd");
    /** "500.000đ" is 500 and this, "500k" is one word. */
    private static final Pattern SUM = Pattern.compile("\\d{1,9}(?:d|k|tr|vnd)");

    private static final Set<String> SHARE = Set.of("%", "phan", "percent", "yuzde");

    private static final Map<String, Set<String>> ASKS = Map.ofEntries(
            Map.entry("bao lau", TIME),
            Map.entry("bao gio", TIME),
            Map.entry("khi nao", TIME),
            Map.entry("luc nao", TIME),
            Map.entry("ngay nao", TIME),
            Map.entry("thang nao", TIME),
            Map.entry("nam nao", TIME),
            Map.entry("how long", TIME),
            Map.entry("how often", TIME),
            Map.entry("ne zaman", TIME),
            Map.entry("bao nhieu", Set.of()),
            Map.entry("how many", Set.of()),
            Map.entry("how much", Set.of()),
            Map.entry("ne kadar", Set.of()),
            Map.entry("may", Set.of()),
            Map.entry("kac", Set.of()));
    /** What a unit is written as besides. */
    private static final Map<String, Set<String>> WRITTEN = Map.of(
            "tien",
            MONEY,
            "dong",
            MONEY,
            "phan",
            SHARE,
            "%",
            SHARE,
            "bn",
            Set.of(),
            "nguoi",
            Set.of("nguoi", "thanh", "dai"),
            "hom",
            Set.of("ngay"),
            "buoi",
            Set.of("buoi", "ngay"));

    /** Behind these a number names a place or a document. */
    private static final Set<String> NAMES_A_PLACE = Set.of(
            "dieu", "khoan", "diem", "muc", "chuong", "luc", "mau", "phan", "bang", "article", "clause", "no",
            "decree");
    /** "Nghị định số 30": behind these "số" leads to a document's number, behind others ("mã số") to a number. */
    private static final Set<String> HAS_A_NUMBER = Set.of(
            "dinh", "luat", "tu", "thi", "van", "dan", "lenh", "hoach", "mau", "quyet", "luan", "bao", "trinh", "an",
            "tich");

    private static final Set<String> COUNTED_IN_WORDS = exact(
            "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "trăm", "nghìn", "triệu",
            "nửa", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on", "two", "three", "four", "five",
            "six", "seven", "eight", "nine", "ten");
    /** "Hằng tháng" says how often, and counts nothing else. */
    private static final Set<String> EVERY = exact("hằng", "hàng", "mỗi", "every", "each", "her");

    /** "01 (một) người", "05 năm": so far behind its number a unit may stand. */
    private static final int BEHIND = 3;

    private static Set<String> exact(String... words) {
        return Stream.of(words).map(ExactForm::of).collect(Collectors.toUnmodifiableSet());
    }

    public static AskedKind of(List<QueryTerm> terms) {
        List<String> words = terms.stream().map(term -> term.typed().folded()).toList();
        for (int i = 0; i < words.size(); i++) {
            int length = 0;
            Set<String> units = i + 1 < words.size() ? ASKS.get(words.get(i) + ' ' + words.get(i + 1)) : null;
            if (units != null) {
                length = 2;
            } else {
                units = ASKS.get(words.get(i));
                length = 1;
            }
            if (units != null) {
                return new AskedKind(true, units.isEmpty() ? unitBehind(terms, i + length) : units);
            }
        }
        return ANY;
    }

    /** Whether money is asked for: a sum is said in no other way than by a number and its unit. */
    public boolean isASum() {
        return units.equals(MONEY);
    }

    private static Set<String> unitBehind(List<QueryTerm> terms, int at) {
        if (at >= terms.size()) {
            return Set.of();
        }
        String unit = terms.get(at).typed().folded();
        if (at + 1 < terms.size()
                && MONEY.contains(unit)
                && terms.get(at + 1).typed().folded().equals("dong")) {
            return MONEY;
        }
        return WRITTEN.getOrDefault(unit, Set.of(unit));
    }

    /** Whether a sentence holds such a thing; the number it is listed under is none. */
    public boolean isIn(List<Word> sentence) {
        if (!number) {
            return true;
        }
        boolean named = true;
        for (int i = 0; i < sentence.size(); i++) {
            Word word = sentence.get(i);
            boolean counts = !units.isEmpty() && COUNTED_IN_WORDS.contains(word.exact());
            counts |= units.equals(TIME) && EVERY.contains(word.exact());
            if (word.hasDigit() ? !named : counts) {
                if (units.isEmpty()
                        || isCounted(sentence, i)
                        || (isASum() && SUM.matcher(word.folded()).matches())) {
                    return true;
                }
            }
            named = word.hasDigit() ? named : namesAPlace(sentence, i);
        }
        return false;
    }

    private boolean namesAPlace(List<Word> sentence, int at) {
        String word = sentence.get(at).folded();
        if (word.equals("so")) {
            return at > 0 && HAS_A_NUMBER.contains(sentence.get(at - 1).folded());
        }
        return NAMES_A_PLACE.contains(word) && !units.contains(word);
    }

    /** "8 đồng chí" are no money. */
    private static boolean isAComrade(List<Word> sentence, int at) {
        return sentence.get(at).folded().equals("dong")
                && at + 1 < sentence.size()
                && sentence.get(at + 1).folded().equals("chi");
    }

    private boolean isCounted(List<Word> sentence, int at) {
        boolean date = units.equals(TIME)
                && at > 0
                && units.contains(sentence.get(at - 1).folded());
        for (int i = at; i < Math.min(sentence.size(), at + 1 + BEHIND) && !date; i++) {
            date = i > at && units.contains(sentence.get(i).folded()) && !isAComrade(sentence, i);
        }
        return date;
    }
}
