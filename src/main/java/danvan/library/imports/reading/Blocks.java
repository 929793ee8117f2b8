package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers the blocks of a document from the XHTML that Tika makes of it. */
final class Blocks extends DefaultHandler {
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private final List<Block.Span> spans = new ArrayList<>();
    private int tables;
    private int depth;
    private int heading;
    private int unread;

    List<Block> blocks() {
        return blocks;
    }

    @Override
    public void startElement(String uri, String localName, String qualified, Attributes attributes) {
        String name = localName.toLowerCase(Locale.ROOT);
        switch (name) {
            case "head", "script", "style" -> unread++;
            case "table" -> {
                flush();
                depth++;
                tables += depth == 1 ? 1 : 0;
            }
            case "tr" -> {
                if (depth == 1) {
                    cells.clear();
                    spans.clear();
                    text.setLength(0);
                }
            }
            case "td", "th" -> {
                if (depth == 1) {
                    text.setLength(0);
                    spans.add(new Block.Span(reach(attributes, "colspan"), reach(attributes, "rowspan")));
                }
            }
            case "br" -> text.append('\n');
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = name.charAt(1) - '0';
            }
            case "p", "li", "dd", "dt", "pre", "blockquote", "center", "section", "article", "div" -> flush();
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualified) {
        String name = localName.toLowerCase(Locale.ROOT);
        switch (name) {
            case "head", "script", "style" -> unread = Math.max(0, unread - 1);
            case "td", "th" -> {
                if (depth == 1) {
                    cells.add(cell());
                    text.setLength(0);
                }
            }
            case "tr" -> {
                if (depth == 1 && cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    boolean plain = spans.stream().allMatch(Block.Span.ONE::equals) || spans.size() != cells.size();
                    blocks.add(new Block(Block.Kind.ROW, tables, cells, 0, plain ? List.of() : spans));
                }
            }
            case "table" -> {
                depth = Math.max(0, depth - 1);
                if (depth == 0) {
                    text.setLength(0);
                }
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = 0;
            }
            case "p", "li", "dd", "dt", "pre", "blockquote", "center", "section", "article", "div", "body" -> flush();
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (unread == 0) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    /** A cell that claims to reach over a thousand columns means one. */
    private static int reach(Attributes attributes, String name) {
        String told = attributes.getValue(name);
        return told != null && told.strip().matches("[1-9]\\d?") ? Integer.parseInt(told.strip()) : 1;
    }

    /** After the last element. */
    void end() {
        depth = 0;
        flush();
    }

    private String cell() {
        return text.toString()
                .lines()
                .map(Blocks::tight)
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    /** Ends what is being gathered; within a table it only ends a line of the cell. */
    private void flush() {
        if (depth > 0) {
            text.append('\n');
            return;
        }
        List<String> lines = text.toString()
                .lines()
                .map(Blocks::tight)
                .filter(line -> !line.isEmpty())
                .toList();
        text.setLength(0);
        if (lines.isEmpty()) {
            return;
        }
        if (heading > 0) {
            blocks.add(new Block(Block.Kind.HEADING, heading, List.of(String.join(" ", lines)), 0));
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            blocks.add(new Block(Block.Kind.PARAGRAPH, i == 0 ? 1 : 0, List.of(lines.get(i)), 0));
        }
    }

    private static String tight(String line) {
        return line.replace('\u00A0', ' ')
                .replaceAll("[ \\t\\u2000-\\u200A\\u3000]+", " ")
                .strip();
    }
}
