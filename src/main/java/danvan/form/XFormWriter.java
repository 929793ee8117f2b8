package danvan.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a {@link Survey} as an XForm: itext, instance, binds and body, the way ODK's own converter lays it out. */
final class XFormWriter {
    /** The namespace of this bot's own bind attributes, such as {@code bind::bot:pii}. */
    static final String BOT = "https://danvan.bot/form";

    private static final String COUNT = "_count";

    private final Survey survey;
    private final Expressions expressions;
    private final Document document = Xml.empty();
    private final XFormTexts texts;
    private final Element model;
    private final List<Element> binds = new ArrayList<>();
    private final List<Element> actions = new ArrayList<>();
    /** Lists that must be looked up while the form runs; the others are written into their questions. */
    private final Set<String> lookedUp = new HashSet<>();

    private XFormWriter(Survey survey, Consumer<FormProblem> problems) {
        this.survey = survey;
        this.expressions = new Expressions(survey, problems);
        this.model = document.createElementNS(Xml.XFORMS, "model");
        this.texts = new XFormTexts(survey, expressions, document);
    }

    /** The XForm. Problems of expressions are reported; with any of them the result must not be used. */
    static String write(Survey survey, Consumer<FormProblem> problems) {
        return new XFormWriter(survey, problems).write();
    }

    private String write() {
        findLookedUp(survey.root());
        var html = document.createElementNS(Xml.XHTML, "h:html");
        html.setAttributeNS(Xml.XMLNS, "xmlns", Xml.XFORMS);
        html.setAttributeNS(Xml.XMLNS, "xmlns:h", Xml.XHTML);
        html.setAttributeNS(Xml.XMLNS, "xmlns:jr", Xml.JAVAROSA);
        html.setAttributeNS(Xml.XMLNS, "xmlns:bot", BOT);
        document.appendChild(html);
        var head = document.createElementNS(Xml.XHTML, "h:head");
        var title = document.createElementNS(Xml.XHTML, "h:title");
        title.setTextContent(texts.in(survey.title(), survey.defaultLanguage())
                .map(Row.Cell::text)
                .orElse(survey.id()));
        head.appendChild(title);
        head.appendChild(model);
        html.appendChild(head);
        var body = document.createElementNS(Xml.XHTML, "h:body");
        html.appendChild(body);

        texts.add(XFormTexts.TITLE, survey.root(), survey.title());
        var data = instance(survey.root());
        data.setAttribute("id", survey.id());
        data.setAttribute("version", survey.version());
        for (var node : survey.root().children()) {
            writeNode(node, body);
        }
        data.appendChild(meta());

        model.appendChild(texts.itext());
        var instance = element("instance");
        instance.appendChild(data);
        model.appendChild(instance);
        lookedUp.stream().sorted().forEach(list -> model.appendChild(choiceInstance(list)));
        binds.forEach(model::appendChild);
        actions.forEach(model::appendChild);
        return Xml.write(document);
    }

    private void findLookedUp(Node.Group group) {
        for (var node : group.children()) {
            if (node instanceof Node.Leaf leaf && (leaf.row().has("choice_filter") || isRandom(leaf))) {
                lookedUp.add(leaf.list());
            }
            for (var column : List.of("calculation", "relevant", "constraint", "choice_filter", "default")) {
                var text = node.row().get(column);
                survey.lists().keySet().stream()
                        .filter(list -> text.contains("instance('" + list + "')")
                                || text.contains("instance(\"" + list + "\")"))
                        .forEach(lookedUp::add);
            }
            if (node instanceof Node.Group inner) {
                findLookedUp(inner);
            }
        }
    }

    private static boolean isRandom(Node.Leaf leaf) {
        return leaf.type().isSelect() && leaf.row().get("parameters").contains("randomize");
    }

    /** The group's part of the main instance; leaves carry their fixed default. */
    private Element instance(Node.Group group) {
        var element = element(group.name());
        for (var child : group.children()) {
            if (child instanceof Node.Group inner) {
                var copy = instance(inner);
                if (inner.repeat()) {
                    var template = instance(inner);
                    template.setAttributeNS(Xml.JAVAROSA, "jr:template", "");
                    element.appendChild(template);
                }
                // A repeat has its first repetition from the start, unless its number is counted.
                if (inner.repeat() && inner.row().has("repeat_count")) {
                    element.insertBefore(element(inner.name() + COUNT), element.getLastChild());
                } else {
                    element.appendChild(copy);
                }
            } else {
                var leaf = element(child.name());
                child.row().text("default").filter(d -> !isDynamic(d)).ifPresent(leaf::setTextContent);
                element.appendChild(leaf);
            }
        }
        return element;
    }

