package danvan.library.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds document numbers in a text, however they are spelt: {@code 08-ĐA/TU}, {@code 08 da tu}, {@code de an so 8},
 * {@code nq25}, {@code 59/2023/NĐ-CP}, {@code ct 01 ttg 2014}, {@code thong tu lien tich 01/2014 ubdt btc}, {@code Decree
 * 59}, {@code 59 sayılı kararname}. A kind and a number make a reference; a number with a unit behind it ("kế hoạch 5 năm",
 * "báo cáo 6 tháng") does not, and kinds that are counted in speech ("kế hoạch 16", "báo cáo 2") need an issuer or a year.
 */
public final class ReferenceParser {
    /** Counted in speech too ("kế hoạch 5", "báo cáo 2"): with a bare number no reference yet. */
    private static final Set<String> COUNTED =
            Set.of("luat", "kh", "bc", "tb", "cd", "ctr", "pa", "qc", "ttr", "tri", "dl", "cv");
    /** Between a kind and its number: issued by several together. */
    private static final Set<String> JOINT = Set.of("lien tich", "lien bo", "lien nganh");

    private static final Set<String> ORGANS =
            Set.copyOf(List.of(("tw tu hu du cp ttg ttcp ctn bdvtw btctw btgtw bkttw bnctw vptw vptu vphu "
                            + "bdv btc btg ubkt ubkttw ubnd ctubnd hdnd btt ubtvqh vpqh qh mttq ubmttq mttqvn dct bttubtw ubtwmttqvn "
                            + "bnv bca bqp bgddt bkhdt btnmt bct bxd bgtvt btp byt bldtbxh bvhttdl bttt btttt bkhcn bnnptnt bnnmt bdttg "
                            + "ubdt nhnn tandtc vksndtc tld tldld hnd hndvn hpn hlhpn lhpn dct dtn tdtn twdtn ccb hccb svhttdl snv")
                    .split(" ", -1)));
    /** Without marks they are words as well ("từ", "dự"): only behind a kind of document. */
    private static final Set<String> WORDS_TOO = Set.of("tu", "hu", "du");

    private static final int MOST_ORGANS = 6;
    /** The longest name of a kind, and "liên tịch". */
    private static final int MOST_BEFORE_A_NUMBER = KindNames.LONGEST + 2;

