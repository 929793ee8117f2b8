package danvan.library.imports;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.reading.Reading;
import danvan.library.imports.recognition.Recognition;
import danvan.library.imports.structure.Section;
import danvan.library.imports.structure.Structure;
import danvan.storage.Files;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of a file what is to be kept of it. */
final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private final Files files;
    private final Reading reading;

    Drafts(Files files, Reading reading) {
        this.files = files;
        this.reading = reading;
    }

    /**
     * What is to be kept.
     *
     * @param hidden the sheets of which something is hidden and was left out
     */
    record Draft(ImportedDocument imported, List<Section> sections, List<String> hidden) {
        Draft {
            sections = List.copyOf(sections);
            hidden = List.copyOf(hidden);
        }
    }

    /** Of a file that lies on the disk. */
    Draft of(Path file, ImportedDocument unread) throws UnreadableFile {
        Extract extract = reading.read(file, unread.fileName());
        DocumentMetadata said = Recognition.of(extract, unread.fileName());
        Structure structure = Structure.read(extract.blocks(), said);
        List<Section> sections = structure.sections();
        said = said.leaving(leftOut(extract, structure));
        if (sections.isEmpty() || extract.letters() == 0) {
            throw new UnreadableFile(ImportFailure.EMPTY);
        }
        return new Draft(
                new ImportedDocument(
                        unread.id(),
                        ImportedDocument.State.WAITING,
                        "",
                        Shelved.language(sections),
                        unread.file(),
                        unread.sha256(),
                        unread.fileName(),
                        extract.mediaType(),
                        extract.pages(),
                        extract.recognised(),
                        said,
                        Optional.empty(),
                        unread.to(),
                        unread.inboxFile()),
                sections,
                hidden(extract, unread));
    }

    /** Of a file that is in the store; where it cannot be read, why. */
    Draft ofKept(ImportedDocument unread) {
        Path copy = null;
        try {
            copy = java.nio.file.Files.createTempFile("danvan-import", "");
            try (InputStream content = files.open(unread.file())) {
                java.nio.file.Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return of(copy, unread);
        } catch (UnreadableFile e) {
            return failed(unread, e.failure());
        } catch (IOException e) {
            return failed(unread, ImportFailure.GONE);
        } finally {
            if (copy != null) {
                copy.toFile().delete();
            }
        }
    }

    static Draft failed(ImportedDocument unread, ImportFailure failure) {
        return new Draft(unread.failed(failure), List.of(), List.of());
    }

    /** What the file hides is not read out, and whoever brought it is to know. */
    private static List<String> hidden(Extract extract, ImportedDocument unread) {
        List<String> hidden = extract.leftOut().stream()
                .filter(left -> left.kind() == Furniture.HIDDEN)
                .map(left -> left.where().isEmpty() ? "…" : left.where())
                .toList();
        if (!hidden.isEmpty()) {
            LOG.info("{}: what is hidden in it {} was left out", unread.fileName(), hidden);
        }
        return hidden;
    }

    private static Map<Furniture, Long> leftOut(Extract extract, Structure structure) {
        Map<Furniture, Long> letters = new EnumMap<>(Furniture.class);
        letters.putAll(structure.lettersOfFurniture());
        extract.leftOut().forEach(left -> letters.merge(left.kind(), Block.letters(left.text()), Long::sum));
        letters.values().removeIf(count -> count == 0);
        return letters;
    }
}
