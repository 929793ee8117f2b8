package danvan.task.programme;

import danvan.chat.Role;
import danvan.task.Task;
import danvan.text.Folding;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of a programme's sheets and columns, and the words in them, in each language: written in that of whoever asks,
 * and read in any. In English they are the keys of the YAML.
 */
final class ProgrammeWords {
    static final String TASKS = "tasks";
    static final String PROGRAMME = "programme";

    private static final Texts TEXTS = new Texts();
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final List<String> KINDS = List.of("weekly", "monthly", "quarterly", "half_yearly", "yearly");
    private static final List<String> LAST = List.of("last", "last-working");
    /** What may lead to a day and is none of it. */
    private static final Pattern BEFORE_DAY = Pattern.compile("^(?:ngay|vao|her) ");

    /** Of the columns that hold words: each word as the YAML has it, and the text that says it. */
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "status", words("task.word.status.", names(Task.Status.values())),
            "evidence", words("task.word.evidence.", names(Task.Evidence.values())),
            "owner.role", words("people.role.", names(Role.WORKING.toArray(Role[]::new))),
            "audience.roles", words("people.role.", names(Role.WORKING.toArray(Role[]::new))),
            "audience.level", words("people.level.", levels()));

    private static final Map<String, String> EVERY = words("task.word.every.", KINDS);
    private static final Map<String, String> DAYS = words("task.word.day.", names(DayOfWeek.values()));
    private static final Map<String, String> ENDS = words("task.word.", LAST);

    private ProgrammeWords() {}

    private static Map<String, String> words(String prefix, List<String> words) {
        Map<String, String> keys = new LinkedHashMap<>();
        words.forEach(word ->
                keys.put(prefix.startsWith("task.word.day") ? word : word.toLowerCase(Locale.ROOT), prefix + word));
        return keys;
    }

    private static List<String> names(Enum<?>... all) {
        return Stream.of(all).map(Enum::name).toList();
    }

    private static List<String> levels() {
        return TEXTS.keys("people", Language.EN).stream()
                .filter(key -> key.startsWith("level."))
                .map(key -> key.substring("level.".length()))
                .toList();
    }

    /** A sheet's name. */
    static String sheet(String sheet, Language language) {
        return TEXTS.in(language).plain("task.sheet." + sheet);
    }

    static boolean isSheet(String written, String sheet) {
        return languages().anyMatch(language -> same(written, sheet(sheet, language)));
    }

    /** A sheet's name in all languages. */
    static String sheets(String sheet) {
        return languages().map(language -> sheet(sheet, language)).distinct().collect(Collectors.joining(" / "));
    }

    /** The heading of a column. */
    static String heading(String column, Language language) {
        if (language == Language.EN) {
            return column;
        }
        Texts.Phrases texts = TEXTS.in(language);
        int dot = column.lastIndexOf('.');
        Optional<Language> of = dot < 0 ? Optional.empty() : Language.of(column.substring(dot + 1));
        return of.isPresent()
                ? texts.plain("task.column." + column.substring(0, dot)) + " ("
                        + texts.plain("task.column.in." + of.get().code()) + ")"
                : texts.plain("task.column." + column);
    }

    /** The column of a heading, among those of a sheet. */
    static Optional<String> column(String heading, List<String> known) {
        return known.stream()
                .filter(column -> languages().anyMatch(language -> same(heading, heading(column, language))))
                .findFirst();
    }

    /** What may stand in a column, where that is one of few words. */
    static List<String> choices(String column, Language language) {
        return WORDS.getOrDefault(column, Map.of()).entrySet().stream()
                .map(word -> said(word, language))
                .toList();
    }

    /** A cell's words as the YAML has them; what is not known stays as it was written. */
    static String read(String column, String written) {
        return column.equals("every")
                ? everyRead(written)
                : word(written, WORDS.getOrDefault(column, Map.of())).orElse(written);
    }

    /** What the YAML has, in words. */
    static String shown(String column, String value, Language language) {
        if (language == Language.EN) {
            return value;
        }
        if (column.equals("every")) {
            return everyShown(value, language);
        }
        Map<String, String> words = WORDS.getOrDefault(column, Map.of());
        return words.isEmpty()
                ? value
                : Stream.of(value.split(", ", -1))
                        .map(one -> shown(one, words, language))
                        .collect(Collectors.joining(", "));
    }

    private static String everyRead(String written) {
        String folded = Folding.folded(written);
        List<String> typed = List.of(written.strip().split("[\\s\\p{Z}]+", -1));
        for (String kind : KINDS) {
            for (String called : called(kind, EVERY)) {
                if (folded.startsWith(called + " ")) {
                    int words = called.split(" ", -1).length;
                    String rest = String.join(" ", typed.subList(Math.min(words, typed.size()), typed.size()));
                    return kind + " " + dayRead(kind, rest);
                }
            }
        }
        return written;
    }

    private static String dayRead(String kind, String written) {
        Optional<String> end = word(written, ENDS);
        if (end.isPresent()) {
            return end.get();
        }
        if (kind.equals("weekly")) {
            return word(written, DAYS).orElse(written);
        }
        String bare = BEFORE_DAY.matcher(Folding.folded(written)).replaceFirst("");
        Matcher dayFirst = DAY_FIRST.matcher(bare);
        if (kind.equals("yearly") && dayFirst.matches()) {
            return "%2s-%2s".formatted(dayFirst.group(2), dayFirst.group(1)).replace(' ', '0');
        }
        return bare.matches("\\d{1,2}") ? bare : written;
    }

    private static String everyShown(String value, Language language) {
        String[] parts = value.split(" ", 2);
        if (parts.length < 2 || !EVERY.containsKey(parts[0])) {
            return value;
        }
        Matcher monthFirst = MONTH_FIRST.matcher(parts[1]);
        String day = monthFirst.matches()
                ? monthFirst.group(2) + "/" + monthFirst.group(1)
                : shown(shown(parts[1], DAYS, language), ENDS, language);
        return shown(parts[0], EVERY, language) + " " + day;
    }

    private static String shown(String word, Map<String, String> words, Language language) {
        @Nullable String key = words.get(word);
        return key == null ? word : TEXTS.in(language).plain(key);
    }

    private static String said(Map.Entry<String, String> word, Language language) {
        return language == Language.EN ? word.getKey() : TEXTS.in(language).plain(word.getValue());
    }

    private static Optional<String> word(String written, Map<String, String> words) {
        String folded = Folding.folded(written);
        return words.keySet().stream()
                .filter(word -> called(word, words).contains(folded))
                .findFirst();
    }

    /** A word in all languages, folded, and as the YAML has it. */
    private static List<String> called(String word, Map<String, String> words) {
        List<String> called = new ArrayList<>(List.of(Folding.folded(word)));
        @Nullable String key = words.get(word);
        if (key != null) {
            languages()
                    .map(language -> Folding.folded(TEXTS.in(language).plain(key)))
                    .forEach(called::add);
        }
        return called;
    }

    private static boolean same(String one, String other) {
        return Folding.folded(one).equals(Folding.folded(other));
    }

    private static Stream<Language> languages() {
        return Stream.of(Language.values());
    }
}