    private static final Set<String> UNITS = Set.of(
            "nam", "thang", "ngay", "tuan", "quy", "lan", "nguoi", "ho", "gio", "phut", "phan", "dong", "trieu", "buoi",
            "cuoc", "diem", "xa", "thon", "viec", "nhom", "tieu", "gun", "ay", "yil", "hafta", "kisi", "days", "day",
            "months", "month", "years", "year", "weeks", "people", "times");
    private static final Set<String> NUMBER_WORDS = Set.of("so", "no", "number", "sayili", "numarali");
    private static final Pattern RUN_TOGETHER = Pattern.compile("([a-z]{2,4})(\\d{1,4})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern ASSEMBLY = Pattern.compile("(ubtv)?qh\\d*");

    private final String text;
    private final List<Word> words;
    private final List<Reference> found = new ArrayList<>();

    private ReferenceParser(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    public static List<Reference> in(String text, List<Word> words) {
        var references = new ReferenceParser(text, words);
        int[] numberAfter = references.wordsToTheNextNumber();
        for (int i = 0; i < words.size(); ) {
            Reference reference = numberAfter[i] > MOST_BEFORE_A_NUMBER ? null : references.at(i);
            if (reference == null) {
                i++;
            } else {
                references.found.add(reference);
                i = reference.endWord();
            }
        }
        return references.found;
    }

    /**
     * For each word, how many stand between it and the next one with a digit, "số" not counted. Whole libraries are read for
     * numbers, and most words have none near.
     */
    private int[] wordsToTheNextNumber() {
        int[] words = new int[this.words.size()];
        int far = MOST_BEFORE_A_NUMBER + 1;
        for (int i = words.length - 1; i >= 0; i--) {
            Word word = this.words.get(i);
            if (word.hasDigit()) {
                far = 0;
            } else if (!NUMBER_WORDS.contains(word.folded())) {
                far = Math.min(far + 1, MOST_BEFORE_A_NUMBER + 1);
            }
            words[i] = far;
        }
        return words;
    }

    /** The language a kind is named in: "Decree 59", "59 sayılı kararname"; a Vietnamese symbol alone tells nothing. */
    public static Optional<String> languageOf(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (new ReferenceParser("", words).lengthOfName(i) > 0 && !KindNames.isEnglish(word.folded())) {
                return Optional.of("vi");
            }
            if (KindNames.isEnglish(word.folded())) {
                return Optional.of("en");
            }
            if (!KindNames.turkish(word.folded()).isEmpty()) {
                return Optional.of("tr");
            }
        }
        return Optional.empty();
    }

    private @Nullable Reference at(int start) {
        var together = RUN_TOGETHER.matcher(folded(start));
        if (together.matches() && KindNames.isCode(together.group(1))) {
            return finish(start, start + 1, KindNames.kindsOf(together.group(1)), Integer.parseInt(together.group(2)));
        }
        int afterName = start + lengthOfName(start);
        Set<String> named = KindNames.kindsOf(joined(start, afterName));
        if (named.isEmpty() && isCodeAt(start)) {
            named = KindNames.kindsOf(folded(start));
            afterName = start + 1;
        }
        int at = afterName;
        if (at > start && JOINT.contains(folded(at) + ' ' + folded(at + 1))) {
            at += 2;
        }
        while (NUMBER_WORDS.contains(folded(at)) && at > start) {
            at++;
        }
        if (!NUMBER.matcher(folded(at)).matches()) {
            return null;
        }
        return finish(start, at + 1, named, Integer.parseInt(folded(at)));
    }

    /** How many words from here name a kind of document; 0 where none does. */
    private int lengthOfName(int start) {
        int longest = KindNames.longestFrom(folded(start));
        for (int length = Math.min(longest, words.size() - start); length > 0; length--) {
            if (KindNames.isName(joined(start, start + length))) {
                return length;
            }
        }
        return 0;
    }

    private String joined(int from, int end) {
        return words.subList(from, end).stream().map(Word::folded).collect(Collectors.joining(" "));
    }

    /** Reads what follows the number: year, kind, issuers, and the year once more. */
    private @Nullable Reference finish(int start, int afterNumber, Set<String> named, int number) {
        int at = afterNumber;
        int year = 0;
        Set<String> kinds = named;
        List<String> organs = new ArrayList<>();
        boolean symbol = false;
        if (isYear(at) && joined(at)) {
            year = Integer.parseInt(folded(at++));
            symbol = true;
        }
        if (ASSEMBLY.matcher(folded(at)).matches() && symbol) {
            kinds = named.isEmpty() ? Set.of("luat", "nq") : named;
            organs.add("qh");
            at++;
        } else if (isCodeAt(at) && (joined(at) || ORGANS.contains(folded(at + 1)))) {
            Set<String> code = KindNames.kindsOf(folded(at++));
            // "qd 11-QĐi/TW": the symbol knows better than the abbreviation in front of it.
            kinds = code.size() == 1 || named.isEmpty() ? code : named;
            symbol = true;
            at = organs(at, true, organs);
        } else if (named.isEmpty()) {
            int kind = NUMBER_WORDS.contains(folded(at)) ? at + 1 : at;
            kinds = KindNames.turkish(folded(kind));
            at = kinds.isEmpty() ? at : kind + 1;
        } else {
            at = organs(at, false, organs);
            symbol |= !organs.isEmpty();
        }
        boolean yearFollows = yearFollows(at);
        boolean loose = named.stream().anyMatch(COUNTED::contains) && !yearFollows;
        // "sắc lệnh 1945", "luật 2013": a year, and no number.
        loose |= start < afterNumber - 1 && isYear(afterNumber - 1) && !yearFollows;
        if (kinds.isEmpty() || (!symbol && (loose || (UNITS.contains(folded(at)) && !yearFollows)))) {
            return null;
        }
        if (yearFollows) {
            year = year == 0 ? Integer.parseInt(folded(at + 1)) : year;
        } else if (symbol && year == 0 && isYear(at)) {
            year = Integer.parseInt(folded(at++));
        }
        return new Reference(kinds, number, year, String.join("-", organs), start, at);
    }

    /**
     * The issuers from here on, as they stand in a symbol or behind a number.
     *
     * @param behindKind whether the document's kind stands right before, by which anything joined to it is an issuer
     * @return the word behind them
     */
    private int organs(int from, boolean behindKind, List<String> into) {
        int at = from;
        while (at < words.size() && into.size() < MOST_ORGANS && isOrganAt(at, behindKind, into.isEmpty())) {
            String organ = folded(at++);
            into.add(ASSEMBLY.matcher(organ).matches() ? "qh" : organ);
        }
        return at;
    }

    private boolean isOrganAt(int at, boolean behindKind, boolean first) {
        boolean symbol = behindKind
                && (first
                        ? joined(at)
                        : words.get(at).start() == words.get(at - 1).end() + 1 && joined(at));
        boolean known = ORGANS.contains(folded(at)) && (behindKind || !WORDS_TOO.contains(folded(at)));
        return symbol || (known && words.get(at).exact().replace('đ', 'd').equals(folded(at)));
    }

    private boolean isYear(int at) {
        return YEAR.matcher(folded(at)).matches();
    }

    /** "năm 2021", "of 2021" */
    private boolean yearFollows(int at) {
        return Set.of("nam", "of", "from").contains(folded(at))
                && YEAR.matcher(folded(at + 1)).matches();
    }

    /** Whether nothing but a slash or a hyphen stands between this word and the one before. */
    private boolean joined(int at) {
        if (at <= 0 || at >= words.size()) {
            return false;
        }
        String between =
                text.substring(words.get(at - 1).end(), words.get(at).start()).strip();
        return between.equals("-") || between.equals("/") || between.equals("–");
    }

    private boolean isCodeAt(int at) {
        if (at >= words.size() || !KindNames.isCode(folded(at))) {
            return false;
        }
        // "đa" and "da" are the code, "đã" and "dạ" are words.
        String exact = words.get(at).exact();
        return exact.equals(folded(at)) || exact.replace('đ', 'd').equals(folded(at));
    }

    private String folded(int at) {
        return at < words.size() ? words.get(at).folded() : "";
    }
}
