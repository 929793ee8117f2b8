package danvan.library.imports.reading;

import danvan.library.imports.document.Plain;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Which part of a web page is the document: the innermost that holds nearly all its running text. */
final class PageText {
    private static final String NO_TEXT =
            "script, style, noscript, template, nav, button, select, textarea, input, svg,"
                    + " iframe, object, [hidden], [aria-hidden=true], [role=navigation], [role=menu], [role=dialog]";
    private static final Pattern HIDDEN =
            Pattern.compile("(?i)(?:display\\s{0,4}:\\s{0,4}none|mso-hide\\s{0,4}:\\s{0,4}all)");
    /** The motto and the number stand above the text, sometimes in an element of their own. */
    private static final Pattern HEAD =
            Pattern.compile("cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doc lap - tu do");

    private static final int SENTENCE = 60;
    private static final double NEARLY_ALL = 0.9;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private PageText() {}

    /** Takes out of the page what is never text, and finds the document in the rest. */
    static Element of(Document page) {
        page.select(NO_TEXT).remove();
        page.select("[style]").forEach(element -> {
            if (HIDDEN.matcher(element.attr("style")).find()) {
                element.remove();
            }
        });
        Element body = page.body();
        if (body == null) {
            return page;
        }
        page.select("table").forEach(PageText::unwrapIfLayout);
        long all = running(body);
        Element text = body;
        for (Element inner = largest(text);
                inner != null && running(inner) >= all * NEARLY_ALL;
                inner = largest(text)) {
            if (!isContainer(inner)) {
                break;
            }
            text = inner;
        }
        while (!text.equals(body) && text.parent() != null && lacksHead(text, body)) {
            text = text.parent();
        }
        return text;
    }

    /** A table that holds tables, or has one cell, lays out a page. */
    private static void unwrapIfLayout(Element table) {
        if (table.select("table").size() == 1 && table.select("td, th").size() > 1) {
            return;
        }
        for (Element part : table.select("tbody, thead, tfoot, tr, td, th")) {
            if (table.equals(part.closest("table"))) {
                part.tagName("div");
            }
        }
        table.tagName("div");
    }

    private static boolean isContainer(Element element) {
        return switch (element.normalName()) {
            case "p", "table", "tbody", "tr", "ul", "ol", "li", "span", "font", "b", "i", "a" -> false;
            default -> true;
        };
    }

    private static @Nullable Element largest(Element of) {
        Element largest = null;
        long most = 0;
        for (Element child : of.children()) {
            long letters = running(child);
            if (letters > most) {
                most = letters;
                largest = child;
            }
        }
        return largest;
    }

    private static boolean lacksHead(Element text, Element body) {
        return !HEAD.matcher(Plain.of(text.text())).find()
                && HEAD.matcher(Plain.of(body.text())).find();
    }

    /** Letters of sentences: menus and lists of links have none. */
    private static long running(Element element) {
        long letters = 0;
        Deque<Node> rest = new ArrayDeque<>();
        rest.push(element);
        while (!rest.isEmpty()) {
            Node node = rest.pop();
            if (node instanceof TextNode text) {
                letters +=
                        text.text().strip().length() >= SENTENCE ? text.text().length() : 0;
            } else if (!node.normalName().equals("a")) {
                node.childNodes().forEach(rest::push);
            }
        }
        return letters;
    }

    /** What the page says beside the document. */
    static String outside(Document page, Element text) {
        StringBuilder outside = new StringBuilder();
        Deque<Node> rest = new ArrayDeque<>();
        if (page.body() != null && !text.equals(page.body())) {
            rest.push(page.body());
        }
        while (!rest.isEmpty()) {
            Node node = rest.pop();
            if (node.equals(text)) {
                continue;
            }
            if (node instanceof TextNode said && !said.isBlank()) {
                outside.append(outside.length() == 0 ? "" : " · ")
                        .append(said.text().strip());
            }
            for (int i = node.childNodeSize() - 1; i >= 0; i--) {
                rest.push(node.childNode(i));
            }
        }
        return outside.toString();
    }

    /** "&#150;" is a dash to Word and to every browser, and a control character by its number. */
    static String windows(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && c <= 0x9F) {
                if (out == null) {
                    out = new StringBuilder(text);
                }
                out.setCharAt(i, new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0));
            }
        }
        return out == null ? text : out.toString();
    }
}
