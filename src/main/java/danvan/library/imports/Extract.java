package danvan.library.imports;

import java.util.List;

/**
 * What was got out of a file.
 *
 * @param mediaType what the file is, whatever it is called
 * @param pages 0 where the format has none
 * @param title what its maker wrote into it as its title; empty where there is none
 * @param recognised whether the text was read off pictures of pages, so that there may be slips in it
 */
record Extract(String mediaType, String title, int pages, boolean recognised, List<Block> blocks) {
    Extract {
        blocks = List.copyOf(blocks);
    }

    long letters() {
        return blocks.stream()
                .flatMap(block -> block.cells().stream())
                .mapToLong(
                        cell -> cell.chars().filter(Character::isLetterOrDigit).count())
                .sum();
    }
}
