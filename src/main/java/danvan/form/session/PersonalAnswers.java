package danvan.form.session;

import danvan.form.FormException;
import danvan.form.xform.BotAttributes;
import danvan.form.xform.Xml;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.javarosa.core.model.instance.TreeElement;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The leaves of an instance that a form marks as personal data ({@code bind::bot:pii}). */
public final class PersonalAnswers {
    private PersonalAnswers() {}

    /** Their paths, without the numbers of repetitions. */
    public static Set<String> of(FormEngine engine) {
        var paths = new LinkedHashSet<String>();
        collect(engine.form().getMainInstance().getRoot(), "", paths);
        return paths;
    }

    /** The instance with the text of each of these leaves changed; empty ones stay empty. */
    public static String changed(String instanceXml, Set<String> paths, UnaryOperator<String> change) {
        if (paths.isEmpty()) {
            return instanceXml;
        }
        try {
            var document = Xml.parse(instanceXml);
            change(document.getDocumentElement(), "", paths, change);
            return Xml.write(document);
        } catch (SAXException e) {
            throw new FormException("Reading an instance", e);
        }
    }

    private static void collect(TreeElement element, String above, Set<String> paths) {
        var path = above + "/" + element.getName();
        var pii = element.getBindAttributeValue(BotAttributes.NAMESPACE, BotAttributes.PERSONAL);
        if (pii != null && BotAttributes.isYes(pii)) {
            paths.add(path);
        }
        for (int i = 0; i < element.getNumChildren(); i++) {
            collect(element.getChildAt(i), path, paths);
        }
    }

    private static void change(Element element, String above, Set<String> paths, UnaryOperator<String> change) {
        var name = element.getLocalName() == null ? element.getTagName() : element.getLocalName();
        var path = above + "/" + name;
        var children = Xml.children(element);
        children.forEach(child -> change(child, path, paths, change));
        var text = element.getTextContent();
        if (children.isEmpty() && paths.contains(path) && !text.isEmpty()) {
            element.setTextContent(change.apply(text));
        }
    }
}
