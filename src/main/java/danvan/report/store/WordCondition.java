package danvan.report.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The condition that words stand in a report's answers, of rows of {@code report r}. */
final class WordCondition {
    /**
     * An expression, which no index has: reports are gone through in the order of the page, in an index that has all a
     * filter asks for. Each that a word is found in would be looked up by itself, with its instance, and ordered after that.
     */
    private static final String REPORT = "(r.id + 0)";

    private WordCondition() {}

    /** SQLite and PostgreSQL each have a function of this name. */
    static String typed(List<SearchedWord> words, List<Object> arguments) {
        arguments.add(words.stream().map(SearchedWord::expression).collect(Collectors.joining(" AND ")));
        return REPORT + " IN (SELECT w.rowid FROM report_words(?) w)";
    }

    /** A word that is typed, or stands in the label of a choice. */
    static String saying(SearchedWord word, List<ReportCriteria.Choice> labelled, List<Object> arguments) {
        String typed = typed(List.of(word), arguments);
        return "(" + typed + " OR " + chosen(labelled, arguments) + ")";
    }

    /** Whether one of these was chosen. */
    static String chosen(List<ReportCriteria.Choice> choices, List<Object> arguments) {
        Map<String, List<ReportCriteria.Choice>> byPath = new TreeMap<>();
        choices.forEach(choice ->
                byPath.computeIfAbsent(choice.path(), any -> new ArrayList<>()).add(choice));
        List<String> chosen = new ArrayList<>();
        // The length is the index's condition.
        byPath.forEach((path, values) ->
                chosen.add("(a.path = ? AND LENGTH(a.text) <= 200 AND " + chosen(path, values, arguments) + ")"));
        return REPORT + " IN (SELECT a.report_id FROM report_answer a WHERE " + String.join(" OR ", chosen) + ")";
    }

    private static String chosen(String path, List<ReportCriteria.Choice> choices, List<Object> arguments) {
        arguments.add(path);
        if (choices.stream().noneMatch(ReportCriteria.Choice::several)) {
            return ReportCriteria.in(
                    "a.text", choices.stream().map(ReportCriteria.Choice::value).toList(), arguments);
        }
        choices.forEach(choice -> arguments.add("% " + escaped(choice.value()) + " %"));
        return "(" + String.join(" OR ", Collections.nCopies(choices.size(), "' ' || a.text || ' ' LIKE ? ESCAPE '!'"))
                + ")";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
