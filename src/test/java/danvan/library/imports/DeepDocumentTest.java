package danvan.library.imports;

import danvan.patterns.DeepText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document that was sent in does not go deep with its brackets and tags. */
class DeepDocumentTest {
    @Test
    void readsWhateverLiesInEachOther() {
        DeepText.readBy("Structure.read, one paragraph", text -> Structure.read(one(text), DocumentMetadata.NONE));
        DeepText.readBy("Structure.read, many lines", text -> Structure.read(many(text), DocumentMetadata.NONE));
        DeepText.readBy("Lines.of", text -> Parts.of(Lines.of(many(text))));
        DeepText.readBy("Structure.pieces", text -> Structure.pieces(text, 1_000));
        DeepText.readBy("NamedDocuments.in", NamedDocuments::in);
        DeepText.readBy("MainPart.withoutQuotes", text -> MainPart.withoutQuotes(List.of(text)));
        DeepText.readBy("Relations.of", text -> Relations.of("12/QĐ-UBND", "Quyết định", text, List.of(text)));
        DeepText.readBy("InForceClause.of", text -> InForceClause.of(List.of(text), "Quyết định", "2024-01-08"));
    }

    @Test
    void readsPagesWhoseTagsLieInEachOther() {
        DeepText.readBy("HtmlReader.read", text -> read("<html><body>" + text + "</body></html>"));
        // The library that reads pages takes longer the deeper tables lie; in the bot it reads in a process with a time
        // limit.
        DeepText.readBy("divisions", "<div>".repeat(20_000) + "một", DeepDocumentTest::read);
        DeepText.readBy("tables", "<table><tr><td>".repeat(500) + "một", DeepDocumentTest::read);
        DeepText.readBy("lists", "<ul><li>".repeat(2_000) + "một", DeepDocumentTest::read);
    }

    private static void read(String html) {
        try {
            HtmlReader.read(html, "text/html");
        } catch (UnreadableFile e) {
            // Refused in its words.
        }
    }

    private static List<Block> one(String text) {
        return List.of(new Block(Block.Kind.PARAGRAPH, 0, List.of(text), 0));
    }

    private static List<Block> many(String text) {
        return Arrays.stream(text.split("(?<=\\G.{50})"))
                .map(line -> new Block(Block.Kind.LINE, 1, List.of(line), 1))
                .toList();
    }
}