    private static boolean isDynamic(String value) {
        return value.contains("${") || value.matches("(?s).*[a-z-]+\\(.*\\).*");
    }

    private Element meta() {
        var meta = element("meta");
        meta.appendChild(element("instanceID"));
        var bind = element("bind");
        bind.setAttribute("nodeset", survey.root().path() + "/meta/instanceID");
        bind.setAttribute("type", "string");
        bind.setAttribute("readonly", "true()");
        bind.setAttributeNS(Xml.JAVAROSA, "jr:preload", "uid");
        binds.add(bind);
        return meta;
    }

    private void writeNode(Node node, Element into) {
        writeBind(node);
        if (node instanceof Node.Leaf leaf) {
            writeDefault(leaf, writeControl(leaf, into));
        } else if (node instanceof Node.Group group) {
            writeGroup(group, into);
        }
    }

    private void writeGroup(Node.Group group, Element into) {
        var element = element("group");
        element.setAttribute("ref", group.path());
        label(group, element);
        into.appendChild(element);
        var inside = element;
        if (group.repeat()) {
            inside = element("repeat");
            inside.setAttribute("nodeset", group.path());
            writeCount(group, inside);
            element.appendChild(inside);
        }
        group.row().text("appearance").ifPresent(a -> element.setAttribute("appearance", a));
        for (var child : group.children()) {
            writeNode(child, inside);
        }
    }

    private void writeCount(Node.Group group, Element repeat) {
        expressions.xpath(group, "repeat_count").ifPresent(xpath -> {
            // jr:count takes a path only: anything else is calculated into a node of its own.
            var name = group.name() + COUNT;
            var path = group.parent().map(Node::path).orElse("") + "/" + name;
            var bind = element("bind");
            bind.setAttribute("nodeset", path);
            bind.setAttribute("type", "string");
            bind.setAttribute("readonly", "true()");
            bind.setAttribute("calculate", xpath);
            binds.add(bind);
            repeat.setAttributeNS(Xml.JAVAROSA, "jr:count", path);
            repeat.setAttributeNS(Xml.JAVAROSA, "jr:noAddRemove", "true()");
        });
    }

    private void writeBind(Node node) {
        var bind = element("bind");
        bind.setAttribute("nodeset", node.path());
        if (node instanceof Node.Leaf leaf) {
            bind.setAttribute("type", leaf.type().dataType());
            preload(leaf.type()).ifPresent(p -> {
                bind.setAttributeNS(Xml.JAVAROSA, "jr:preload", p.getKey());
                bind.setAttributeNS(Xml.JAVAROSA, "jr:preloadParams", p.getValue());
            });
        }
        yesNo(node, "required", "required", bind);
        yesNo(node, "read_only", "readonly", bind);
        if (node instanceof Node.Leaf leaf && leaf.type() == RowType.NOTE) {
            bind.setAttribute("readonly", "true()");
        }
        expressions.xpath(node, "relevant").ifPresent(x -> bind.setAttribute("relevant", x));
        expressions.xpath(node, "constraint").ifPresent(x -> bind.setAttribute("constraint", x));
        expressions.xpath(node, "calculation").ifPresent(x -> bind.setAttribute("calculate", x));
        message(node, "constraint_message", "constraintMsg", bind);
        message(node, "required_message", "requiredMsg", bind);
        for (var column : node.row().columns()) {
            if (column.startsWith("bind::bot:")) {
                bind.setAttributeNS(
                        BOT, column.substring("bind::".length()), node.row().get(column));
            }
        }
        if (bind.getAttributes().getLength() > 1) {
            binds.add(bind);
        }
    }

    private static Optional<Map.Entry<String, String>> preload(RowType type) {
        return switch (type) {
            case START -> Optional.of(Map.entry("timestamp", "start"));
            case END -> Optional.of(Map.entry("timestamp", "end"));
            case TODAY -> Optional.of(Map.entry("date", "today"));
            case USERNAME -> Optional.of(Map.entry("property", "username"));
            default -> Optional.empty();
        };
    }

    private void yesNo(Node node, String column, String attribute, Element bind) {
        node.row().text(column).ifPresent(written -> {
            if (SurveyReader.isYes(written)) {
                bind.setAttribute(attribute, "true()");
            } else if (!Set.of("no", "false", "false()", "n").contains(written.toLowerCase(java.util.Locale.ROOT))) {
                expressions.xpath(node, column).ifPresent(x -> bind.setAttribute(attribute, x));
            }
        });
    }

