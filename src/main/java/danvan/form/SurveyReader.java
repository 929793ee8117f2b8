package danvan.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rows into a {@link Survey}: pairs begin with end, knows the types, checks names, lists and languages. */
final class SurveyReader {
    static final String ROOT = "data";
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern FILE_ENDING = Pattern.compile("\\.[^.]*$");

    private final XlsForm form;
    private final Consumer<FormProblem> problems;
    private final Names names = new Names();
    private final Map<String, List<Row>> lists = new LinkedHashMap<>();
    private boolean sound = true;

    private SurveyReader(XlsForm form, Consumer<FormProblem> problems) {
        this.form = form;
        this.problems = problems;
    }

    /** The survey, or empty after every problem has been reported. */
    static Optional<Survey> read(XlsForm form, Consumer<FormProblem> problems) {
        return new SurveyReader(form, problems).read();
    }

    private Optional<Survey> read() {
        checkColumns();
        readChoices();
        var root = readSurvey();
        var languages = languages();
        var settings = form.settings();
        var title = settings.translations("form_title");
        if (title.isEmpty()) {
            report(settings, "form_title", "is missing", "the form's title");
        }
        if (root.children().isEmpty() && sound) {
            report(new Row("survey", 1, Map.of()), "", "has no rows", "at least one question");
        }
        var id =
                settings.text("form_id").orElse(FILE_ENDING.matcher(form.file()).replaceFirst(""));
        var survey = new Survey(form.file(), id, settings.get("version"), title, languages, root, lists, names);
        return sound ? Optional.of(survey) : Optional.empty();
    }

    private void checkColumns() {
        var reported = new HashSet<String>();
        var rows = new ArrayList<>(form.survey());
        rows.add(form.settings());
        for (var row : rows) {
            for (var column : row.columns()) {
                Columns.meant(row.sheet(), column)
                        .filter(meant -> reported.add(row.sheet() + column))
                        .ifPresent(meant -> report(row, column, "is no column of XLSForm", meant));
            }
        }
    }

    private void readChoices() {
        for (var row : form.choices()) {
            var list = row.get("list_name");
            var value = row.text("name").or(() -> row.text("value")).orElse("");
            if (list.isEmpty()) {
                report(row, "list_name", "is empty", "the list this choice belongs to");
            } else if (value.isEmpty()) {
                report(row, "name", "is empty", "the value to store");
            } else if (value.contains(" ")) {
                report(row, "name", "«" + value + "» contains a space", "a value without spaces");
            } else {
                var rows = lists.computeIfAbsent(list, name -> new ArrayList<>());
                if (rows.stream().anyMatch(r -> choiceValue(r).equals(value)) && !allowsDuplicates()) {
                    report(row, "name", "«" + value + "» is in list «" + list + "» twice", "each value once");
                }
                rows.add(row);
            }
        }
    }

    static String choiceValue(Row choice) {
        return choice.text("name").or(() -> choice.text("value")).orElse("");
    }

    private boolean allowsDuplicates() {
        return form.settings().get("allow_choice_duplicates").equalsIgnoreCase("yes");
    }

    private Node.Group readSurvey() {
        var root = new Node.Group(new Row("survey", 1, Map.of()), ROOT, Optional.empty(), false);
        var open = root;
        for (var row : form.survey()) {
            var type = row.get("type").strip();
            var words = type.toLowerCase(Locale.ROOT).replace('_', ' ').split("\\s+", -1);
            if (type.isEmpty()) {
                if (row.has("name") || row.has("label")) {
                    report(row, "type", "is empty", "a type such as text, integer, select_one LIST");
                }
            } else if (words.length == 2 && words[0].equals("begin") && isBlock(words[1])) {
                var group = new Node.Group(row, name(row), Optional.of(open), words[1].equals("repeat"));
                addTo(open, group);
                open = group;
            } else if (words.length == 2 && words[0].equals("end") && isBlock(words[1])) {
                open = close(row, open, words[1].equals("repeat"));
            } else {
                readLeaf(row, type, open);
            }
        }
        for (var left = open; left.parent().isPresent(); left = left.parent().get()) {
            report(left.row(), "type", "is never ended", "a row end_" + (left.repeat() ? "repeat" : "group"));
        }
        return root;
    }

    private static boolean isBlock(String word) {
        return word.equals("group") || word.equals("repeat");
    }

    private Node.Group close(Row row, Node.Group open, boolean repeat) {
        if (open.parent().isEmpty()) {
            report(row, "type", "ends what never began", "a begin row before it");
            return open;
        }
        if (open.repeat() != repeat) {
            report(
                    row,
                    "type",
                    "ends «" + open.name() + "», begun in row " + open.row().number() + " as another kind",
                    "end_" + (open.repeat() ? "repeat" : "group"));
        }
        return open.parent().get();
    }

