package danvan.form.xform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Questions whose answer is also calculated. JavaRosa would calculate it again whenever a draft is restored, and what the
 * person answered would be lost. The calculation is put where JavaRosa does not look for it, and the session applies it
 * for as long as the person has not answered otherwise.
 */
final class AskedAndCalculated {
    private static final List<String> CONTROLS = List.of(
            "input", "select1", "select", "odk:rank", "rank", "upload", "trigger", "range", "secret", "textarea");

    private static final Pattern INSTANCE = Pattern.compile("instance\\s{0,9}\\(\\s{0,9}['\"]([^'\"]{1,200})['\"]");

    private AskedAndCalculated() {}

    static void mend(Document form) {
        var root = form.getDocumentElement();
        Set<String> asked = new HashSet<>();
        CONTROLS.forEach(name -> Xml.elements(root, name).forEach(control -> asked.add(plain(control, "ref"))));
        for (var bind : Xml.elements(root, "bind")) {
            boolean isReadOnly = bind.getAttribute("readonly").strip().startsWith("true");
            if (bind.hasAttribute("calculate") && !isReadOnly && asked.contains(plain(bind, "nodeset"))) {
                bind.setAttributeNS(
                        EngineAttributes.NAMESPACE,
                        "engine:" + EngineAttributes.CALCULATION,
                        bind.getAttribute("calculate"));
                keepInstances(bind, bind.getAttribute("calculate"));
                bind.removeAttribute("calculate");
            }
        }
    }

    /** JavaRosa leaves out lists that no expression it reads looks into: a condition that is never true names them. */
    private static void keepInstances(Element bind, String calculation) {
        var named = INSTANCE.matcher(calculation)
                .results()
                .map(found -> "(false() and instance('" + found.group(1) + "')/* = '')")
                .distinct()
                .collect(Collectors.joining(" or "));
        if (!named.isEmpty()) {
            var readOnly = bind.getAttribute("readonly").strip();
            bind.setAttribute("readonly", readOnly.isEmpty() ? named : "(" + readOnly + ") or " + named);
        }
    }

    private static String plain(Element element, String attribute) {
        return element.getAttribute(attribute).replaceAll("/[^/:]+:", "/").strip();
    }
}
