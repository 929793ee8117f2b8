package danvan.form.xlsform;

import danvan.form.FormException;
import danvan.form.FormProblem;
import danvan.form.xform.Attachments;
import danvan.form.xform.EngineAttributes;
import danvan.form.xform.Xml;
import danvan.text.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xml.sax.SAXException;

/**
 * Where a form came from, to name the place when something is wrong with it.
 *
 * @param xform as it is run
 * @param rows the row each path came from; empty for an XForm
 */
public record FormSource(String file, String xform, Row settings, Map<String, Row> rows, Attachments attachments) {
    private static final Pattern PATH = Pattern.compile("(?:/[\\p{L}\\p{N}_.:-]++(?:\\[\\d++])?+)++");

    public FormSource {
        rows = Map.copyOf(rows);
    }

    /** The paths into which an action of the form writes, without prefixes. */
    public Set<String> setByActions() {
        try {
            var root = Xml.parse(xform).getDocumentElement();
            return Xml.elements(root, "setvalue").stream()
                    .filter(action -> action.getAttribute("event").contains("value-changed"))
                    .map(action -> action.getAttribute("ref")
                            .replaceAll("/[^/:]+:", "/")
                            .strip())
                    .collect(Collectors.toSet());
        } catch (SAXException e) {
            throw new FormException("Reading a form that has been read before", e);
        }
    }

    /** The paths that would bear the phone's place, if a chat told it. */
    public List<String> withoutPlace() {
        try {
            return Xml.elements(Xml.parse(xform).getDocumentElement(), "bind").stream()
                    .filter(bind -> bind.hasAttributeNS(EngineAttributes.NAMESPACE, EngineAttributes.PLACE))
                    .map(bind -> bind.getAttribute("nodeset").strip())
                    .toList();
        } catch (SAXException e) {
            throw new FormException("Reading a form that has been read before", e);
        }
    }

    public Problem problem(Problem what, Problem expected) {
        return problem(file, rows, what, expected);
    }

    /** At the row of the first path in the words that came from one. */
    public static Problem problem(String file, Map<String, Row> rows, Problem what, Problem expected) {
        return PATH.matcher(what.toString())
                .results()
                .map(match -> match.group().replaceAll("\\[\\d+]", "").replaceAll("(?<![.:])[.:]++$", ""))
                .flatMap(path -> Optional.ofNullable(rows.get(path)).stream())
                .findFirst()
                .map(row -> FormProblem.at(file, row.sheet(), row.number(), "name", what, expected))
                .orElseGet(() -> FormProblem.at(file, "", 0, "", what, expected));
    }
}
