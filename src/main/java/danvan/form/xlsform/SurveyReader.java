package danvan.form.xlsform;

import danvan.form.FormProblem;
import danvan.form.xform.BotAttributes;
import danvan.form.xform.XmlText;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rows into a {@link Survey}: pairs begin with end, knows the types, checks names, lists and languages. */
public final class SurveyReader {
    static final String ROOT = "data";

    /** What may stand behind begin and end, and whether it repeats. */
    private static final Map<String, Boolean> BLOCKS =
            Map.of("group", false, "repeat", true, "lgroup", true, "looped group", true);

    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern FILE_ENDING = Pattern.compile("\\.[^.]*$");

    private final XlsForm form;
    private final Consumer<Problem> problems;
    private final NodeNames names = new NodeNames();
    private final Map<String, List<Row>> lists = new LinkedHashMap<>();
    /** Instances read from files beside the form: their name to the file. */
    private final Map<String, String> externals = new LinkedHashMap<>();

    /** Lists of which several choices may be made. */
    private final Set<String> parted = new HashSet<>();

    private final List<String> languages = new ArrayList<>();
    private boolean sound = true;

    private SurveyReader(XlsForm form, Consumer<Problem> problems) {
        this.form = form;
        this.problems = problems;
    }

    /** The survey, or empty after every problem has been reported. */
    public static Optional<Survey> read(XlsForm form, Consumer<Problem> problems) {
        return new SurveyReader(form, problems).read();
    }

