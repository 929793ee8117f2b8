package danvan.library.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds document numbers in a text, however they are spelt: {@code 08-ĐA/TU}, {@code 08 da tu}, {@code de an so 8},
 * {@code nq25}, {@code 59/2023/NĐ-CP}, {@code Decree 59}, {@code 59 sayılı kararname}. A kind and a number make a
 * reference; a number with a unit behind it ("kế hoạch 5 năm", "báo cáo 6 tháng") does not.
 */
public final class ReferenceParser {
    /** What a kind is called in front of its number, folded. */
    private static final Map<String, Set<String>> NAMES = Map.ofEntries(
            Map.entry("nghi quyet", Set.of("nq")),
            Map.entry("chi thi", Set.of("ct")),
            Map.entry("ket luan", Set.of("kl")),
            Map.entry("quyet dinh", Set.of("qd")),
            Map.entry("quy dinh", Set.of("qdi")),
            Map.entry("huong dan", Set.of("hd")),
            Map.entry("ke hoach", Set.of("kh")),
            Map.entry("nghi dinh", Set.of("nd")),
            Map.entry("thong tu", Set.of("tt")),
            Map.entry("de an", Set.of("da")),
            Map.entry("phap lenh", Set.of("pl")),
            Map.entry("luat", Set.of("luat")),
            Map.entry("resolution", Set.of("nq")),
            Map.entry("directive", Set.of("ct")),
            Map.entry("conclusion", Set.of("kl")),
            Map.entry("decision", Set.of("qd")),
            Map.entry("regulation", Set.of("qd", "qdi")),
            Map.entry("guidance", Set.of("hd")),
            Map.entry("guideline", Set.of("hd")),
            Map.entry("decree", Set.of("nd")),
            Map.entry("circular", Set.of("tt")),
            Map.entry("project", Set.of("da")),
            Map.entry("scheme", Set.of("da")),
            Map.entry("ordinance", Set.of("pl")),
            Map.entry("law", Set.of("luat")));

    private static final Set<String> ENGLISH = Set.of(
            "resolution",
            "directive",
            "conclusion",
            "decision",
            "regulation",
            "guidance",
            "guideline",
            "decree",
            "circular",
            "project",
            "scheme",
            "ordinance",
            "law");
    /** The same as codes, before or after the number. */
    private static final Map<String, Set<String>> CODES = Map.ofEntries(
            Map.entry("nq", Set.of("nq")),
            Map.entry("ct", Set.of("ct")),
            Map.entry("kl", Set.of("kl")),
            Map.entry("qd", Set.of("qd", "qdi")),
            Map.entry("qdi", Set.of("qdi")),
            Map.entry("qyd", Set.of("qdi")),
            Map.entry("hd", Set.of("hd")),
            Map.entry("kh", Set.of("kh")),
            Map.entry("nd", Set.of("nd")),
            Map.entry("tt", Set.of("tt")),
            Map.entry("ttlt", Set.of("tt")),
            Map.entry("da", Set.of("da")),
            Map.entry("pl", Set.of("pl")));
    /** Turkish: the kind follows the number, with endings. The longer beginning goes first. */
    private static final List<Map.Entry<String, Set<String>>> TURKISH = List.of(
            Map.entry("kararname", Set.of("nd")),
            Map.entry("karar", Set.of("nq", "qd")),
            Map.entry("yonerge", Set.of("ct")),
            Map.entry("sonuc", Set.of("kl")),
            Map.entry("tuzu", Set.of("qd", "qdi")),
            Map.entry("kilavuz", Set.of("hd")),
            Map.entry("genelge", Set.of("tt")),
            Map.entry("proje", Set.of("da")),
            Map.entry("yasa", Set.of("luat")));

