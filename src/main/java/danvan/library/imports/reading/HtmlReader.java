package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Web pages: saved by Word, in which the ends of the source's lines are blanks, and saved from the portals of law, whose
 * menus are no text of the document.
 */
final class HtmlReader {
    private static final long MOST_BYTES = 25L << 20;
    private static final int DEEPEST = 512;
    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<(?:meta|\\?xml)\\b[^>]{0,400}?(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?([\\w.:-]{1,40})");

    private HtmlReader() {}

    static Extract read(Path file) throws IOException, UnreadableFile {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableFile(ImportFailure.TOO_LARGE);
        }
        byte[] bytes = Files.readAllBytes(file);
        return read(decoded(bytes), "text/html");
    }

    /** Of a page that is read already. */
    static Extract read(String html, String type) throws UnreadableFile {
        Document page = Jsoup.parse(html);
        Element text = PageText.of(page);
        Blocks blocks = new Blocks();
        Walk walk = new Walk(blocks);
        text.traverse(walk);
        blocks.end();
        if (walk.deep) {
            throw new UnreadableFile(ImportFailure.TOO_HUNGRY);
        }
        String rest = PageText.outside(page, text);
        return new Extract(
                type,
                page.title().strip(),
                0,
                false,
                blocks.blocks(),
                Block.letters(rest) == 0 ? List.of() : List.of(new Extract.LeftOut(Furniture.MENU, "", rest)));
    }

    /**
     * The page's letters. What the bytes are beyond doubt counts more than what the page says of itself, which it may say
     * late, or wrongly.
     */
    static String decoded(byte[] bytes) throws UnreadableFile {
        Optional<String> certain = TextBytes.certain(bytes);
        if (certain.isPresent()) {
            return certain.get();
        }
        Optional<Charset> declared = declared(bytes);
        if (declared.isPresent()) {
            return new String(bytes, declared.get());
        }
        return TextBytes.decoded(bytes);
    }

    private static Optional<Charset> declared(byte[] bytes) {
        Matcher found = DECLARED.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            String name = found.group(1).toLowerCase(Locale.ROOT);
            // What calls itself Latin-1 or ASCII is Windows-1252, as every browser reads it; UTF-8 it is not, as was
            // seen.
            if (name.equals("iso-8859-1") || name.equals("us-ascii")) {
                return Optional.of(Charset.forName("windows-1252"));
            }
            try {
                Charset charset = Charset.forName(name);
                if (!charset.equals(StandardCharsets.UTF_8)) {
                    return Optional.of(charset);
                }
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // The page names what there is not; the letters are to tell.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Hands the page's elements on as they come. */
    private static final class Walk implements NodeVisitor {
        private final Blocks blocks;
        private int preformatted;
        boolean deep;

        Walk(Blocks blocks) {
            this.blocks = blocks;
        }

        @Override
        public void head(Node node, int depth) {
            deep |= depth > DEEPEST * 4;
            if (node instanceof TextNode text) {
                String whole = PageText.windows(text.getWholeText());
                String said = preformatted > 0 ? whole : whole.replaceAll("[\\r\\n\\t\\f]", " ");
                blocks.characters(said.toCharArray(), 0, said.length());
            } else if (node instanceof Element element) {
                preformatted += element.normalName().equals("pre") ? 1 : 0;
                AttributesImpl attributes = new AttributesImpl();
                for (String name : List.of("colspan", "rowspan")) {
                    if (element.hasAttr(name)) {
                        attributes.addAttribute("", name, name, "CDATA", element.attr(name));
                    }
                }
                blocks.startElement("", element.normalName(), element.normalName(), attributes);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                preformatted -= element.normalName().equals("pre") ? 1 : 0;
                blocks.endElement("", element.normalName(), element.normalName());
            }
        }
    }
}
