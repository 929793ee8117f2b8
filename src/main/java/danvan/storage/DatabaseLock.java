package danvan.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A SQLite file belongs to one process: a lock on a file beside it says so. */
public final class DatabaseLock {
    private DatabaseLock() {}

    /**
     * Keeps a SQLite file from all other bots until the channel is closed.
     *
     * @throws DatabaseInUse where a bot is at work on it
     */
    public static FileChannel of(Path file) {
        try {
            PrivateFiles.folder(Optional.ofNullable(file.getParent()).orElse(Path.of(".")));
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            boolean unused = PrivateFiles.create(lock);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            @Nullable FileLock held = tryLock(channel);
            if (held == null) {
                channel.close();
                throw new DatabaseInUse("the database " + file
                        + " is in use by another bot process: stop that one, or start this one with --data FOLDER");
            }
            return channel;
        } catch (IOException e) {
            throw PrivateFiles.unwritable("the folder of " + file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same process has it open: to the operator the same mistake.
            return null;
        }
    }
}
