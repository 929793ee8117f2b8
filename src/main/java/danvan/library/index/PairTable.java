package danvan.library.index;

import danvan.library.query.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often one word follows another: an open hash table, since a question typed without marks asks for thousands of pairs
 * and Lucene's dictionary answers some hundred of them in a millisecond. On disk it is a file that is mapped into memory; it
 * grows with the pairs up to {@link #MOST_CELLS}, beyond which only known ones are counted on. It is written in place and
 * not with the index's commits: after a kill it may be some documents off, which a statistic bears.
 *
 * <p>One thread changes it at a time; others may read meanwhile.
 */
final class PairTable {
    private static final int FEWEST_CELLS = 1 << 14;
    private static final int MOST_CELLS = 1 << 24;
    private static final int COUNT_BITS = 24;
    private static final long COUNT = (1L << COUNT_BITS) - 1;

    private final @Nullable Path folder;
    private volatile LongBuffer cells;
    private int used;

    private PairTable(@Nullable Path folder, LongBuffer cells) {
        this.folder = folder;
        this.cells = cells;
        for (int i = 0; i < cells.capacity(); i++) {
            used += cells.get(i) == 0 ? 0 : 1;
        }
    }

    static PairTable inMemory() {
        return new PairTable(null, LongBuffer.allocate(FEWEST_CELLS));
    }

    /**
     * As it was left in a folder.
     *
     * @param empty whether it is to start again, for an empty index
     */
    static PairTable in(Path folder, boolean empty) {
        try {
            int known = 0;
            for (int size = FEWEST_CELLS; size <= MOST_CELLS; size *= 2) {
                Path file = file(folder, size);
                if (empty) {
                    Files.deleteIfExists(file);
                } else if (Files.exists(file) && known == 0) {
                    // Where there are two, the process was killed while it filled the larger one.
                    known = size;
                } else {
                    Files.deleteIfExists(file);
                }
            }
            int cells = known == 0 ? FEWEST_CELLS : known;
            return new PairTable(folder, mapped(file(folder, cells), cells));
        } catch (IOException e) {
            throw new UncheckedIOException("opening the pairs of words in " + folder, e);
        }
    }

    private static Path file(Path folder, int cells) {
        return folder.resolve("pairs-" + cells);
    }

    private static LongBuffer mapped(Path file, int cells) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) cells * Long.BYTES)
                    .asLongBuffer();
        }
    }

    /** 40 bits, never 0. */
    private static long key(String language, String first, String second) {
        long hash = language.hashCode();
        hash = mixed(hash * 31 + first.hashCode() + ((long) first.length() << 33));
        hash = mixed(hash + second.hashCode() + ((long) second.length() << 33));
        return hash >>> COUNT_BITS | 1;
    }

    private static long mixed(long key) {
        long hash = (key ^ (key >>> 32)) * 0xD6E8FEB86659FD93L;
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return hash ^ (hash >>> 32);
    }

    /** Where this key stands, or would. */
    private static int place(LongBuffer cells, long key) {
        int last = cells.capacity() - 1;
        int place = (int) (key >>> 1) & last;
        while (cells.get(place) != 0 && cells.get(place) >>> COUNT_BITS != key) {
            place = (place + 1) & last;
        }
        return place;
    }

    long count(String language, String first, String second) {
        LongBuffer now = cells;
        return now.get(place(now, key(language, first, second))) & COUNT;
    }

    /** @param times 1 for a text that is put in, -1 for one that is taken out */
    void add(String language, List<Word> words, int times) {
        for (int i = 1; i < words.size(); i++) {
            add(key(language, words.get(i - 1).exact(), words.get(i).exact()), times);
        }
    }

    private void add(long key, int times) {
        LongBuffer now = cells;
        int place = place(now, key);
        long cell = now.get(place);
        if (cell == 0) {
            if (times < 0 || isFull(now)) {
                return;
            }
            now = cells;
            place = place(now, key);
            used++;
        }
        long count = Math.max(0, Math.min(COUNT, (now.get(place) & COUNT) + times));
        now.put(place, key << COUNT_BITS | count);
    }

    /** Grows where it can. */
    private boolean isFull(LongBuffer now) {
        if (used < now.capacity() / 3 * 2) {
            return false;
        }
        if (now.capacity() >= MOST_CELLS) {
            return true;
        }
        int size = now.capacity() * 2;
        try {
            LongBuffer larger = folder == null ? LongBuffer.allocate(size) : mapped(file(folder, size), size);
            for (int i = 0; i < now.capacity(); i++) {
                long cell = now.get(i);
                if (cell != 0) {
                    larger.put(place(larger, cell >>> COUNT_BITS), cell);
                }
            }
            cells = larger;
            if (folder != null) {
                Files.deleteIfExists(file(folder, now.capacity()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("enlarging the pairs of words in " + folder, e);
        }
        return false;
    }
}
