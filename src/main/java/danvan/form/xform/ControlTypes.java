package danvan.form.xform;

import danvan.form.RangeBounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Gives every question the type of data that its control collects. A bind may say another one, or there may be none: phones
 * then keep what the control has collected, while JavaRosa reads a saved draft by the bind alone and drops what is no such
 * data, such as the ticks of a list that is bound to a number.
 */
final class ControlTypes {
    private static final String TEXT = "string";
    private static final Set<String> NUMBERS = Set.of("int", "integer", "long", "decimal", "double", "float");
    private static final Set<String> CHOICES = Set.of("select", "select1", "selectone", "odk:rank", "rank");

    private final Element root;
    private final Map<String, Element> binds = new HashMap<>();

    private ControlTypes(Document form) {
        this.root = form.getDocumentElement();
        for (var bind : Xml.elements(root, "bind")) {
            binds.putIfAbsent(plain(bind.getAttribute("nodeset")), bind);
        }
    }

    static void mend(Document form) {
        var types = new ControlTypes(form);
        for (var name : List.of("input", "secret", "textarea")) {
            types.mend(name, type -> CHOICES.contains(type) ? Optional.of(TEXT) : Optional.empty());
        }
        types.mend("select1", unless(Set.of("", TEXT, "select1", "selectone"), TEXT));
        types.mend("select", unless(Set.of("", TEXT, "select"), TEXT));
        types.mend("rank", unless(Set.of("", TEXT, "rank", "odk:rank"), "odk:rank"));
        types.mend("trigger", unless(Set.of("", TEXT), TEXT));
        types.mend("upload", unless(Set.of("", TEXT, "binary"), "binary"));
        types.mendRanges();
    }

    private static Better unless(Set<String> good, String better) {
        return type -> good.contains(type) ? Optional.empty() : Optional.of(better);
    }

    /** What type there must be in place of the one that is there; empty where that will do. */
    private interface Better {
        Optional<String> than(String type);
    }

    private void mend(String control, Better better) {
        for (var element : Xml.elements(root, control)) {
            bindOf(element)
                    .ifPresent(bind -> better.than(type(bind)).ifPresent(type -> bind.setAttribute("type", type)));
        }
    }

    /** A scale is of numbers, whatever is said or not said of it. */
    private void mendRanges() {
        for (var range : Xml.elements(root, "range")) {
            var known = bindOf(range);
            if (known.isPresent() && NUMBERS.contains(type(known.get()))) {
                continue;
            }
            boolean whole = RangeBounds.read("start=%s end=%s step=%s"
                            .formatted(
                                    range.getAttribute("start"), range.getAttribute("end"), range.getAttribute("step")))
                    .filter(RangeBounds::isWhole)
                    .isPresent();
            known.or(() -> made(range)).ifPresent(bind -> bind.setAttribute("type", whole ? "int" : "decimal"));
        }
    }

    private Optional<Element> bindOf(Element control) {
        return Optional.ofNullable(binds.get(plain(path(control))));
    }

    /** The path a control asks for, which may be written seen from the groups around it, or by the name of its bind. */
    private String path(Element control) {
        if (control.hasAttribute("bind")) {
            return binds.values().stream()
                    .filter(bind -> bind.getAttribute("id").equals(control.getAttribute("bind")))
                    .map(bind -> bind.getAttribute("nodeset"))
                    .findFirst()
                    .orElse("");
        }
        var path = control.getAttribute("ref").strip();
        for (var above = control.getParentNode();
                above instanceof Element element && !path.startsWith("/");
                above = element.getParentNode()) {
            var outer = element.hasAttribute("nodeset") ? element.getAttribute("nodeset") : element.getAttribute("ref");
            if (!outer.isBlank()) {
                path = outer.strip() + "/" + path.replaceFirst("^\\./", "");
            }
        }
        return path;
    }

    private Optional<Element> made(Element control) {
        var path = path(control);
        var models = Xml.elements(root, "model");
        if (!path.startsWith("/") || models.isEmpty()) {
            return Optional.empty();
        }
        var bind = root.getOwnerDocument().createElementNS(Xml.XFORMS, "bind");
        bind.setAttribute("nodeset", path);
        models.get(0).appendChild(bind);
        binds.put(plain(path), bind);
        return Optional.of(bind);
    }

    private static String type(Element bind) {
        return bind.getAttribute("type").strip().replaceFirst("^xsd?:", "");
    }

    private static String plain(String path) {
        return path.replaceAll("/[^/:]+:", "/").strip();
    }
}
