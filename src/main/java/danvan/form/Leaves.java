package danvan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** An instance read without its form: a report must be readable when its form is gone. */
public final class Leaves {
    private Leaves() {}

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

    private static void collect(Element element, String above, Map<String, List<String>> leaves) {
        var path = above + "/" + (element.getLocalName() == null ? element.getTagName() : element.getLocalName());
        var children = Xml.children(element);
        if (children.isEmpty()) {
            leaves.computeIfAbsent(path, any -> new ArrayList<>())
                    .add(element.getTextContent().strip());
        }
        children.forEach(child -> collect(child, path, leaves));
    }
}
