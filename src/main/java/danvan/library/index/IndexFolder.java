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
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index lies on disk. Each process that uses the folder at the same time has a copy of its own below it, and
 * takes up the one it finds free. An index that was torn, or written by another version, is deleted: it is filled again from
 * the documents.
 */
public final class IndexFolder {
    /** How documents, passages and fields are written. An index of another one cannot be read. */
    static final int VERSION = 2;

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
    public static PassageIndex open(Path folder, GlossaryExpander glossary) {
        try {
            for (int copy = 1; copy <= MOST_PROCESSES; copy++) {
                Path own = Files.createDirectories(folder.resolve("copy-" + copy));
                Directory directory = new MMapDirectory(own);
                Optional<PassageIndex> opened = opened(own, directory, glossary);
                if (opened.isPresent()) {
                    return opened.get();
                }
                directory.close();
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
     */
    public record Copy(String name, OptionalInt passages, int documents) {}

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
            try (Directory directory = new MMapDirectory(folder.resolve(copy.name()));
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                missing.put(copy.name(), new PassageStore(new IndexSearcher(reader)).countWithoutVectors(model));
            } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                LOG.debug("reading the search index in {}", copy.name(), e);
            }
        }
        return missing;
    }

    private static Copy copy(Path own) {
        String name = String.valueOf(own.getFileName());
        try (Directory directory = new MMapDirectory(own)) {
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            if (!String.valueOf(VERSION).equals(data.get(PassageIndex.VERSION))) {
                return new Copy(name, OptionalInt.empty(), 0);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                PassageStore store = new PassageStore(new IndexSearcher(reader));
                return new Copy(name, OptionalInt.of(store.countPassages()), store.countDocuments());
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.debug("reading the search index in {}", own, e);
            return new Copy(name, OptionalInt.empty(), 0);
        }
    }

    private static Optional<PassageIndex> opened(Path own, Directory directory, GlossaryExpander glossary)
            throws IOException {
        try {
            Optional<GlossaryExpander> left;
            try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                left = usable(own, directory, glossary);
                if (left.isEmpty()) {
                    for (String file : directory.listAll()) {
                        if (!file.equals(IndexWriter.WRITE_LOCK_NAME) && !file.startsWith("pairs-")) {
                            directory.deleteFile(file);
                        }
                    }
                }
                lock.ensureValid();
            }
            return Optional.of(PassageIndex.in(directory, PairTable.in(own, left.isEmpty()), left.orElse(glossary)));
        } catch (LockObtainFailedException e) {
            return Optional.empty();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof LockObtainFailedException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The glossary it was filled by; empty where it cannot be used, and where nothing is there. */
    private static Optional<GlossaryExpander> usable(Path own, Directory directory, GlossaryExpander glossary)
            throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Optional.empty();
        }
        try {
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            if (!String.valueOf(VERSION).equals(data.get(PassageIndex.VERSION))) {
                LOG.warn(
                        "the search index in {} was written by another version of the bot; it is filled again"
                                + " from the documents, which are found as they are put in",
                        own);
                return Optional.empty();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                LOG.info("the search index in {} holds {} passages", own, reader.numDocs());
            }
            return Optional.of(glossary.with(GlossaryForm.read(data.getOrDefault(PassageIndex.GLOSSARY, ""))));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn(
                    "the search index in {} cannot be read ({}); it is filled again from the documents, which are found as"
                            + " they are put in",
                    own,
                    e.toString());
            return Optional.empty();
        }
    }
}
