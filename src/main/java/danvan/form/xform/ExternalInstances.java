package danvan.form.xform;

import danvan.form.FormProblem;
import danvan.text.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Gives an XForm the instances it needs: lists kept in files next to it are written into it, and the submission's id
 * becomes ours, because an id that is calculated changes whenever a draft is restored.
 */
public final class ExternalInstances {
    private static final Pattern RANDOMIZED = Pattern.compile("^\\s*randomize\\s*\\((.*)\\)\\s*$", Pattern.DOTALL);

    private final Document form;
    private final Attachments attachments;
    private final Consumer<Problem> problems;

    private ExternalInstances(Document form, Attachments attachments, Consumer<Problem> problems) {
        this.form = form;
        this.attachments = attachments;
        this.problems = problems;
    }

    public static void mend(Document form, Attachments attachments, Consumer<Problem> problems) {
        var instances = new ExternalInstances(form, attachments, problems);
        var check = ListCalls.mend(form, problems);
        for (var instance : Xml.elements(form.getDocumentElement(), "instance")) {
            if (instance.hasAttribute("src")) {
                instances.inline(instance);
            }
        }
        check.run();
        instances.ownInstanceId();
        instances.onceEach();
        instances.unshuffle();
    }

    private void inline(Element instance) {
        var address = instance.getAttribute("src");
        if (address.startsWith("jr://instance/")) {
            // The last saved submission: there is none here, and JavaRosa then takes the blank form.
            return;
        }
        if (!isUsed(instance.getAttribute("id"))) {
            instance.getParentNode().removeChild(instance);
            return;
        }
        try {
            var root = attachments.text(address).flatMap(text -> root(address, text));
            if (root.isEmpty()) {
                problems.accept(FormProblem.of("needsFile", address.substring(address.lastIndexOf('/') + 1)));
                return;
            }
            while (instance.getFirstChild() != null) {
                instance.removeChild(instance.getFirstChild());
            }
            instance.removeAttribute("src");
            instance.appendChild(root.get());
        } catch (CharacterCodingException e) {
            problems.accept(FormProblem.of("fileNotUtf8", address));
        } catch (IOException e) {
            problems.accept(FormProblem.of("fileUnreadable", address));
        }
    }

    private boolean isUsed(String id) {
        var source = Xml.write(form);
        return source.contains("instance('" + id + "')") || source.contains("instance(&quot;" + id + "&quot;)");
    }

    private Optional<Node> root(String address, String text) {
        if (address.endsWith(".csv")) {
            return Optional.of(CsvInstance.root(text, form));
        }
        if (address.endsWith(".geojson")) {
            var root = GeoJsonInstance.root(text, form);
            if (root.isEmpty()) {
                problems.accept(FormProblem.of("notGeoJson", address));
            }
            return root.map(element -> element);
        }
        try {
            return Optional.of(form.importNode(Xml.parse(text).getDocumentElement(), true));
        } catch (SAXException e) {
            problems.accept(FormProblem.of("notXml", address));
            return Optional.empty();
        }
    }

    private void ownInstanceId() {
        var primary = Xml.elements(form.getDocumentElement(), "instance").stream()
                .flatMap(instance -> Xml.children(instance).stream())
                .findFirst();
        if (primary.isEmpty()) {
            return;
        }
        var root = primary.get();
        var ids = Xml.elements(root, "instanceID");
        Element id;
        if (ids.isEmpty()) {
            var namespace = root.getNamespaceURI();
            // A second node named meta would make a repeat of both.
            var meta = Xml.children(root).stream()
                    .filter(child -> "meta".equals(child.getLocalName()))
                    .findFirst()
                    .orElseGet(() -> form.createElementNS(namespace, "meta"));
            root.appendChild(meta);
            id = form.createElementNS(namespace, "instanceID");
            meta.appendChild(id);
        } else {
            id = ids.get(0);
        }
        bindToOurs(path(id, root));
    }

    private void bindToOurs(String path) {
        var model = Xml.elements(form.getDocumentElement(), "model").get(0);
        var bind = Xml.elements(model, "bind").stream()
                .filter(b -> withoutPrefixes(b.getAttribute("nodeset")).equals(withoutPrefixes(path)))
                .findFirst()
                .orElseGet(() -> {
                    var made = form.createElementNS(Xml.XFORMS, "bind");
                    made.setAttribute("nodeset", path);
                    made.setAttribute("type", "string");
                    model.appendChild(made);
                    return made;
                });
        bind.removeAttribute("calculate");
        bind.setAttributeNS(Xml.JAVAROSA, "jr:preload", "uid");
    }

    private static String path(Node node, Element root) {
        var above = node.getParentNode();
        return (node == root || above == null ? "" : path(above, root)) + "/" + node.getNodeName();
    }

    private static String withoutPrefixes(String path) {
        return path.replaceAll("/[^/:]+:", "/").strip();
    }

    /** Nodes that stand several times without being a repeat cannot be asked, and JavaRosa cannot restore them. */
    private void onceEach() {
        var repeats = Xml.elements(form.getDocumentElement(), "repeat").stream()
                .map(repeat -> withoutPrefixes(repeat.getAttribute("nodeset")))
                .collect(Collectors.toSet());
        Xml.elements(form.getDocumentElement(), "instance").stream()
                .flatMap(instance -> Xml.children(instance).stream())
                .findFirst()
                .ifPresent(root -> onceEach(root, root, repeats));
    }

    private static void onceEach(Element parent, Element root, Set<String> repeats) {
        var seen = new HashSet<String>();
        for (var child : Xml.children(parent)) {
            if (!seen.add(child.getNodeName()) && !repeats.contains(withoutPrefixes(path(child, root)))) {
                parent.removeChild(child);
            } else {
                onceEach(child, root, repeats);
            }
        }
    }

    /** A chat numbers its choices, so they must not change places from one message to the next. */
    private void unshuffle() {
        for (var itemset : Xml.elements(form.getDocumentElement(), "itemset")) {
            var matcher = RANDOMIZED.matcher(itemset.getAttribute("nodeset"));
            if (matcher.matches()) {
                itemset.setAttribute("nodeset", firstArgument(matcher.group(1)));
            }
        }
    }

    private static String firstArgument(String arguments) {
        int depth = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return arguments.substring(0, i);
            }
        }
        return arguments;
    }
}
