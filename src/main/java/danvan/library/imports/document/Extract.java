package danvan.library.imports.document;

import java.util.List;

/**
 * What was got out of a file.
 *
 * @param mediaType what the file is, whatever it is called
 * @param pages 0 where the format has none
 * @param title what its maker wrote into it as its title; empty where there is none
 * @param recognised whether the text was read off pictures of pages, so that there may be slips in it
 * @param leftOut what stands in the file and is no text of the document
 */
public record Extract(
        String mediaType, String title, int pages, boolean recognised, List<Block> blocks, List<LeftOut> leftOut) {

    /**
     * What the reader left out.
     *
     * @param where "trang tính An", "menu"
     */
    public record LeftOut(Furniture kind, String where, String text) {}

    public Extract {
        blocks = List.copyOf(blocks);
        leftOut = List.copyOf(leftOut);
    }

    public Extract(String mediaType, String title, int pages, boolean recognised, List<Block> blocks) {
        this(mediaType, title, pages, recognised, blocks, List.of());
    }

    public Extract with(List<Block> otherBlocks) {
        return new Extract(mediaType, title, pages, recognised, otherBlocks, leftOut);
    }

    /** Letters and digits of the text. */
    public long letters() {
        return blocks.stream()
                .flatMap(block -> block.cells().stream())
                .mapToLong(Block::letters)
                .sum();
    }
}
