package danvan.form.xform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes an XForm fit for a chat before JavaRosa reads it: {@code today()} and {@code now()} become functions of ours,
 * because JavaRosa's own read the machine's clock and cannot be replaced; {@code random()} and {@code uuid()} too, because
 * theirs would be drawn again at every message; a text missing in a language, or given as "-",
 * is taken from the default language; an action that would read the phone's place is left out.
 */
public final class XFormNormalizer {
    public static final String TODAY = "bot-today";
    public static final String NOW = "bot-now";
    public static final String RANDOM = "bot-random";
    public static final String UUID = "bot-uuid";

    private static final Set<String> XPATH_ATTRIBUTES =
            Set.of("calculate", "relevant", "constraint", "required", "readonly", "value", "nodeset", "ref", "count");
    private static final Pattern CLOCK =
            Pattern.compile("(?<![\\w.:-])(?:(today|now|random)\\s*\\(\\s*\\)|(uuid)\\s*\\()");

    private XFormNormalizer() {}

    public static void mend(Document form) {
        headFirst(form);
        // A list of its own: that of the document is looked for anew after each change.
        for (var element : Xml.elements(form.getDocumentElement(), "*")) {
            var attributes = element.getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                if (attributes.item(j) instanceof Attr attribute
                        && XPATH_ATTRIBUTES.contains(withoutPrefix(attribute.getName()))) {
                    attribute.setValue(withOurClock(attribute.getValue()));
                }
            }
        }
        fillTranslations(form);
        ControlTypes.mend(form);
        AskedAndCalculated.mend(form);
        withoutPlaces(form);
    }

    /** A phone's place is written by apps that may look where it is; in a chat it stays empty, as where they may not. */
    private static void withoutPlaces(Document form) {
        for (var action : Xml.elements(form.getDocumentElement(), "setgeopoint")) {
            if (Xml.ODK.equals(action.getNamespaceURI())) {
                Xml.elements(form.getDocumentElement(), "bind").stream()
                        .filter(bind -> bind.getAttribute("nodeset")
                                .strip()
                                .equals(action.getAttribute("ref").strip()))
                        .forEach(bind -> bind.setAttributeNS(
                                EngineAttributes.NAMESPACE, "engine:" + EngineAttributes.PLACE, "true"));
                action.getParentNode().removeChild(action);
            }
        }
    }

    /** Why an expression of the form is not read; empty where all may be. */
    public static Optional<Refusal> refusal(Document form) {
        var elements = form.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var attributes = elements.item(i).getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                var refusal = XPathLimits.refusal(attributes.item(j).getNodeValue());
                if (XPATH_ATTRIBUTES.contains(withoutPrefix(attributes.item(j).getNodeName())) && refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** JavaRosa reads the model before the body. */
    private static void headFirst(Document form) {
        for (var body : Xml.elements(form.getDocumentElement(), "body")) {
            body.getParentNode().appendChild(body);
        }
    }

    private static String withOurClock(String xpath) {
        if (!CLOCK.matcher(xpath).find()) {
            return xpath;
        }
        var out = new StringBuilder();
        int from = 0;
        while (from < xpath.length()) {
            int quote = firstQuote(xpath, from);
            out.append(CLOCK.matcher(xpath.substring(from, quote))
                    .replaceAll(call -> call.group(1) == null ? "bot-uuid(" : "bot-" + call.group(1) + "()"));
            int end = quote == xpath.length() ? quote : xpath.indexOf(xpath.charAt(quote), quote + 1) + 1;
            if (end == 0) {
                end = xpath.length();
            }
            out.append(xpath, quote, end);
            from = end;
        }
        return out.toString();
    }

    private static int firstQuote(String xpath, int from) {
        for (int i = from; i < xpath.length(); i++) {
            if (xpath.charAt(i) == '\'' || xpath.charAt(i) == '"') {
                return i;
            }
        }
        return xpath.length();
    }

    private static void fillTranslations(Document form) {
        var translations = Xml.elements(form.getDocumentElement(), "translation");
        if (translations.size() < 2) {
            return;
        }
        var main = translations.stream()
                .filter(t -> t.hasAttribute("default"))
                .findFirst()
                .orElse(translations.get(0));
        // The default language itself may lack what another has.
        translations.stream().filter(t -> t != main).forEach(other -> fill(main, texts(other)));
        translations.stream().filter(t -> t != main).forEach(other -> fill(other, texts(main)));
    }

    private static void fill(Element translation, Map<String, Element> fallback) {
        var own = texts(translation);
        fallback.forEach((id, text) -> fill(translation, own.get(id), text));
    }

    /** Each form of a text for itself: the words, the picture, the guidance. */
    private static void fill(Element translation, @org.jspecify.annotations.Nullable Element own, Element fallback) {
        if (own == null) {
            translation.appendChild(fallback.cloneNode(true));
            return;
        }
        for (var value : Xml.children(fallback)) {
            var form = value.getAttribute("form");
            var mine = Xml.children(own).stream()
                    .filter(v -> v.getAttribute("form").equals(form))
                    .findFirst();
            if (mine.isEmpty()) {
                own.appendChild(value.cloneNode(true));
            } else if (isMissing(mine.get()) && !isMissing(value)) {
                own.replaceChild(value.cloneNode(true), mine.get());
            }
        }
    }

    private static boolean isMissing(Element value) {
        return value.getTextContent().strip().equals("-")
                && Xml.elements(value, "output").isEmpty();
    }

    private static Map<String, Element> texts(Element translation) {
        var found = new LinkedHashMap<String, Element>();
        for (var child : Xml.children(translation)) {
            if (child.getLocalName().equals("text")) {
                found.put(child.getAttribute("id"), child);
            }
        }
        return found;
    }
}
