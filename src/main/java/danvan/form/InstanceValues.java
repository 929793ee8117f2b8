package danvan.form;

import danvan.form.xform.Xml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** An instance read without its form: a report must be readable when its form is gone. */
public final class InstanceValues {
    private InstanceValues() {}

    /** Every leaf's texts, the empty ones too, by its path without the numbers of repetitions, in order. */
    public static Map<String, List<String>> of(String instanceXml) {
        try {
            var leaves = new LinkedHashMap<String, List<String>>();
            collect(Xml.parse(instanceXml).getDocumentElement(), "", leaves);
            return leaves;
        } catch (SAXException e) {
            throw new FormException("Reading an instance", e);
        }
    }

    /** The instance with the text of each leaf that is not empty changed, given its path without numbers and its text. */
    public static String changed(String instanceXml, BinaryOperator<String> change) {
        try {
            var document = Xml.parse(instanceXml);
            change(document.getDocumentElement(), "", change);
            return Xml.write(document);
        } catch (SAXException e) {
            throw new FormException("Reading an instance", e);
        }
    }

    /**
     * The instance with the children of each element sorted by name, those of one name as they were: in another order
     * they say the same, and JavaRosa puts repeats behind what stood behind them when it restores a draft.
     */
    public static String sorted(String instanceXml) {
        try {
            var document = Xml.parse(instanceXml);
            sort(document.getDocumentElement());
            return Xml.write(document);
        } catch (SAXException e) {
            throw new FormException("Reading an instance", e);
        }
    }

    private static void sort(Element element) {
        var children = Xml.children(element);
        children.forEach(InstanceValues::sort);
        children.stream().sorted(Comparator.comparing(Element::getNodeName)).forEach(element::appendChild);
    }

    private static void change(Element element, String above, BinaryOperator<String> change) {
        var path = path(element, above);
        var children = Xml.children(element);
        children.forEach(child -> change(child, path, change));
        var text = element.getTextContent();
        if (children.isEmpty() && !text.isEmpty()) {
            var changed = change.apply(path, text);
            if (!changed.equals(text)) {
                element.setTextContent(changed);
            }
        }
    }

    private static String path(Element element, String above) {
        return above + "/" + (element.getLocalName() == null ? element.getTagName() : element.getLocalName());
    }

    private static void collect(Element element, String above, Map<String, List<String>> leaves) {
        var path = path(element, above);
        var children = Xml.children(element);
        if (children.isEmpty()) {
            leaves.computeIfAbsent(path, any -> new ArrayList<>())
                    .add(element.getTextContent().strip());
        }
        children.forEach(child -> collect(child, path, leaves));
    }
}