    private static final Set<String> ORGANS = Set.of(
            "tw", "tu", "hu", "cp", "ttg", "ttcp", "bdvtw", "btctw", "ubnd", "hdnd", "btt", "ubtvqh", "qh", "mttq");
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
        for (int i = 0; i < words.size(); ) {
            Reference reference = references.at(i);
            if (reference == null) {
                i++;
            } else {
                references.found.add(reference);
                i = reference.endWord();
            }
        }
        return references.found;
    }

    /** The language a kind is named in: "Decree 59", "59 sayılı kararname"; a Vietnamese symbol alone tells nothing. */
    public static Optional<String> languageOf(List<Word> words) {
        for (Word word : words) {
            if (ENGLISH.contains(word.folded())) {
                return Optional.of("en");
            }
            if (!turkish(word.folded()).isEmpty()) {
                return Optional.of("tr");
            }
        }
        return Optional.empty();
    }

    private @Nullable Reference at(int start) {
        var together = RUN_TOGETHER.matcher(folded(start));
        if (together.matches() && isCode(together.group(1))) {
            return finish(start, start + 1, kindsOf(together.group(1)), Integer.parseInt(together.group(2)), false);
        }
        int afterName = start;
        Set<String> named = Set.of();
        if (NAMES.containsKey(folded(start) + ' ' + folded(start + 1))) {
            named = kindsOf(folded(start) + ' ' + folded(start + 1));
            afterName = start + 2;
        } else if (NAMES.containsKey(folded(start)) || isCodeAt(start)) {
            named = kindsOf(folded(start));
            afterName = start + 1;
        }
        int at = afterName;
        while (NUMBER_WORDS.contains(folded(at)) && at > start) {
            at++;
        }
        if (!NUMBER.matcher(folded(at)).matches()) {
            return null;
        }
        int number = Integer.parseInt(folded(at));
        boolean loose = named.contains("luat") || named.contains("kh");
        return finish(start, at + 1, named, number, loose);
    }

    /**
     * Reads what follows the number: year, kind, organ.
     *
     * @param loose whether the kind's name with a bare number is no reference yet: "luật 2013", "kế hoạch 5"
     */
    private @Nullable Reference finish(int start, int afterNumber, Set<String> named, int number, boolean loose) {
        int at = afterNumber;
        int year = 0;
        Set<String> kinds = named;
        String organ = "";
        boolean symbol = false;
        if (YEAR.matcher(folded(at)).matches() && joined(at)) {
            year = Integer.parseInt(folded(at++));
            symbol = true;
        }
        if (ASSEMBLY.matcher(folded(at)).matches() && symbol) {
            kinds = named.isEmpty() ? Set.of("luat", "nq") : named;
            organ = "qh";
            at++;
        } else if (isCodeAt(at) && (joined(at) || ORGANS.contains(folded(at + 1)))) {
            Set<String> code = kindsOf(folded(at++));
            // "qd 11-QĐi/TW": the symbol knows better than the abbreviation in front of it.
            kinds = code.size() == 1 || named.isEmpty() ? code : named;
            symbol = true;
            if (joined(at) || ORGANS.contains(folded(at))) {
                organ = ASSEMBLY.matcher(folded(at)).matches() ? "qh" : folded(at);
                at++;
            }
        } else if (named.isEmpty()) {
            int kind = NUMBER_WORDS.contains(folded(at)) ? at + 1 : at;
            kinds = turkish(folded(kind));
            at = kinds.isEmpty() ? at : kind + 1;
        }
        if (kinds.isEmpty() || (!symbol && (loose || (UNITS.contains(folded(at)) && !yearFollows(at))))) {
            return null;
        }
        if (yearFollows(at)) {
            year = year == 0 ? Integer.parseInt(folded(at + 1)) : year;
        }
        return new Reference(kinds, number, year, organ, start, at);
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
        if (at >= words.size() || !isCode(folded(at))) {
            return false;
        }
        // "đa" and "da" are the code, "đã" and "dạ" are words.
        String exact = words.get(at).exact();
        return exact.equals(folded(at)) || exact.replace('đ', 'd').equals(folded(at));
    }

    private static boolean isCode(String folded) {
        return CODES.containsKey(folded);
    }

    private static Set<String> kindsOf(String folded) {
        return NAMES.getOrDefault(folded, CODES.getOrDefault(folded, Set.of()));
    }

    private static Set<String> turkish(String folded) {
        for (var kind : TURKISH) {
            if (folded.startsWith(kind.getKey())) {
                return kind.getValue();
            }
        }
        return Set.of();
    }

    private String folded(int at) {
        return at < words.size() ? words.get(at).folded() : "";
    }
}
