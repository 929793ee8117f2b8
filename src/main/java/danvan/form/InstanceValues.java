package danvan.form;

import danvan.form.xform.Xml;
import java.util.ArrayList;
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

    /** The text of a leaf, and that of the leaf beside it; empty where there is none. */
    public record Pair(String value, String beside) {}

    /**
     * Every leaf at a path with the one at another path that stands in the same repetition.
     *
     * @param path without the numbers of repetitions, as the other is
     */
    public static List<Pair> paired(String instanceXml, String path, String beside) {
        try {
            var pairs = new ArrayList<Pair>();
            collect(Xml.parse(instanceXml).getDocumentElement(), "", path, beside, pairs);
            return pairs;
        } catch (SAXException e) {
            throw new FormException("Reading an instance", e);
        }
    }

    private static void collect(Element element, String above, String path, String beside, List<Pair> pairs) {
        var here = path(element, above);
        var children = Xml.children(element);
        if (here.equals(path) && children.isEmpty()) {
            Element around = element;
            var aroundPath = here;
            while (!beside.startsWith(aroundPath + "/") && around.getParentNode() instanceof Element parent) {
                around = parent;
                aroundPath = aroundPath.substring(0, aroundPath.lastIndexOf('/'));
            }
            pairs.add(new Pair(element.getTextContent().strip(), first(around, aroundPath, beside)));
        }
        children.forEach(child -> collect(child, here, path, beside, pairs));
    }

    private static String first(Element element, String here, String path) {
        if (here.equals(path)) {
            return element.getTextContent().strip();
        }
        for (var child : Xml.children(element)) {
            var below = path(child, here);
            if (path.equals(below) || path.startsWith(below + "/")) {
                return first(child, below, path);
            }
        }
        return "";
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
