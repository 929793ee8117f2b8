package danvan.form.xlsform;

import danvan.form.Media;
import danvan.form.RangeBounds;
import danvan.form.xform.Xml;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The body of an XForm: its controls, groups and choices. */
final class XFormBody {
    private final Survey survey;
    private final Expressions expressions;
    private final XFormTexts texts;
    private final Document document;
    /** Lists that must be looked up while the form runs; the others are written into their questions. */
    private final Set<String> lookedUp = new TreeSet<>();

    private final Map<String, Element> controls = new HashMap<>();

    XFormBody(Survey survey, Expressions expressions, XFormTexts texts, Document document) {
        this.survey = survey;
        this.expressions = expressions;
        this.texts = texts;
        this.document = document;
        findLookedUp(survey.root());
    }

    Set<String> lookedUp() {
        return Collections.unmodifiableSet(lookedUp);
    }

    private void findLookedUp(SurveyNode.Group group) {
        for (var node : group.children()) {
            if (node instanceof SurveyNode.Leaf leaf
                    && leaf.row().has("choice_filter")
                    && survey.lists().containsKey(leaf.list())) {
                lookedUp.add(leaf.list());
            }
            node.row()
                    .cells()
                    .values()
                    .forEach(cell -> survey.lists().keySet().stream()
                            .filter(list -> cell.text().contains("instance('" + list + "')")
                                    || cell.text().contains("instance(\"" + list + "\")"))
                            .forEach(lookedUp::add));
            if (node instanceof SurveyNode.Group inner) {
                findLookedUp(inner);
            }
        }
    }

    /** The element into which the group's children go. */
    Element group(SurveyNode.Group group, Element into) {
        var element = element("group");
        element.setAttribute("ref", group.path());
        group.row().text("appearance").ifPresent(a -> element.setAttribute("appearance", a));
        label(group, element);
        into.appendChild(element);
        if (!group.repeat()) {
            return element;
        }
        var repeat = element("repeat");
        repeat.setAttribute("nodeset", group.path());
        if (group.isCounted()) {
            repeat.setAttributeNS(
                    Xml.JAVAROSA,
                    "jr:count",
                    group.isCountedByReference()
                            ? expressions
                                    .target(group, "repeat_count")
                                    .map(SurveyNode::path)
                                    .orElse("")
                            : group.countPath());
            repeat.setAttributeNS(Xml.JAVAROSA, "jr:noAddRemove", "true()");
        }
        element.appendChild(repeat);
        return repeat;
    }

    /** Writes the control, if anybody is asked. */
    void control(SurveyNode.Leaf leaf, Element into) {
        if (!leaf.type().isVisible()) {
            return;
        }
        var control = leaf.type() == RowType.RANK
                ? document.createElementNS(Xml.ODK, "odk:rank")
                : element(leaf.type().control());
        control.setAttribute("ref", leaf.path());
        appearance(leaf).ifPresent(a -> control.setAttribute("appearance", a));
        if (leaf.type() == RowType.RANGE) {
            RangeBounds.read(leaf.row().get("parameters")).ifPresent(bounds -> {
                control.setAttribute("start", bounds.start().toPlainString());
                control.setAttribute("end", bounds.end().toPlainString());
                control.setAttribute("step", bounds.step().toPlainString());
            });
        }
        if (leaf.type().control().equals("upload")) {
            control.setAttribute("mediatype", leaf.type().mediaType());
        }
        label(leaf, control);
        text(leaf, "hint", control);
        if (leaf.type().isSelect()
                && (lookedUp.contains(leaf.list()) || survey.externals().containsKey(leaf.list()))) {
            control.appendChild(itemset(leaf));
        } else if (leaf.type().isSelect()) {
            items(leaf, control);
        }
        into.appendChild(control);
        controls.put(leaf.path(), control);
    }

    /** In {@code search('places', 'matches', 'district', ${district})} it names other questions. */
    private Optional<String> appearance(SurveyNode.Leaf leaf) {
        return Optional.ofNullable(leaf.row().cells().get("appearance"))
                .map(cell -> expressions.text(leaf, cell).stream()
                        .map(Expressions.Part::text)
                        .collect(Collectors.joining()));
    }

    /** The control that asks for this node, if anybody is asked. */
    Optional<Element> controlOf(SurveyNode node) {
        return Optional.ofNullable(controls.get(node.path()));
    }

    private void label(SurveyNode node, Element control) {
        text(node, "label", control);
    }

    /** The label with its pictures and sounds, the hint with its guidance. */
    private void text(SurveyNode node, String column, Element control) {
        var id = node.path() + ":" + column;
        var translations = node.row().translations(column);
        boolean written = !translations.isEmpty();
        if (written) {
            texts.add(id, node, translations);
        }
        var forms = column.equals("hint") ? Map.of("guidance", "guidance_hint") : Media.COLUMNS;
        for (var form : forms.entrySet()) {
            var more = node.row().translations(form.getValue());
            if (!more.isEmpty()) {
                texts.add(id, form.getKey(), node, more);
                written = true;
            }
        }
        if (written) {
            var text = element(column);
            text.setAttribute("ref", "jr:itext('" + id + "')");
            control.appendChild(text);
        }
    }

    private Element itemset(SurveyNode.Leaf leaf) {
        var filter = expressions.choiceFilter(leaf).map(x -> "[" + x + "]").orElse("");
        var itemset = element("itemset");
        itemset.setAttribute("nodeset", "instance('" + leaf.list() + "')/root/item" + filter);
        var value = element("value");
        var label = element("label");
        if (survey.externals().containsKey(leaf.list())) {
            value.setAttribute("ref", parameter(leaf, "value", "name"));
            label.setAttribute("ref", parameter(leaf, "label", "label"));
        } else {
            value.setAttribute("ref", "name");
            label.setAttribute("ref", "jr:itext(itextId)");
        }
        itemset.appendChild(value);
        itemset.appendChild(label);
        return itemset;
    }

    /** {@code value=code label=title}: the columns of a list in a file. */
    private static String parameter(SurveyNode.Leaf leaf, String name, String otherwise) {
        for (var part : leaf.row()
                .get("parameters")
                .replaceAll("(?:(?<!\\s)\\s++)?+=\\s*+", "=")
                .split("[;,\\s]+", -1)) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return otherwise;
    }

    private void items(SurveyNode.Leaf leaf, Element control) {
        int index = 0;
        for (var choice : survey.lists().getOrDefault(leaf.list(), List.of())) {
            var item = element("item");
            var label = element("label");
            label.setAttribute("ref", "jr:itext('" + choiceText(leaf.list(), choice, index++) + "')");
            var value = element("value");
            value.setTextContent(SurveyReader.choiceValue(choice));
            item.appendChild(label);
            item.appendChild(value);
            control.appendChild(item);
        }
    }

    /** The text id of a choice, whose text is added; a choice without a label shows its value. */
    String choiceText(String list, Row choice, int index) {
        var id = list + "-" + index;
        var labels = choice.translations("label");
        var value = SurveyReader.choiceValue(choice);
        texts.add(
                id,
                survey.root(),
                labels.isEmpty() ? Map.of("", new Row.Cell("choices", "name", value, choice.number())) : labels);
        return id;
    }

    private Element element(String name) {
        return document.createElementNS(Xml.XFORMS, name);
    }
}
