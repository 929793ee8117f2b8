package danvan.library.index;

import danvan.library.query.GlossaryExpander;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index that one process has on disk. It has two places, so that after an update of the bot the index of the
 * version before goes on answering in the one, while the documents are put into a new index in the other; once that is
 * {@linkplain #complete complete}, the old one is deleted. A kill at any time leaves one that answers. One that this version
 * cannot read, or that was torn, is deleted at once.
 */
public final class IndexCopy implements AutoCloseable {
    /** How documents, passages and fields are written. */
    static final int VERSION = 2;
    /** The oldest that this program reads. */
    static final int OLDEST_READ = 1;

    private static final Logger LOG = LoggerFactory.getLogger(IndexCopy.class);
    private static final String SECOND_PLACE = "beside";
    private static final String PAIRS = "pairs-";

    private final Directory folder;
    private final Lock lock;
    private final PassageIndex index;
    private @Nullable Older older;

    private record Older(PassageIndex index, Path place) {}

    /**
     * What stands in a place.
     *
     * @param underway whether it was being built beside the one in the other place
     * @param glossary as it was written
     */
    record Left(Path place, int version, boolean underway, String glossary) {
        boolean isCurrent() {
            return version == VERSION;
        }
    }

    private IndexCopy(Directory folder, Lock lock, PassageIndex index, @Nullable Older older) {
        this.folder = folder;
        this.lock = lock;
        this.index = index;
        this.older = older;
    }

    /** Takes up what was left in a folder; empty while another process uses it. */
    static Optional<IndexCopy> take(Path own, GlossaryExpander glossary) throws IOException {
        Directory folder = new MMapDirectory(own);
        Lock lock;
        try {
            lock = folder.obtainLock(IndexWriter.WRITE_LOCK_NAME);
        } catch (LockObtainFailedException e) {
            folder.close();
            return Optional.empty();
        }
        try {
            return Optional.of(taken(own, folder, lock, glossary));
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            folder.close();
            throw e;
        }
    }

    private static List<Path> places(Path own) {
        return List.of(own, own.resolve(SECOND_PLACE));
    }

    private static IndexCopy taken(Path own, Directory folder, Lock lock, GlossaryExpander glossary)
            throws IOException {
        Optional<Left> serving = serving(own, true);
        Optional<Left> older = serving.filter(left -> !left.isCurrent());
        Path place = serving.filter(Left::isCurrent)
                .map(Left::place)
                .orElseGet(() ->
                        older.filter(left -> left.place().equals(own)).isPresent() ? own.resolve(SECOND_PLACE) : own);
        Optional<Left> begun = left(place, false).filter(Left::isCurrent);
        for (Path each : places(own)) {
            boolean used = each.equals(place) && begun.isPresent();
            if (!used && older.filter(left -> left.place().equals(each)).isEmpty()) {
                clear(each);
            }
        }
        older.ifPresent(left -> LOG.info(
                "the search index in {} is of version {} and goes on answering, while one of version {} is built beside it",
                own,
                left.version(),
                VERSION));
        PassageIndex index = opened(place, VERSION, older.isPresent(), begun, glossary);
        try {
            Older answering = older.isEmpty()
                    ? null
                    : new Older(
                            opened(older.get().place(), older.get().version(), false, older, glossary),
                            older.get().place());
            return new IndexCopy(folder, lock, index, answering);
        } catch (RuntimeException | Error e) {
            index.close();
            throw e;
        }
    }

    private static PassageIndex opened(
            Path place, int version, boolean underway, Optional<Left> left, GlossaryExpander glossary)
            throws IOException {
        Files.createDirectories(place);
        GlossaryExpander by = left.isEmpty()
                ? glossary
                : glossary.with(GlossaryForm.read(left.get().glossary()));
        // The folder's lock is that of both places.
        return PassageIndex.in(
                new MMapDirectory(place, NoLockFactory.INSTANCE),
                version,
                underway,
                PairTable.in(place, left.isEmpty()),
                by);
    }

    /**
     * What answers, of all that was left in a folder: the whole one of this version, or else of a version that this one reads,
     * or else what was put into one of this version so far.
     *
     * @param told whether what cannot be used is logged
     */
    static Optional<Left> serving(Path own, boolean told) {
        List<Left> all = places(own).stream()
                .flatMap(place -> left(place, told).stream())
                .toList();
        List<Left> whole = all.stream().filter(left -> !left.underway()).toList();
        return whole.stream()
                .filter(Left::isCurrent)
                .findFirst()
                .or(() -> whole.stream().findFirst())
                .or(() -> all.stream().filter(Left::isCurrent).findFirst());
    }

    /** The one that is being built beside the one that answers. */
    static Optional<Left> underway(Path own) {
        return places(own).stream()
                .flatMap(place -> left(place, false).stream())
                .filter(left -> left.isCurrent() && left.underway())
                .findFirst();
    }

    /** What stands in a place, if it can be read. */
    private static Optional<Left> left(Path place, boolean told) {
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        try (Directory directory = new MMapDirectory(place, NoLockFactory.INSTANCE)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            int version = Integer.parseInt(data.getOrDefault(PassageIndex.VERSION, "0"));
            if (version < OLDEST_READ || version > VERSION) {
                tell(told, place, "it is of version " + version + " of the index");
                return Optional.empty();
            }
            String glossary = data.getOrDefault(PassageIndex.GLOSSARY, "");
            GlossaryForm.read(glossary);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                if (version < VERSION) {
                    new PassageStore(new IndexSearcher(reader), version).tryReading();
                }
                if (told) {
                    LOG.info("the search index in {} holds {} passages", place, reader.numDocs());
                }
            }
            return Optional.of(
                    new Left(place, version, Boolean.parseBoolean(data.get(PassageIndex.UNDERWAY)), glossary));
        } catch (IOException | RuntimeException e) {
            tell(told, place, e.toString());
            return Optional.empty();
        }
    }

    private static void tell(boolean told, Path place, String cause) {
        if (told) {
            LOG.warn(
                    "the search index in {} cannot be read ({}); it is filled again from the documents, which are found as"
                            + " they are put in",
                    place,
                    cause);
        } else {
            LOG.debug("the search index in {} cannot be read: {}", place, cause);
        }
    }

    private static void clear(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Directory directory = new MMapDirectory(place, NoLockFactory.INSTANCE)) {
            for (String file : directory.listAll()) {
                boolean kept = file.equals(IndexWriter.WRITE_LOCK_NAME)
                        || file.startsWith(PAIRS)
                        || Files.isDirectory(place.resolve(file));
                if (!kept) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    /** The index of this version, which documents are put into. */
    public PassageIndex index() {
        return index;
    }

    /** The one of an older version that answers until this version's is complete. */
    public Optional<PassageIndex> older() {
        return Optional.ofNullable(older).map(Older::index);
    }

    /** All documents have been put in: from the next start on the new index answers, and the older one is no longer needed. */
    public void complete() {
        Older before = older;
        if (before == null) {
            return;
        }
        index.complete();
        older = null;
        before.index().close();
        try {
            clear(before.place());
        } catch (IOException e) {
            LOG.warn("the old search index in {} is deleted at the next start: {}", before.place(), e.toString());
        }
        LOG.info(
                "the search index is complete; that of version {} is deleted",
                before.index().version());
    }

    @Override
    public void close() {
        index.close();
        older().ifPresent(PassageIndex::close);
        try {
            lock.close();
            folder.close();
        } catch (NoSuchFileException e) {
            LOG.debug("the folder of the search index is gone", e);
        } catch (IOException e) {
            throw new UncheckedIOException("closing the search index", e);
        }
    }
}
