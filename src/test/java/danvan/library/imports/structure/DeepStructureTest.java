package danvan.library.imports.structure;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import danvan.patterns.DeepText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document that was sent in does not go deep with its brackets. */
class DeepStructureTest {
    @Test
    void cutsWhateverLiesInEachOther() {
        DeepText.readBy("Structure.read, one paragraph", text -> Structure.read(one(text), DocumentMetadata.NONE));
        DeepText.readBy("Structure.read, many lines", text -> Structure.read(many(text), DocumentMetadata.NONE));
        DeepText.readBy("Lines.of", text -> Parts.of(Lines.of(many(text))));
        DeepText.readBy("Structure.pieces", text -> Structure.pieces(text, 1_000));
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