    private Optional<Survey> read() {
        checkColumns();
        readChoices();
        languages.addAll(SurveyLanguages.of(form, p -> {
            sound = false;
            problems.accept(p);
        }));
        var root = readSurvey();
        checkWeights(root);
        var settings = form.settings();
        var id =
                settings.text("form_id").orElse(FILE_ENDING.matcher(form.file()).replaceFirst(""));
        var title = settings.translations("form_title");
        if (title.isEmpty()) {
            title = Map.of("", new Row.Cell("settings", "form_id", id, settings.number()));
        }
        if (root.children().isEmpty() && sound) {
            report(new Row("survey", 1, Map.of()), "", FormProblem.of("noRows"), FormProblem.of("want.question"));
        }
        var survey = new Survey(form.file(), id, settings, title, languages, root, lists, externals, names);
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
                        .ifPresent(meant -> report(
                                row, column, FormProblem.of("unknownColumn"), FormProblem.of("want.column", meant)));
            }
        }
    }

    private void readChoices() {
        for (var row : form.choices()) {
            var list = row.get("list_name");
            var value = row.text("name").or(() -> row.text("value")).orElse("");
            if (list.isEmpty()) {
                report(row, "list_name", FormProblem.of("empty"), FormProblem.of("want.list"));
            } else if (value.isEmpty()) {
                report(row, "name", FormProblem.of("empty"), FormProblem.of("want.stored"));
            } else {
                var rows = lists.computeIfAbsent(list, name -> new ArrayList<>());
                if (rows.stream().anyMatch(r -> choiceValue(r).equals(value)) && !allowsDuplicates()) {
                    report(row, "name", FormProblem.of("choiceTwice", value, list), FormProblem.of("want.valueOnce"));
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

    private SurveyNode.Group readSurvey() {
        var root = new SurveyNode.Group(new Row("survey", 1, Map.of()), ROOT, Optional.empty(), false);
        var open = root;
        for (var row : form.survey()) {
            var type = row.get("type").strip();
            var words = type.toLowerCase(Locale.ROOT).replace('_', ' ').split("\\s+", -1);
            var block = String.join(" ", Arrays.asList(words).subList(Math.min(1, words.length), words.length));
            if (BotAttributes.isYes(row.get("disabled"))) {
                continue;
            }
            if (type.isEmpty()) {
                if (row.has("name") || row.has("label")) {
                    report(row, "type", FormProblem.of("empty"), FormProblem.of("want.type"));
                }
            } else if (words[0].equals("begin") && BLOCKS.containsKey(block)) {
                var group =
                        new SurveyNode.Group(row, groupName(row), Optional.of(open), BLOCKS.getOrDefault(block, false));
                addTo(open, group);
                open = group;
            } else if (words[0].equals("end") && BLOCKS.containsKey(block)) {
                open = close(row, open, BLOCKS.getOrDefault(block, false));
            } else {
                readLeaf(row, type, open);
            }
        }
        for (var left = open; left.parent().isPresent(); left = left.parent().get()) {
            report(
                    left.row(),
                    "type",
                    FormProblem.of("neverEnded"),
                    FormProblem.of("want.end", "end_" + (left.repeat() ? "repeat" : "group")));
        }
        return root;
    }

    private void checkWeights(SurveyNode.Group group) {
        for (var child : group.children()) {
            if (child instanceof SurveyNode.Group inner) {
                checkWeights(inner);
            } else if (child instanceof SurveyNode.Leaf leaf) {
                QuestionChecks.weight(
                        leaf, names, (column, found, expected) -> report(leaf.row(), column, found, expected));
            }
        }
    }

    private SurveyNode.Group close(Row row, SurveyNode.Group open, boolean repeat) {
        if (open.parent().isEmpty()) {
            report(row, "type", FormProblem.of("neverBegan"), FormProblem.of("want.begin"));
            return open;
        }
        if (open.repeat() != repeat) {
            report(
                    row,
                    "type",
                    FormProblem.of("otherKind", open.name(), open.row().number()),
                    FormProblem.of("want.exactEnd", "end_" + (open.repeat() ? "repeat" : "group")));
        }
        return open.parent().get();
    }

    private void readLeaf(Row row, String written, SurveyNode.Group parent) {
        if (written.equalsIgnoreCase("audit")) {
            // A record of how a phone app was used; in a chat there is nothing of the kind, and nobody is asked.
            return;
        }
        var reason = UnsupportedTypes.reason(written);
        var read = reason.isPresent() ? Optional.<TypeCell>empty() : TypeCell.read(written);
        if (read.isEmpty()) {
            reason.ifPresentOrElse(
                    why -> report(row, "type", why, FormProblem.of("want.anotherType")),
                    () -> report(row, "type", FormProblem.of("unknownType", written), FormProblem.of("want.types")));
            return;
        }
        var type = read.get();
        if (type.fromFile()) {
            externals.put(externalName(type.list()), type.list());
        } else if (type.type().isExternalList()) {
            externals.put(name(row), name(row) + (type.type() == RowType.CSV_EXTERNAL ? ".csv" : ".xml"));
            return;
        } else if (type.type().isSelect() && !lists.containsKey(type.list())) {
            report(
                    row,
                    "type",
                    FormProblem.of("unknownList", type.list()),
                    lists.isEmpty()
                            ? FormProblem.of("want.choices")
                            : FormProblem.of("want.oneOf", String.join(", ", lists.keySet())));
        } else if (type.type().holdsSeveral() && parted.add(type.list())) {
            reportBlanks(type.list());
        }
        add(row, type, parent);
    }

    /** Several choices are stored as one text with blanks between them; a single one may hold blanks. */
    private void reportBlanks(String list) {
        lists.getOrDefault(list, List.of()).stream()
                .filter(choice -> BLANK.matcher(choiceValue(choice)).find())
                .forEach(choice -> report(
                        choice, "name", FormProblem.of("space", choiceValue(choice)), FormProblem.of("want.noSpaces")));
    }

    private void add(Row row, TypeCell type, SurveyNode.Group parent) {
        boolean named = row.has("name");
        var name = !named && type.type().isMetadata()
                ? type.type().writtenAs()
                : !named && type.type() == RowType.NOTE ? "note_" + row.number() : name(row);
        var list = type.fromFile() ? externalName(type.list()) : type.list();
        var leaf = new SurveyNode.Leaf(row, name, Optional.of(parent), type.type(), list);
        QuestionChecks.check(leaf, (column, found, expected) -> report(row, column, found, expected));
        addTo(parent, leaf);
        if (type.orOther() && (type.fromFile() || row.has("choice_filter"))) {
            report(row, "type", FormProblem.of("orOther"), FormProblem.of("want.ownOther"));
        } else if (type.orOther()) {
            Optional.ofNullable(lists.get(list)).ifPresent(choices -> OtherChoice.addChoice(row, choices, languages));
            addTo(parent, OtherChoice.question(leaf, languages));
        }
    }

    /** {@code places.csv} is looked up as {@code places}. */
    private static String externalName(String file) {
        return FILE_ENDING.matcher(file).replaceFirst("");
    }

    private String groupName(Row row) {
        return row.has("name") ? name(row) : "group_" + row.number();
    }

    private String name(Row row) {
        var name = row.get("name");
        if (name.isEmpty()) {
            report(row, "name", FormProblem.of("empty"), FormProblem.of("want.name"));
            return "row" + row.number();
        }
        if (!XmlText.isName(name)) {
            report(row, "name", FormProblem.of("badName", name), FormProblem.of("want.goodName"));
            return "row" + row.number();
        }
        return name;
    }

    private void addTo(SurveyNode.Group parent, SurveyNode child) {
        parent.children().stream()
                .filter(c -> c.name().equals(child.name()))
                .findFirst()
                .ifPresent(twin -> report(
                        child.row(),
                        "name",
                        FormProblem.of("nameTwice", child.name(), twin.row().number()),
                        FormProblem.of("want.otherName")));
        parent.add(child);
        names.add(child);
    }

    private void report(Row row, String column, Problem found, Problem expected) {
        sound = false;
        problems.accept(row.problem(form.file(), column, found, expected));
    }
}
