package danvan.form.input;

import danvan.form.Choice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Yes and no as people type them in three languages: {@code Có.}, {@code dạ có ạ}, {@code ko}, {@code cos}, {@code 👍}. */
public final class YesNo {
    private static final Set<String> YES = Set.of(
            "co",
            "vang",
            "da",
            "u",
            "uh",
            "um",
            "uhm",
            "ok",
            "oke",
            "okay",
            "okie",
            "roi",
            "co roi",
            "co r",
            "co chu",
            "phai",
            "phai roi",
            "chac chan",
            "chac chan roi",
            "ukm",
            "uk",
            "dung",
            "dung r",
            "dung roi",
            "dung vay",
            "dung the",
            "duoc",
            "duoc roi",
            "dc",
            "dong y",
            "nhat tri",
            "tat nhien",
            "them",
            "co them",
            "evet",
            "e",
            "tamam",
            "olur",
            "tabii",
            "tabi",
            "elbette",
            "var",
            "yes",
            "y",
            "yep",
            "yeah",
            "sure",
            "of course",
            "correct",
            "true",
            "👍",
            "✅",
            "✔",
            "✓",
            "☑",
            "👌");
    private static final Set<String> NO = Set.of(
            "khong",
            "khong co",
            "ko",
            "ko co",
            "k",
            "kh",
            "hong",
            "hok",
            "hem",
            "khum",
            "k co",
            "kh co",
            "hok co",
            "hong co",
            "hem co",
            "khum co",
            "khong phai",
            "ko phai",
            "k phai",
            "sai",
            "sai roi",
            "khong duoc",
            "ko duoc",
            "k duoc",
            "khong dung",
            "khong dong y",
            "khong them",
            "khong a",
            "het",
            "het roi",
            "thoi",
            "hayir",
            "h",
            "yok",
            "no",
            "n",
            "nope",
            "olmaz",
            "degil",
            "wrong",
            "not",
            "false",
            "👎",
            "❌",
            "✖");

    private static final Set<String> YES_LABELS =
            Set.of("co", "vang", "dung", "duoc", "dong y", "nhat tri", "evet", "yes", "true");
    private static final Set<String> NO_LABELS = Set.of(
            "khong", "khong co", "khong dung", "khong duoc", "khong dong y", "khong nhat tri", "hayir", "no", "false");

    private static final Pattern DOUBLED = Pattern.compile("([aeodu])\\1");
    private static final Pattern TONE = Pattern.compile("(?<=[aeiouy]\\p{L}{0,3})[sfrxj1-5]\\b");

    private YesNo() {}

    /** What was meant, where it was yes or no. */
    public static Optional<Boolean> read(String typed) {
        return readPlain(PoliteWords.stripped(typed)).or(() -> readPlain(TextFolding.of(typed)));
    }

    private static Optional<Boolean> readPlain(String text) {
        return Stream.of(text, withoutTelex(text))
                .flatMap(words ->
                        YES.contains(words) ? Stream.of(true) : NO.contains(words) ? Stream.of(false) : Stream.empty())
                .findFirst();
    }

    /** Letters that a Vietnamese keyboard would have made into marks, typed while it was off: {@code khoong}, {@code cos}. */
    private static String withoutTelex(String text) {
        var words = DOUBLED.matcher(text).replaceAll("$1").replace("w", "");
        return TONE.matcher(words).replaceAll("");
    }

    /** Of the choices of a question that is answered by yes or no, the one that was meant. */
    static Optional<Choice> choice(String typed, List<Choice> choices) {
        var yes = choices.stream().filter(choice -> says(choice, YES_LABELS)).collect(Collectors.toList());
        var no = choices.stream().filter(choice -> says(choice, NO_LABELS)).collect(Collectors.toList());
        if (yes.size() != 1 || no.size() != 1) {
            return Optional.empty();
        }
        return read(typed).map(meant -> meant ? yes.get(0) : no.get(0));
    }

    private static boolean says(Choice choice, Set<String> labels) {
        return labels.contains(PoliteWords.stripped(choice.label()));
    }
}
