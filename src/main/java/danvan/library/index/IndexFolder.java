package danvan.library.index;

import danvan.library.query.GlossaryExpander;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index lies on disk. Each process that uses the folder at the same time has a copy of its own below it, and
 * takes up the one it finds free.
 */
public final class IndexFolder {
    /**
     * How texts are cut into terms. An index of another one is served while its documents are put again, one after the
     * other: it is part of their revision.
     */
    public static final int ANALYSIS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final int MOST_PROCESSES = 32;

    private IndexFolder() {}

    /**
     * Opens the first copy that no other process uses, as it was left.
     *
     * @param glossary by which an empty one is filled; one that holds something is read by the glossary it was filled by
     */
    public static IndexCopy open(Path folder, GlossaryExpander glossary) {
        try {
            for (int copy = 1; copy <= MOST_PROCESSES; copy++) {
                Optional<IndexCopy> taken =
                        IndexCopy.take(Files.createDirectories(folder.resolve("copy-" + copy)), glossary);
                if (taken.isPresent()) {
                    return taken.get();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("opening the search index in " + folder, e);
        }
        throw new UncheckedIOException(new IOException(
                MOST_PROCESSES + " processes use the search index in " + folder + "; give each its data folder"));
    }

    /**
     * What one process has in its copy, as of its last commit.
     *
     * @param passages how many; empty where it is not served and is filled again from the documents at the next start
     * @param documents how many texts of documents, each language counted
     * @param underway how many of them stand in the index that is being built beside it; 0 where none is
     */
    public record Copy(String name, OptionalInt passages, int documents, int underway) {}

    /** The copies in a folder, read beside the processes that use them. */
    public static List<Copy> copies(Path folder) {
        List<Copy> copies = new ArrayList<>();
        for (int copy = 1; copy <= MOST_PROCESSES; copy++) {
            Path own = folder.resolve("copy-" + copy);
            if (Files.isDirectory(own)) {
                copies.add(copy(own));
            }
        }
        return copies;
    }

    /** How many passages of each copy that can be read have no vector of this model. */
    public static Map<String, Integer> withoutVectors(Path folder, String model) {
        Map<String, Integer> missing = new LinkedHashMap<>();
        for (Copy copy : copies(folder)) {
            IndexCopy.serving(folder.resolve(copy.name()), false)
                    .flatMap(left -> read(left, store -> store.countWithoutVectors(model)))
                    .ifPresent(count -> missing.put(copy.name(), count));
        }
        return missing;
    }

    private static Copy copy(Path own) {
        String name = String.valueOf(own.getFileName());
        int filled = IndexCopy.underway(own)
                .filter(left -> IndexCopy.serving(own, false)
                        .filter(serving -> !serving.place().equals(left.place()))
                        .isPresent())
                .flatMap(left -> read(left, PassageStore::countDocuments))
                .orElse(0);
        return IndexCopy.serving(own, false)
                .flatMap(left -> read(
                        left,
                        store -> new Copy(name, OptionalInt.of(store.countPassages()), store.countDocuments(), filled)))
                .orElseGet(() -> new Copy(name, OptionalInt.empty(), 0, filled));
    }

    private static <T> Optional<T> read(IndexCopy.Left left, Function<PassageStore, T> reading) {
        try (Directory directory = new MMapDirectory(left.place());
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return Optional.of(reading.apply(new PassageStore(new IndexSearcher(reader), left.version())));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.debug("reading the search index in {}", left.place(), e);
            return Optional.empty();
        }
    }
}