    private void message(Node node, String column, String attribute, Element bind) {
        var translations = node.row().translations(column);
        if (!translations.isEmpty()) {
            var id = node.path() + ":jr:" + attribute;
            texts.add(id, node, translations);
            bind.setAttributeNS(Xml.JAVAROSA, "jr:" + attribute, "jr:itext('" + id + "')");
        }
    }

    /** A default that must be worked out is set when the form, or the repetition, begins. */
    private void writeDefault(Node.Leaf leaf, Optional<Element> control) {
        leaf.row()
                .text("default")
                .filter(XFormWriter::isDynamic)
                .ifPresent(written -> expressions.xpath(leaf, "default").ifPresent(xpath -> {
                    boolean repeated = !leaf.repeats().isEmpty();
                    var action = element("setvalue");
                    action.setAttribute("ref", leaf.path());
                    action.setAttribute("value", xpath);
                    action.setAttribute(
                            "event", repeated ? "odk-instance-first-load odk-new-repeat" : "odk-instance-first-load");
                    if (repeated && control.isPresent()) {
                        control.get().appendChild(action);
                    } else {
                        actions.add(action);
                    }
                }));
    }

    private Optional<Element> writeControl(Node.Leaf leaf, Element into) {
        if (!leaf.type().isVisible()) {
            return Optional.empty();
        }
        var control = element(leaf.type().control());
        control.setAttribute("ref", leaf.path());
        leaf.row().text("appearance").ifPresent(a -> control.setAttribute("appearance", a));
        if (leaf.type().control().equals("upload")) {
            control.setAttribute("mediatype", leaf.type().mediaType());
        }
        label(leaf, control);
        var hints = leaf.row().translations("hint");
        if (!hints.isEmpty()) {
            var id = leaf.path() + ":hint";
            texts.add(id, leaf, hints);
            var hint = element("hint");
            hint.setAttribute("ref", "jr:itext('" + id + "')");
            control.appendChild(hint);
        }
        if (leaf.type().isSelect()) {
            writeChoices(leaf, control);
        }
        into.appendChild(control);
        return Optional.of(control);
    }

    private void label(Node node, Element control) {
        var labels = node.row().translations("label");
        if (!labels.isEmpty()) {
            var id = node.path() + ":label";
            texts.add(id, node, labels);
            var label = element("label");
            label.setAttribute("ref", "jr:itext('" + id + "')");
            control.appendChild(label);
        }
    }

    private void writeChoices(Node.Leaf leaf, Element control) {
        if (lookedUp.contains(leaf.list())) {
            var filter = expressions.choiceFilter(leaf).map(x -> "[" + x + "]").orElse("");
            var nodes = "instance('" + leaf.list() + "')/root/item" + filter;
            var itemset = element("itemset");
            itemset.setAttribute("nodeset", isRandom(leaf) ? "randomize(" + nodes + ")" : nodes);
            var value = element("value");
            value.setAttribute("ref", "name");
            var label = element("label");
            label.setAttribute("ref", "jr:itext(itextId)");
            itemset.appendChild(value);
            itemset.appendChild(label);
            control.appendChild(itemset);
            return;
        }
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

    /** A choice list as a secondary instance: every column can be used in a filter. */
    private Element choiceInstance(String list) {
        var instance = element("instance");
        instance.setAttribute("id", list);
        var root = element("root");
        instance.appendChild(root);
        int index = 0;
        for (var choice : survey.lists().getOrDefault(list, List.of())) {
            var item = element("item");
            add(item, "itextId", choiceText(list, choice, index++));
            add(item, "name", SurveyReader.choiceValue(choice));
            for (var column : choice.columns()) {
                if (!Set.of("list_name", "name", "value").contains(column)
                        && column.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*")
                        && !Columns.isTranslated(column)) {
                    add(item, column, choice.get(column));
                }
            }
            root.appendChild(item);
        }
        return instance;
    }

    private String choiceText(String list, Row choice, int index) {
        var id = list + "-" + index;
        var labels = choice.translations("label");
        var value = SurveyReader.choiceValue(choice);
        texts.add(
                id,
                survey.root(),
                labels.isEmpty() ? Map.of("", new Row.Cell("choices", "name", value, choice.number())) : labels);
        return id;
    }

    private void add(Element parent, String name, String text) {
        var element = element(name);
        element.setTextContent(text);
        parent.appendChild(element);
    }

    private Element element(String name) {
        return document.createElementNS(Xml.XFORMS, name);
    }
}
