package danvan.form.xform;

import danvan.form.FormProblem;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Calls of {@code pulldata()} and {@code search()}, which look into a CSV file that comes with the form. The file becomes an
 * instance of the form; {@code search()} becomes the set of choices that it describes.
 */
public final class ListCalls {
    public static final String PULLDATA = "pulldata";
    /** {@code bot-matches(how, there, wanted)}, as {@code search()} compares. */
    public static final String MATCHES = "bot-matches";

    private static final String LITERAL = "\\s*+(?:'([^']*+)'|\"([^\"]*+)\")\\s*+";
    private static final Pattern PULL =
            Pattern.compile("(?<![\\w.:-])pulldata\\s*+\\(" + LITERAL + "," + LITERAL + "," + LITERAL + ",");
    private static final Pattern CALL = Pattern.compile("(?<![\\w.:-])pulldata\\s*+\\(");
    private static final Pattern SEARCH = Pattern.compile("(?<![\\w.:-])search\\s*+\\(");
    private static final Pattern QUOTED = Pattern.compile("'[^']*+'|\"[^\"]*+\"");
    private static final Pattern RELATIVE = Pattern.compile("(?<![\\w./)\\]-])(?=\\.\\.?(?:/|$|\\s))");
    private static final Pattern COLUMN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*+");
    private static final Set<String> WAYS = Set.of("contains", "startswith", "endswith", "matches");

    private final Document form;
    private final Consumer<Problem> problems;
    /** The columns that are looked up, to be compared with those that are there. */
    private final Set<Column> columns = new LinkedHashSet<>();

    private record Column(String list, String name) {}

    private ListCalls(Document form, Consumer<Problem> problems) {
        this.form = form;
        this.problems = problems;
    }

    /** The name of a list's instance: a file may be named with its ending or without. */
    public static String listName(String written) {
        return written.endsWith(".csv") ? written.substring(0, written.length() - ".csv".length()) : written;
    }

    /** To be run before the files are read into the form; what comes back is run afterwards. */
    static Runnable mend(Document form, Consumer<Problem> problems) {
        var calls = new ListCalls(form, problems);
        calls.pulled();
        for (var control : List.of("select1", "select", "rank")) {
            Xml.elements(form.getDocumentElement(), control).forEach(calls::searched);
        }
        return calls::checkColumns;
    }

