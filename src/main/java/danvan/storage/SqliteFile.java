package danvan.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a SQLite file that was cut off or cannot be written, before anything is done with it. SQLite would only find it at the first page that is
 * missing, perhaps after days; and an empty file it takes for a new database.
 */
final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int PAGE_SIZE = 16;
    private static final int CHANGES = 24;
    private static final int PAGES = 28;
    private static final int PAGES_VALID_FOR = 92;
    private static final int LARGEST_PAGE = 65_536;

    private SqliteFile() {}

    /**
     * Looks at the file's length. To be called before the file is opened by SQLite.
     *
     * @throws StorageException where it was cut off
     */
    static void checkWhole(Path file) throws IOException {
        // Pages that the header counts may still be in the log.
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            return;
        }
        long length = Files.size(file);
        if (length == 0) {
            throw cut(file, "it is empty; if this bot is new, delete it");
        }
        try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "r")) {
            byte[] magic = new byte[(int) Math.min(MAGIC.length, length)];
            header.readFully(magic);
            if (!Arrays.equals(magic, Arrays.copyOf(MAGIC, magic.length))) {
                // No database at all, which SQLite says itself.
                return;
            }
            int size = Short.toUnsignedInt(at(header, PAGE_SIZE).readShort());
            long page = size == 1 ? LARGEST_PAGE : size;
            int changes = at(header, CHANGES).readInt();
            long pages = Integer.toUnsignedLong(at(header, PAGES).readInt());
            if (changes == at(header, PAGES_VALID_FOR).readInt() && length < page * pages) {
                throw cut(file, "%,d of %,d bytes are there".formatted(length, page * pages));
            }
        } catch (EOFException e) {
            throw cut(file, "%,d bytes are there, and %d are its beginning alone".formatted(length, HEADER));
        }
    }

    /**
     * Looks whether this account may write to the file, to its folder and to what SQLite keeps beside it. SQLite opens what
     * it cannot write to, and fails later, in words that name no mend.
     *
     * @throws StorageException where it may not, or the disk is mounted read-only
     */
    static void checkWritable(Path file) {
        Stream.concat(
                        Stream.of(Optional.ofNullable(file.getParent()).orElse(Path.of("."))),
                        Stream.of("", "-wal", "-shm", "-journal")
                                .map(end -> file.resolveSibling(file.getFileName() + end)))
                .filter(each -> Files.exists(each) && !Files.isWritable(each))
                .findFirst()
                .ifPresent(each -> {
                    throw new StorageException("the database " + file
                            + " cannot be written: this account may not write to "
                            + each + ". Nothing was changed. Make the folder and the files in it this account's own"
                            + " (chown -R), or, where the disk is mounted read-only, look after the disk");
                });
    }

    private static RandomAccessFile at(RandomAccessFile file, int place) throws IOException {
        file.seek(place);
        return file;
    }

    private static StorageException cut(Path file, String how) {
        return new StorageException("the database " + file + " was cut off (" + how
                + "). Nothing was changed. Bring a backup back: restore BACKUP");
    }
}