    private void readLeaf(Row row, String written, Node.Group parent) {
        var words = written.split("\\s+", -1);
        var type = RowType.named(written).filter(t -> !t.isSelect()).orElse(null);
        var list = "";
        if (type == null && words.length >= 2) {
            int last = words[words.length - 1].equalsIgnoreCase("or_other") ? words.length - 2 : words.length - 1;
            var before = String.join(" ", java.util.Arrays.copyOf(words, last));
            type = RowType.named(before).filter(RowType::isSelect).orElse(null);
            list = words[last];
            if (type != null && last != words.length - 1) {
                report(row, "type", "«or_other» is not supported", "a choice «other» and a text question");
            }
        }
        if (type == null) {
            UnsupportedTypes.reason(written)
                    .ifPresentOrElse(
                            why -> report(row, "type", "«" + written + "» " + why, "another type"),
                            () -> report(
                                    row,
                                    "type",
                                    "«" + written + "» is no known type",
                                    "text, integer, decimal, date, time, select_one LIST, select_multiple LIST, note, …"));
            return;
        }
        if (type.isSelect() && !lists.containsKey(list)) {
            report(
                    row,
                    "type",
                    "names the list «" + list + "», which the choices sheet does not have",
                    lists.isEmpty() ? "a choices sheet" : "one of " + String.join(", ", lists.keySet()));
        }
        var name = type.isMetadata() && !row.has("name") ? type.name().toLowerCase(Locale.ROOT) : name(row);
        var leaf = new Node.Leaf(row, name, Optional.of(parent), type, list);
        checkLeaf(leaf);
        addTo(parent, leaf);
    }

    private void checkLeaf(Node.Leaf leaf) {
        var row = leaf.row();
        var type = leaf.type();
        if (type.isVisible()
                && row.translations("label").isEmpty()
                && row.translations("hint").isEmpty()) {
            report(row, "label", "is empty", "the question's text");
        }
        if (type == RowType.CALCULATE && !row.has("calculation") && !row.has("default")) {
            report(row, "calculation", "is empty", "what to calculate");
        }
        if (type.isVisible() && type != RowType.NOTE && row.has("calculation") && !isYes(row.get("read_only"))) {
            report(
                    row,
                    "calculation",
                    "would overwrite what the person answers",
                    "a row of type calculate, or a default");
        }
        if (row.get("appearance").contains("search(")) {
            report(row, "appearance", "search() needs an outside file", "a choice_filter");
        }
    }

    static boolean isYes(String text) {
        return Set.of("yes", "true", "true()", "y").contains(text.toLowerCase(Locale.ROOT));
    }

    private String name(Row row) {
        var name = row.get("name");
        if (name.isEmpty()) {
            report(row, "name", "is empty", "a name for this row");
            return "row" + row.number();
        }
        if (!NAME.matcher(name).matches()) {
            report(
                    row,
                    "name",
                    "«" + name + "» cannot be a name",
                    "a letter or _, then letters, digits, _, - or dots, no spaces");
            return "row" + row.number();
        }
        return name;
    }

    private void addTo(Node.Group parent, Node child) {
        parent.children().stream()
                .filter(c -> c.name().equals(child.name()))
                .findFirst()
                .ifPresent(twin -> report(
                        child.row(),
                        "name",
                        "«" + child.name() + "» is already the name of row "
                                + twin.row().number(),
                        "another name"));
        parent.add(child);
        names.add(child);
    }

    /** The default language first: the one named in the settings, else the first that is written. */
    private List<String> languages() {
        var found = new LinkedHashSet<String>();
        var rows = new ArrayList<>(form.survey());
        rows.addAll(form.choices());
        for (var row : rows) {
            for (var column : Columns.translatedInSurvey()) {
                found.addAll(row.translations(column).keySet());
            }
        }
        var named = form.settings().get("default_language");
        if (!named.isEmpty() && !found.contains(named)) {
            if (found.stream().allMatch(String::isEmpty)) {
                return List.of(named);
            }
            report(
                    form.settings(),
                    "default_language",
                    "«" + named + "» is no language of this form",
                    "one of " + String.join(", ", found));
        }
        // Texts in the bare column belong to the default language.
        if (found.remove("") && named.isEmpty()) {
            return found.isEmpty() ? List.of("default") : withDefault(found);
        }
        var ordered = new LinkedHashSet<String>();
        if (!named.isEmpty()) {
            ordered.add(named);
        }
        ordered.addAll(found);
        return ordered.isEmpty() ? List.of("default") : List.copyOf(ordered);
    }

    private static List<String> withDefault(Set<String> others) {
        var all = new LinkedHashSet<String>();
        all.add("default");
        all.addAll(others);
        return List.copyOf(all);
    }

    private void report(Row row, String column, String found, String expected) {
        sound = false;
        problems.accept(row.problem(form.file(), column, found, expected));
    }
}
