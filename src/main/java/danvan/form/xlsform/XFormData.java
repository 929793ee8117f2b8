package danvan.form.xlsform;

import danvan.form.xform.Xml;
import danvan.form.xform.XmlText;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The instances of an XForm: the empty submission, and the choice lists that are looked up while it is filled in. */
final class XFormData {
    private static final Set<String> NOT_DATA = Set.of("list_name", "name", "value");

    private final Survey survey;
    private final Document document;

    XFormData(Survey survey, Document document) {
        this.survey = survey;
        this.document = document;
    }

    /** Names the text of a choice. */
    interface ChoiceText {
        String id(String list, Row choice, int index);
    }

    Element primary() {
        var data = group(survey.root(), Place.OUTSIDE);
        data.setAttribute("id", survey.id());
        data.setAttribute("version", survey.version());
        var meta = element("meta");
        meta.appendChild(element("instanceID"));
        if (survey.settings().has("instance_name")) {
            meta.appendChild(element("instanceName"));
        }
        data.appendChild(meta);
        var instance = element("instance");
        instance.appendChild(data);
        return instance;
    }

    /** Where a group stands, seen from the repeats around it. JavaRosa allows a template in a template only. */
    private enum Place {
        OUTSIDE,
        TEMPLATE,
        REPETITION
    }

    private Element group(SurveyNode.Group group, Place place) {
        var element = element(group.name());
        for (var child : group.children()) {
            if (child instanceof SurveyNode.Group inner && inner.repeat()) {
                repeat(inner, place, element);
            } else if (child instanceof SurveyNode.Group inner) {
                element.appendChild(group(inner, place));
            } else if (child instanceof SurveyNode.Leaf leaf) {
                var made = element(leaf.name());
                if (!leaf.hasDynamicDefault()) {
                    leaf.row().text("default").ifPresent(made::setTextContent);
                }
                element.appendChild(made);
            }
        }
        return element;
    }

    private void repeat(SurveyNode.Group repeat, Place place, Element into) {
        if (repeat.isCounted() && !repeat.isCountedByReference()) {
            into.appendChild(element(repeat.countName()));
        }
        if (place != Place.REPETITION) {
            var template = group(repeat, Place.TEMPLATE);
            template.setAttributeNS(Xml.JAVAROSA, "jr:template", "");
            into.appendChild(template);
        }
        // A repeat has its first repetition from the start, unless its number is counted.
        if (!repeat.isCounted()) {
            into.appendChild(group(repeat, place == Place.TEMPLATE ? Place.TEMPLATE : Place.REPETITION));
        }
    }

    /** A list in a file beside the form; it is written into the form when that is loaded. */
    Element external(String name, String file) {
        var instance = element("instance");
        instance.setAttribute("id", name);
        instance.setAttribute("src", "jr://" + (file.endsWith(".csv") ? "file-csv/" : "file/") + file);
        return instance;
    }

    /** A choice list as an instance: every column can be used in a filter. */
    Element choices(String list, ChoiceText texts) {
        var instance = element("instance");
        instance.setAttribute("id", list);
        var root = element("root");
        instance.appendChild(root);
        int index = 0;
        for (var choice : survey.lists().getOrDefault(list, List.of())) {
            var item = element("item");
            add(item, "itextId", texts.id(list, choice, index++));
            add(item, "name", SurveyReader.choiceValue(choice));
            for (var column : choice.columns()) {
                if (!NOT_DATA.contains(column) && XmlText.isName(column) && !Columns.isTranslated(column)) {
                    add(item, column, choice.get(column));
                }
            }
            root.appendChild(item);
        }
        return instance;
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
