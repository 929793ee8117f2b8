package danvan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes an XForm fit for a chat before JavaRosa reads it: {@code today()} and {@code now()} become functions of ours,
 * because JavaRosa's own read the machine's clock and cannot be replaced; a text missing in a language, or given as "-",
 * is taken from the default language.
 */
final class XFormMending {
    static final String TODAY = "bot-today";
    static final String NOW = "bot-now";

    private static final Set<String> XPATH_ATTRIBUTES =
            Set.of("calculate", "relevant", "constraint", "required", "readonly", "value", "nodeset", "ref", "count");
    private static final Pattern CLOCK = Pattern.compile("(?<![\\w.-])(today|now)\\s*\\(\\s*\\)");

    private XFormMending() {}

    static void mend(Document form) {
        var elements = form.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var attributes = elements.item(i).getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                if (attributes.item(j) instanceof Attr attribute
                        && XPATH_ATTRIBUTES.contains(attribute.getLocalName())) {
                    attribute.setValue(withOurClock(attribute.getValue()));
                }
            }
        }
        fillTranslations(form);
    }

    private static String withOurClock(String xpath) {
        if (!xpath.contains("today") && !xpath.contains("now")) {
            return xpath;
        }
        var out = new StringBuilder();
        int from = 0;
        while (from < xpath.length()) {
            int quote = firstQuote(xpath, from);
            out.append(CLOCK.matcher(xpath.substring(from, quote)).replaceAll("bot-$1()"));
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
        var translations = elements(form.getDocumentElement(), "translation");
        if (translations.size() < 2) {
            return;
        }
        var main = translations.stream()
                .filter(t -> t.hasAttribute("default"))
                .findFirst()
                .orElse(translations.get(0));
        var texts = texts(main);
        for (var translation : translations) {
            if (translation != main) {
                var own = texts(translation);
                texts.forEach((id, text) -> fill(translation, own.get(id), text));
            }
        }
    }

    private static void fill(Element translation, @org.jspecify.annotations.Nullable Element own, Element fallback) {
        if (own == null) {
            translation.appendChild(fallback.cloneNode(true));
        } else if (own.getTextContent().strip().equals("-")
                && elements(own, "output").isEmpty()) {
            translation.replaceChild(fallback.cloneNode(true), own);
        }
    }

    private static Map<String, Element> texts(Element translation) {
        var found = new LinkedHashMap<String, Element>();
        for (Node n = translation.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getLocalName().equals("text")) {
                found.put(e.getAttribute("id"), e);
            }
        }
        return found;
    }

    private static List<Element> elements(Element parent, String name) {
        var nodes = parent.getElementsByTagNameNS("*", name);
        var found = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element e) {
                found.add(e);
            }
        }
        return found;
    }
}