    private void pulled() {
        for (var element : Xml.elements(form.getDocumentElement(), "*")) {
            var attributes = element.getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                var attribute = attributes.item(j);
                var value = attribute.getNodeValue();
                if (!value.contains(PULLDATA)) {
                    continue;
                }
                if (PULL.matcher(value).results().count()
                        < CALL.matcher(value).results().count()) {
                    problems.accept(FormProblem.of("search.unclear", value, place(element)));
                }
                attribute.setNodeValue(PULL.matcher(value).replaceAll(call -> Matcher.quoteReplacement(pulled(call))));
            }
        }
        columns.stream().map(Column::list).distinct().forEach(this::declare);
    }

    /** The call with its list named as a path, without which JavaRosa would not read the list. */
    private String pulled(MatchResult call) {
        var literals = Stream.of(1, 3, 5)
                .map(group -> Optional.ofNullable(call.group(group)).orElseGet(() -> call.group(group + 1)))
                .toList();
        var list = listName(literals.get(0));
        columns.add(new Column(list, literals.get(1)));
        columns.add(new Column(list, literals.get(2)));
        return PULLDATA + "(instance('" + list + "')/root, "
                + call.group().substring(call.group().indexOf('(') + 1);
    }

    private static String place(Element element) {
        return element.hasAttribute("nodeset") ? element.getAttribute("nodeset") : element.getAttribute("ref");
    }

    /** A form may name a file in the call alone. */
    private void declare(String list) {
        var model = Xml.elements(form.getDocumentElement(), "model");
        boolean declared = Xml.elements(form.getDocumentElement(), "instance").stream()
                .anyMatch(instance -> instance.getAttribute("id").equals(list));
        if (declared || model.isEmpty()) {
            return;
        }
        var instance = form.createElementNS(Xml.XFORMS, "instance");
        instance.setAttribute("id", list);
        instance.setAttribute("src", "jr://file-csv/" + list + ".csv");
        var instances = Xml.elements(model.get(0), "instance");
        // The first instance is the submission's.
        model.get(0)
                .insertBefore(
                        instance, instances.isEmpty() ? null : instances.get(0).getNextSibling());
    }

    private void searched(Element control) {
        var appearance = control.getAttribute("appearance");
        var call = SEARCH.matcher(appearance);
        if (!call.find()) {
            return;
        }
        int end = closing(appearance, call.end());
        var parts = arguments(appearance.substring(call.end(), end));
        var left = appearance.substring(0, call.start()) + appearance.substring(Math.min(appearance.length(), end + 1));
        control.setAttribute("appearance", left.strip());
        var items = Xml.children(control).stream()
                .filter(child -> "item".equals(child.getLocalName()))
                .toList();
        if (items.size() != 1 || !isCall(parts)) {
            problems.accept(FormProblem.of("search.unclear", appearance, control.getAttribute("ref")));
            return;
        }
        var list = listName(literal(parts.get(0)).orElse(""));
        var value = text(items.get(0), "value");
        var label = text(items.get(0), "label");
        if (!COLUMN.matcher(value).matches() || !COLUMN.matcher(label).matches()) {
            problems.accept(FormProblem.of("search.unclear", appearance, control.getAttribute("ref")));
            return;
        }
        declare(list);
        columns.add(new Column(list, value));
        columns.add(new Column(list, label));
        var itemset = form.createElementNS(Xml.XFORMS, "itemset");
        itemset.setAttribute("nodeset", "instance('" + list + "')/root/item" + filter(list, parts));
        itemset.appendChild(ref("value", value));
        itemset.appendChild(ref("label", label));
        control.replaceChild(itemset, items.get(0));
    }

    /** A file; a file, a way, columns and what to look for; the same with one more column and what must stand there. */
    private static boolean isCall(List<String> parts) {
        boolean counted = parts.size() == 1 || parts.size() == 4 || parts.size() == 6;
        return counted
                && literal(parts.get(0)).isPresent()
                && (parts.size() == 1
                        || (literal(parts.get(1)).filter(WAYS::contains).isPresent() && isColumns(parts.get(2))))
                && (parts.size() < 6 || isColumns(parts.get(4)));
    }

    private static boolean isColumns(String part) {
        return literal(part).isPresent()
                && names(part).stream().allMatch(name -> COLUMN.matcher(name).matches());
    }

    private static List<String> names(String part) {
        return Stream.of(literal(part).orElse("").split(",", -1))
                .map(String::strip)
                .toList();
    }

    private String filter(String list, List<String> parts) {
        if (parts.size() == 1) {
            return "";
        }
        var names = new ArrayList<>(names(parts.get(2)));
        var any = names.stream()
                .map(name -> MATCHES + "(" + parts.get(1) + ", " + name + ", " + fromOutside(parts.get(3)) + ")")
                .collect(Collectors.joining(" or "));
        var and = "";
        if (parts.size() == 6) {
            var column = names(parts.get(4)).get(0);
            names.add(column);
            and = "[" + MATCHES + "('matches', " + column + ", " + fromOutside(parts.get(5)) + ")]";
        }
        names.forEach(name -> columns.add(new Column(list, name)));
        return "[" + any + "]" + and;
    }

    /** Within a condition on a list "." is the list's row; the question's own place is told by {@code current()}. */
    private static String fromOutside(String xpath) {
        return QUOTED.matcher(xpath).matches() ? xpath : RELATIVE.matcher(xpath).replaceAll("current()/");
    }

    private Element ref(String name, String column) {
        var element = form.createElementNS(Xml.XFORMS, name);
        element.setAttribute("ref", column);
        return element;
    }

    /** The words of an item, which may stand in the texts of the form. */
    private String text(Element item, String name) {
        var found = Xml.children(item).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .findFirst();
        var ref = found.map(element -> element.getAttribute("ref").strip()).orElse("");
        if (!ref.startsWith("jr:itext(")) {
            return found.map(element -> element.getTextContent().strip()).orElse("");
        }
        var id = ref.replaceFirst("^jr:itext\\(\\s*+['\"]", "").replaceFirst("['\"]\\s*+\\)$", "");
        return Xml.elements(form.getDocumentElement(), "text").stream()
                .filter(text -> text.getAttribute("id").equals(id))
                .map(text -> text.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> literal(String part) {
        return QUOTED.matcher(part).matches() ? Optional.of(part.substring(1, part.length() - 1)) : Optional.empty();
    }

    /** Where the bracket closes that was opened before. */
    private static int closing(String text, int from) {
        int depth = 1;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return text.length();
    }

    private static List<String> arguments(String text) {
        var found = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ',' && depth == 0) {
                found.add(text.substring(from, i).strip());
                from = i + 1;
            } else {
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            }
        }
        found.add(text.substring(from).strip());
        return found;
    }

    /** A column that a file has not would give nothing, for ever and without a word. */
    private void checkColumns() {
        for (var column : columns) {
            Xml.elements(form.getDocumentElement(), "instance").stream()
                    .filter(instance ->
                            instance.getAttribute("id").equals(column.list()) && !instance.hasAttribute("src"))
                    .flatMap(instance -> Xml.elements(instance, "item").stream().limit(1))
                    .filter(row -> Xml.elements(row, column.name()).isEmpty())
                    .forEach(row ->
                            problems.accept(FormProblem.of("fileColumn", column.list() + ".csv", column.name())));
        }
    }
}
