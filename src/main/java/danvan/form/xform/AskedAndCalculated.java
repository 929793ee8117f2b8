package danvan.form.xform;

import danvan.form.LocalizedMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.XPathConditional;
import org.javarosa.xpath.parser.XPathSyntaxException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Questions whose answer is also calculated: a restored draft would calculate it anew, and what the person answered
 * would be lost. Where the calculation hangs on no answer, it says what the answer is at the beginning, and is made such
 * a default; any other is refused.
 */
final class AskedAndCalculated {
    private static final List<String> CONTROLS = List.of("input", "select1", "select", "upload", "trigger", "range");
    private static final List<String> CHANGING = List.of("calculate", "relevant");

    private final Element root;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> repeats;
    private final Set<String> changing;

    private AskedAndCalculated(Document form) {
        this.root = form.getDocumentElement();
        CONTROLS.forEach(name -> Xml.elements(root, name).forEach(control -> asked.add(plain(control, "ref"))));
        this.repeats = Xml.elements(root, "repeat").stream()
                .map(repeat -> plain(repeat, "nodeset"))
                .collect(Collectors.toSet());
        this.changing = new HashSet<>(asked);
        Xml.elements(root, "bind").stream()
                .filter(bind ->
                        CHANGING.stream().anyMatch(bind::hasAttribute) || bind.hasAttributeNS(Xml.JAVAROSA, "preload"))
                .forEach(bind -> changing.add(plain(bind, "nodeset")));
        Xml.elements(root, "setvalue").forEach(action -> changing.add(plain(action, "ref")));
    }

    static void mend(Document form, Consumer<LocalizedMessage> problems) {
        var them = new AskedAndCalculated(form);
        for (var bind : Xml.elements(them.root, "bind")) {
            var path = bind.getAttribute("nodeset");
            boolean isReadOnly = bind.getAttribute("readonly").strip().startsWith("true");
            if (bind.hasAttribute("calculate") && !isReadOnly && them.asked.contains(plain(bind, "nodeset"))) {
                if (them.isIndependent(path, bind.getAttribute("calculate"))) {
                    makeDefault(bind, path);
                } else {
                    problems.accept(LocalizedMessage.of("askedAndCalculated", path));
                }
            }
        }
    }

    private static void makeDefault(Element bind, String path) {
        var action = bind.getOwnerDocument().createElementNS(Xml.XFORMS, "setvalue");
        action.setAttribute("event", "odk-instance-first-load");
        action.setAttribute("ref", path);
        action.setAttribute("value", bind.getAttribute("calculate"));
        bind.removeAttribute("calculate");
        Optional.ofNullable(bind.getParentNode()).ifPresent(model -> model.appendChild(action));
    }

    /** Whether nothing that a person does, and nothing else that is calculated, changes the result. */
    private boolean isIndependent(String path, String xpath) {
        if (repeats.stream().anyMatch(repeat -> plain(path).startsWith(repeat + "/")) || !path.startsWith("/")) {
            return false;
        }
        try {
            var place = TreeReference.rootRef();
            for (var step : path.strip().substring(1).split("/", -1)) {
                place = place.extendRef(step, TreeReference.INDEX_UNBOUND);
            }
            return new XPathConditional(xpath)
                    .getTriggers(place).stream()
                            .filter(read -> read.getInstanceName() == null)
                            .map(read -> plain(NodePath.of(read.genericize())))
                            .allMatch(this::isConstant);
        } catch (XPathSyntaxException | RuntimeException e) {
            // JavaRosa will say what is wrong with the expression.
            return false;
        }
    }

    private boolean isConstant(String path) {
        return changing.stream().noneMatch(other -> other.equals(path) || other.startsWith(path + "/"));
    }

    private static String plain(Element element, String attribute) {
        return plain(element.getAttribute(attribute));
    }

    private static String plain(String path) {
        return path.replaceAll("/[^/:]+:", "/").strip();
    }
}
