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
 * @param ofTheDocument whether it is the day or the number of a document itself, which stands at its head
 * @param day whether a day or an hour is asked for, which is written with a number; "khi nào" may be answered without
 */
public record AskedKind(boolean number, Set<String> units, boolean ofTheDocument, boolean day) {
    static final AskedKind ANY = new AskedKind(false, Set.of(), false, false);

    private static final Set<String> TIME = Set.of(
            "ngay", "thang", "nam", "gio", "phut", "tuan", "quy", "nhiem", "day", "days", "month", "months", "year",
            "years", "week", "weeks", "hours", "gun", "ay", "yil", "hafta", "saat");
    /** A day or an hour; a month or a year alone is none. */
    private static final Set<String> DAYS = Set.of("ngay", "gio", "hom", "thu");

    private static final Set<String> MONEY = Set.of("dong", "nghin", "ngan", "trieu", "ty", "d", "vnd", "usd");
    /** "500.000đ" is 500 and this, "500k" is one word. */
    private static final Pattern SUM = Pattern.compile("\\d{1,9}(?:d|k|tr|vnd)");

    private static final Set<String> SHARE = Set.of("%", "phan", "percent", "yuzde");

    private static final Map<String, Set<String>> ASKS = Map.ofEntries(
            Map.entry("bao lau", TIME),
            Map.entry("bao gio", TIME),
            Map.entry("khi nao", TIME),
            Map.entry("luc nao", TIME),
            Map.entry("ngay nao", DAYS),
            Map.entry("thang nao", TIME),
            Map.entry("nam nao", TIME),
            Map.entry("how long", TIME),
            Map.entry("how often", TIME),
            Map.entry("ne zaman", TIME),
            Map.entry("bao nhieu", Set.of()),
            Map.entry("hom nao", DAYS),
            Map.entry("gio nao", DAYS),
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
    static final Set<String> HAS_A_NUMBER = Set.of(
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

    private static final Set<String> DAY = Set.of("ngay nao", "gio nao", "hom nao", "ngay may", "may gio");

    private static final Set<String> ISSUED = Set.of(
            "ban hanh", "ngay ky", "ky ngay", "ra ngay", "ngay ra", "ra doi", "phe duyet", "thong qua", "cong bo");
    private static final Set<String> ISSUED_ELSEWHERE =
            Set.of("issued", "dated", "adopted", "signed", "tarihli", "yayimlandi", "cikarildi", "cikti");

    /** "ngày mùng chín", "mồng 5": the first ten days, often written in words. */
    private static final Set<String> BEFORE_A_DAY_OF_THE_MONTH = Set.of("mung", "mong");

    private static final Set<String> BEFORE_A_DAY = Set.of("truoc", "ngay", "sau", "den", "tu", "vao", "het", "qua");

    private static Set<String> exact(String... words) {
        return Stream.of(words).map(ExactForm::of).collect(Collectors.toUnmodifiableSet());
    }

    public static AskedKind of(List<QueryTerm> terms) {
        List<String> words = terms.stream().map(term -> term.typed().folded()).toList();
        boolean issued = false;
        boolean day = false;
        for (int i = 0; i < words.size(); i++) {
            issued |= ISSUED_ELSEWHERE.contains(words.get(i))
                    || (i > 0 && ISSUED.contains(words.get(i - 1) + ' ' + words.get(i)));
            day |= i > 0 && DAY.contains(words.get(i - 1) + ' ' + words.get(i));
        }
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
                return new AskedKind(
                        true, units.isEmpty() ? unitBehind(terms, i + length) : units, issued, day && !issued);
            }
        }
        return ANY;
    }

    /** Whether money is asked for: a sum is said in no other way than by a number and its unit. */
    public boolean isASum() {
        return units.equals(MONEY);
    }

    private boolean ofTime() {
        return units.equals(TIME) || units.equals(DAYS);
    }

    private boolean isATime() {
        return ofTime() && !ofTheDocument;
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
        if (isATime() && DocumentDays.restOnAnother(sentence)) {
            return false;
        }
        int dateline = ofTheDocument ? sentence.size() : DocumentDays.dateline(sentence);
        for (int i = 0; i < dateline; i++) {
            Word word = sentence.get(i);
            boolean counts = !units.isEmpty() && COUNTED_IN_WORDS.contains(word.exact());
            counts |= ofTime() && EVERY.contains(word.exact());
            if (word.hasDigit() ? !named : counts) {
                if (isATime() && DocumentDays.isOfAnother(sentence, i)) {
                    named = false;
                    continue;
                }
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
            return at == 0 || HAS_A_NUMBER.contains(sentence.get(at - 1).folded());
        }
        return NAMES_A_PLACE.contains(word) && !units.contains(word);
    }

    /** "8 đồng chí" are no money. */
    private static boolean isAComrade(List<Word> sentence, int at) {
        return sentence.get(at).folded().equals("dong")
                && at + 1 < sentence.size()
                && sentence.get(at + 1).folded().equals("chi");
    }

    /** "15/5/2024", "trước 30/6". */
    private static boolean isAWrittenDay(List<Word> sentence, int at) {
        boolean whole = isBeside(sentence, at)
                && isBeside(sentence, at + 1)
                && sentence.get(at + 2).folded().length() == 4;
        return whole
                || (at > 0
                        && BEFORE_A_DAY.contains(sentence.get(at - 1).folded())
                        && isBeside(sentence, at)
                        && sentence.get(at + 1).folded().length() <= 2);
    }

    /** Whether two numbers are parted by one sign: "30/6". */
    private static boolean isBeside(List<Word> sentence, int at) {
        return at + 1 < sentence.size()
                && DocumentDays.isDigits(sentence.get(at))
                && DocumentDays.isDigits(sentence.get(at + 1))
                && sentence.get(at + 1).start() - sentence.get(at).end() == 1;
    }

    private boolean isCounted(List<Word> sentence, int at) {
        boolean date = ofTime()
                && at > 0
                && (units.contains(sentence.get(at - 1).folded())
                        || BEFORE_A_DAY_OF_THE_MONTH.contains(
                                sentence.get(at - 1).folded()));
        date |= ofTime() && isAWrittenDay(sentence, at);
        for (int i = at; i < Math.min(sentence.size(), at + 1 + BEHIND) && !date; i++) {
            date = i > at && units.contains(sentence.get(i).folded()) && !isAComrade(sentence, i);
        }
        return date;
    }
}
