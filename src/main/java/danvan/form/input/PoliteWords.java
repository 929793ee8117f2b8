package danvan.form.input;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands around an answer without changing it: the full stop that phones put, «dạ», «ạ», «khoảng». */
final class PoliteWords {
    /** Before a number or a time, folded. */
    private static final Set<String> ABOUT = Set.of(
            "khoang",
            "chung",
            "do",
            "co",
            "uoc",
            "luc",
            "vao",
            "tong",
            "tat",
            "ca",
            "cong",
            "la",
            "duoc",
            "yaklasik",
            "tahminen",
            "saat",
            "about",
            "around",
            "roughly",
            "approximately",
            "da",
            "vang");

    private static final Set<String> BEFORE = Set.of("da", "vang", "a", "thua", "em", "anh", "chi", "dongchi");
    private static final Set<String> AFTER = Set.of(
            "a", "ah", "nhe", "nha", "nhi", "day", "chi", "dongchi", "bac", "anh", "em", "sep", "bot", "efendim");
    private static final Pattern END = Pattern.compile("[.!…。,;:~\\s]");
    private static final Pattern SKIN = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}\\uFE0F]");

    private PoliteWords() {}

    /** Whether a folded word says «about». Tầm does, too; tám, which folds alike, is eight, unless figures follow. */
    static boolean isAbout(String word, String next) {
        return ABOUT.contains(word) || (word.equals("tam") && Character.isDigit(next.codePointAt(0)));
    }

    /** Without the marks at the end. */
    static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && END.matcher(text.substring(end - 1, end)).matches()) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Folded, without polite words before and after, marks at the end and colours of a hand; never empty by that. */
    static String stripped(String typed) {
        var text = withoutEnd(TextFolding.of(SKIN.matcher(typed).replaceAll(""))
                .replace(",", " ")
                .replace("dong chi", "dongchi"));
        var words = new ArrayDeque<>(Arrays.asList(text.strip().split(" +", -1)));
        while (words.size() > 1 && AFTER.contains(words.getLast())) {
            words.removeLast();
        }
        while (words.size() > 1 && BEFORE.contains(words.getFirst())) {
            words.removeFirst();
        }
        return String.join(" ", words);
    }
}
