package danvan.form.xlsform;

import danvan.form.FormProblem;
import danvan.form.xform.XPathLimits;
import danvan.text.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.parser.XPathSyntaxException;

/** Turns the author's expressions into XPath: {@code ${name}} becomes a path seen from the row it stands in. */
final class Expressions {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}$]*+)}");
    private static final Set<String> FUNCTIONS = new HashSet<>(Arrays.asList(("abs acos area asin atan atan2"
                    + " base64-decode boolean boolean-from-string checklist coalesce concat contains cos count"
                    + " count-non-empty count-selected current date date-time decimal-date-time decimal-time digest"
                    + " distance ends-with enclosed-area exp exp10 false format-date format-date-time geofence if"
                    + " indexed-repeat instance int is-selected jr:choice-name jr:itext join last log log10 max min"
                    + " node normalize-space not now number once pi position pow pulldata random randomize regex round selected"
                    + " selected-at sin sqrt starts-with string string-length substr substring-after substring-before"
                    + " sum tan text today translate true uuid weighted-checklist")
            .split(" ", -1)));

    private final Survey survey;
    private final Consumer<Problem> problems;

    Expressions(Survey survey, Consumer<Problem> problems) {
        this.survey = survey;
        this.problems = problems;
    }

    /** A piece of a text: either words, or an XPath whose value is shown. */
    record Part(String text, boolean isXPath) {}

    /** The XPath for this column of the node's row; empty when the cell is empty or wrong (and reported). */
    Optional<String> xpath(SurveyNode context, String column) {
        return cell(context, column).flatMap(cell -> xpath(new Scan(context, cell)));
    }

    /** As {@link #xpath}, but seen from within the list: "." and bare names are the choice's. */
    Optional<String> choiceFilter(SurveyNode context) {
        return cell(context, "choice_filter").flatMap(cell -> {
            var scan = new Scan(context, cell);
            scan.open.push("[");
            return xpath(scan);
        });
    }

    /** The one node that a column names. */
    Optional<SurveyNode> target(SurveyNode context, String column) {
        return targets(context, column).stream().findFirst();
    }

    /** The nodes that a column names, as {@code ${a}, ${b}}. */
    List<SurveyNode> targets(SurveyNode context, String column) {
        return cell(context, column)
                .map(cell -> REFERENCE
                        .matcher(cell.text())
                        .results()
                        .flatMap(match -> resolve(context, cell, match.group(1).strip()).stream())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Row.Cell> cell(SurveyNode node, String column) {
        return Optional.ofNullable(node.row().cells().get(column));
    }

    private static Optional<String> xpath(Scan scan) {
        var xpath = scan.translate();
        if (!scan.sound) {
            return Optional.empty();
        }
        var refusal = XPathLimits.refusal(xpath);
        if (refusal.isPresent()) {
            scan.report(refusal.get().found(), refusal.get().expected());
            return Optional.empty();
        }
        try {
            XPathParseTool.parseXPath(xpath);
            return Optional.of(xpath);
        } catch (XPathSyntaxException | RuntimeException e) {
            scan.report(
                    FormProblem.of("incomplete", scan.cell.text()),
                    FormProblem.of("want.expression", "${age} >= 18 and ${sex} = 'f'"));
            return Optional.empty();
        }
    }

    /** A text with its {@code ${name}}s taken out. */
    List<Part> text(SurveyNode context, Row.Cell cell) {
        var written = cell.text();
        var parts = new ArrayList<Part>();
        var matcher = REFERENCE.matcher(written);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                parts.add(new Part(written.substring(from, matcher.start()), false));
            }
            resolve(context, cell, matcher.group(1).strip())
                    .ifPresent(target -> parts.add(new Part(NodeNames.path(target, context), true)));
            from = matcher.end();
        }
        if (from < written.length()) {
            parts.add(new Part(written.substring(from), false));
        }
        return parts;
    }

    private Optional<SurveyNode> resolve(SurveyNode context, Row.Cell cell, String name) {
        var found = survey.names().of(name);
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        if (found.size() > 1) {
            // The same name in several groups: the one in the same group is meant, if there is one.
            var near = found.stream()
                    .filter(n -> n.parent().equals(context.parent()))
                    .findFirst();
            if (near.isPresent()) {
                return near;
            }
        }
        if (name.startsWith("last-saved#")) {
            problems.accept(cell.problem(
                    survey.file(), FormProblem.of("earlierReport", "${" + name + "}"), FormProblem.of("want.asLast")));
            return Optional.empty();
        }
        problems.accept(cell.problem(
                survey.file(),
                FormProblem.of(found.isEmpty() ? "namesNone" : "namesSeveral", "${" + name + "}"),
                FormProblem.of("want.rowName")));
        return Optional.empty();
    }

    /** One expression being read from left to right. */
    private final class Scan {
        private final SurveyNode context;
        private final Row.Cell cell;
        private final String written;
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder word = new StringBuilder();
        private final Deque<String> open = new ArrayDeque<>();
        private boolean sound = true;

        Scan(SurveyNode context, Row.Cell cell) {
            this.context = context;
            this.cell = cell;
            // A word processor makes quotation marks curly; nothing else can be meant by them here.
            this.written = cell.text().replaceAll("[\u2018\u2019]", "'").replaceAll("[\u201c\u201d]", "\"");
        }

        String translate() {
            int i = 0;
            while (i < written.length()) {
                char c = written.charAt(i);
                if (c == '\'' || c == '"') {
                    i = literal(i, c);
                } else if (written.startsWith("${", i)) {
                    i = reference(i);
                } else {
                    plain(c);
                    i++;
                }
            }
            return out.toString();
        }

        private int literal(int start, char quote) {
            int end = written.indexOf(quote, start + 1);
            if (end < 0) {
                report(FormProblem.of("openQuote", written), FormProblem.of("want.quoted", "'text'"));
                end = written.length() - 1;
            }
            word.setLength(0);
            // jr:choice-name() takes a path in quotation marks.
            var matcher = REFERENCE.matcher(written.substring(start, end + 1));
            out.append(matcher.replaceAll(match -> {
                var target = resolve(context, cell, match.group(1).strip());
                sound &= target.isPresent();
                return Matcher.quoteReplacement(target.map(this::path).orElse(""));
            }));
            return end + 1;
        }

        private int reference(int start) {
            int end = written.indexOf('}', start);
            if (end < 0) {
                report(FormProblem.of("openBrace", written, "${"), FormProblem.of("want.quoted", "${name}"));
                return written.length();
            }
            word.setLength(0);
            var target =
                    resolve(context, cell, written.substring(start + 2, end).strip());
            sound &= target.isPresent();
            target.ifPresent(node -> out.append(' ').append(path(node)).append(' '));
            return end + 1;
        }

        private String path(SurveyNode target) {
            if (open.contains("indexed-repeat")) {
                return target.path();
            }
            var path = NodeNames.path(target, context);
            // Inside a predicate "." is the node being filtered: the row's own node is current().
            return open.contains("[") && path.startsWith(".") ? "current()/" + path : path;
        }

        private void plain(char c) {
            if (c == '(') {
                open.push(word.toString());
                if (word.length() > 0 && !isKnown(word.toString())) {
                    report(FormProblem.of("unknownFunction", word.toString()), FormProblem.of("want.function"));
                }
            } else if (c == '[') {
                open.push("[");
            } else if ((c == ')' || c == ']') && !open.isEmpty()) {
                open.pop();
            }
            if (Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_' || c == '.') {
                word.append(c);
            } else if (!Character.isWhitespace(c) || word.length() == 0) {
                word.setLength(0);
            } else {
                word.append(' ');
            }
            out.append(c);
        }

        /** {@code and (…)} and {@code div (…)} are operators before a bracket, not functions. */
        private boolean isKnown(String before) {
            var words = before.strip().split(" ", -1);
            var last = words[words.length - 1];
            return FUNCTIONS.contains(last)
                    || Set.of("and", "or", "div", "mod", "").contains(last)
                    || last.matches("[\\d.-]+");
        }

        private void report(Problem found, Problem expected) {
            sound = false;
            problems.accept(cell.problem(survey.file(), found, expected));
        }
    }
}
