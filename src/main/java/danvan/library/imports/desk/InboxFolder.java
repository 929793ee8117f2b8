package danvan.library.imports.desk;

import danvan.library.imports.ImportedDocument;
import danvan.library.imports.Imports;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that documents are put into. What is taken goes to {@code done}, what cannot be read to {@code failed} with
 * the reason beside it. A file is taken when it has not changed between two looks: it may still be being copied.
 */
public final class InboxFolder {
    private static final Logger LOG = LoggerFactory.getLogger(InboxFolder.class);

    private record Look(long bytes, FileTime changed) {}

    private final Path folder;
    private final Imports imports;
    private final Consumer<List<ImportedDocument>> imported;
    private Map<Path, Look> seen = new HashMap<>();
    /** Files that could not be read for reasons other than the file; each is told of once. */
    private final Set<Path> left = new HashSet<>();

    /** @param imported told of the documents of one look that wait to be confirmed */
    public InboxFolder(Path folder, Imports imports, Consumer<List<ImportedDocument>> imported) {
        this.folder = folder;
        this.imports = imports;
        this.imported = imported;
    }

    /** Takes what lies there unchanged since the last look. */
    void look() {
        Map<Path, Look> now = new HashMap<>();
        List<ImportedDocument> taken = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Path file : files()) {
                Look look = new Look(Files.size(file), Files.getLastModifiedTime(file));
                if (look.equals(seen.get(file))) {
                    take(file).ifPresent(taken::add);
                } else {
                    now.put(file, look);
                }
            }
        } catch (IOException e) {
            LOG.error(
                    "library.inbox-folder {} cannot be read: {}. Check that it is there and may be written",
                    folder,
                    e.toString());
        } finally {
            if (!taken.isEmpty()) {
                imported.accept(taken);
            }
        }
        seen = now;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private Optional<ImportedDocument> take(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            Imports.Result result = imports.bring(file, name, false);
            move(file, "done");
            LOG.info("{} taken from the inbox folder: {}", name, result.outcome());
            return result.outcome() == Imports.Outcome.SAME ? Optional.empty() : Optional.of(result.imported());
        } catch (UnreadableFile e) {
            ImportFailure failure = e.failure();
            if (failure == ImportFailure.NO_READER) {
                // Nothing is known about the file: it stays, and is taken when it can be read.
                if (left.add(file)) {
                    LOG.warn("{} stays in the inbox folder: {}", name, e.getMessage());
                }
                return Optional.empty();
            }
            Path failed = move(file, "failed");
            Files.writeString(
                    failed.resolveSibling(failed.getFileName() + ".txt"),
                    name + ": " + failure.cause() + " → " + failure.remedy() + "\n");
            LOG.warn("{} in the inbox folder was not imported: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    private Path move(Path file, String to) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to)).resolve(String.valueOf(file.getFileName()));
        return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
