package danvan.library.imports.recognition;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Confidence;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.Extract;

/** What a file says it is: by its first page and its end, and where they give no title, by what else may be one. */
public final class Recognition {
    private Recognition() {}

    /**
     * What it says.
     *
     * @param fileName the last resort for a title
     */
    public static DocumentMetadata of(Extract extract, String fileName) {
        DocumentMetadata said = FirstPage.read(extract.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.NOTE_MARK)
                .toList());
        boolean unnamed = said.subject().isBlank() && said.number().isBlank();
        if (said.title().isBlank() || unnamed) {
            said = said.with(
                    DocumentMetadata.Field.SUBJECT,
                    Titles.of(extract, fileName),
                    new DocumentMetadata.Evidence("", Confidence.UNSURE));
        }
        return extract.recognised() ? said.doubted() : said;
    }
}
