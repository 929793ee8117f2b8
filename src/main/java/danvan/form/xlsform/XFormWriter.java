package danvan.form.xlsform;

import danvan.form.xform.BotAttributes;
import danvan.form.xform.Xml;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a {@link Survey} as an XForm: itext, instances, binds and body, laid out as ODK's own converter does. */
public final class XFormWriter {
    /** The namespace of this bot's own bind attributes, such as {@code bind::bot:pii}. */
    private final Survey survey;

    private final Expressions expressions;
    private final Document document = Xml.empty();
    private final XFormTexts texts;
    private final XFormBinds binds;
    private final XFormBody body;
    private final List<Element> actions = new ArrayList<>();

    private XFormWriter(Survey survey, Consumer<Problem> problems) {
        this.survey = survey;
        this.expressions = new Expressions(survey, problems);
        this.texts = new XFormTexts(survey, expressions, document);
        this.binds = new XFormBinds(expressions, texts, document);
        this.body = new XFormBody(survey, expressions, texts, document);
    }

    /** The XForm. Problems of expressions are reported; with any of them the result must not be used. */
    public static String write(Survey survey, Consumer<Problem> problems) {
        return new XFormWriter(survey, problems).write();
    }

    private String write() {
        texts.add(XFormTexts.TITLE, survey.root(), survey.title());
        var controls = document.createElementNS(Xml.XHTML, "h:body");
        survey.root().children().forEach(node -> writeNode(node, controls));
        binds.addInstanceId(survey.root().path() + "/meta/instanceID");

        writeTriggered(survey.root());
        if (survey.settings().has("instance_name")) {
            binds.addInstanceName(survey.settings(), survey.root());
        }

        var model = document.createElementNS(Xml.XFORMS, "model");
        var instances = new XFormData(survey, document);
        var lists = body.lookedUp().stream()
                .map(list -> instances.choices(list, body::choiceText))
                .toList();
        model.appendChild(texts.itext());
        model.appendChild(instances.primary());
        lists.forEach(model::appendChild);
        survey.externals().forEach((name, file) -> model.appendChild(instances.external(name, file)));
        binds.all().forEach(model::appendChild);
        actions.forEach(model::appendChild);

        var html = document.createElementNS(Xml.XHTML, "h:html");
        html.setAttributeNS(Xml.XMLNS, "xmlns", Xml.XFORMS);
        html.setAttributeNS(Xml.XMLNS, "xmlns:h", Xml.XHTML);
        html.setAttributeNS(Xml.XMLNS, "xmlns:jr", Xml.JAVAROSA);
        html.setAttributeNS(Xml.XMLNS, "xmlns:bot", BotAttributes.NAMESPACE);
        var head = document.createElementNS(Xml.XHTML, "h:head");
        head.appendChild(title());
        head.appendChild(model);
        html.appendChild(head);
        html.appendChild(controls);
        document.appendChild(html);
        return Xml.write(document);
    }

    private Element title() {
        var title = document.createElementNS(Xml.XHTML, "h:title");
        title.setTextContent(texts.in(survey.title(), survey.defaultLanguage())
                .map(Row.Cell::text)
                .orElse(survey.id()));
        return title;
    }

    private void writeNode(SurveyNode node, Element into) {
        binds.add(node);
        if (node instanceof SurveyNode.Leaf leaf) {
            body.control(leaf, into);
            writeDefault(leaf, into);
        } else if (node instanceof SurveyNode.Group group) {
            var inside = body.group(group, into);
            if (group.isCounted() && !group.isCountedByReference()) {
                binds.addCount(group);
            }
            group.children().forEach(child -> writeNode(child, inside));
        }
    }

    /** A default that must be worked out is set when the form, or the repetition, begins. */
    private void writeDefault(SurveyNode.Leaf leaf, Element into) {
        if (!leaf.hasDynamicDefault()) {
            return;
        }
        expressions.xpath(leaf, "default").ifPresent(xpath -> {
            boolean repeated = !leaf.repeats().isEmpty();
            var action = document.createElementNS(Xml.XFORMS, "setvalue");
            action.setAttribute("ref", leaf.path());
            action.setAttribute("value", xpath);
            action.setAttribute("event", "odk-instance-first-load" + (repeated ? " odk-new-repeat" : ""));
            if (repeated) {
                repeatAround(into).appendChild(action);
            } else {
                actions.add(action);
            }
        });
    }

    /** A value worked out when another question is answered: an action of that question. */
    private void writeTriggered(SurveyNode.Group group) {
        for (var node : group.children()) {
            if (node instanceof SurveyNode.Group inner) {
                writeTriggered(inner);
            } else if (node instanceof SurveyNode.Leaf leaf && leaf.isTriggered()) {
                expressions
                        .xpath(leaf, "calculation")
                        .ifPresent(xpath -> expressions.targets(leaf, "trigger").stream()
                                .flatMap(asked -> body.controlOf(asked).stream())
                                .forEach(control -> {
                                    var action = document.createElementNS(Xml.XFORMS, "setvalue");
                                    action.setAttribute("event", "xforms-value-changed");
                                    action.setAttribute("ref", leaf.path());
                                    action.setAttribute("value", xpath);
                                    control.appendChild(action);
                                }));
            }
        }
    }

    private static Element repeatAround(Element element) {
        var around = element;
        while (!around.getLocalName().equals("repeat") && around.getParentNode() instanceof Element above) {
            around = above;
        }
        return around;
    }
}
