package danvan.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that hold what members said: they are for the bot's account alone (0600, folders 0700), whatever the umask, from
 * the moment they are made. Where the file system knows no such rights, nothing is done.
 */
public final class PrivateFiles {
    /** The folder of the search index, in the state folder. */
    public static final String SEARCH_INDEX = "search-index";

    /** The file of the keys that seal personal answers, in the state folder. */
    public static final String REPORT_KEY = "report.key";

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /**
     * Makes an empty file where there is none.
     *
     * @return whether it was made; false where it is there already, and then its rights are corrected
     */
    public static boolean create(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE));
            // The umask may have taken more than others' rights.
            set(file, FILE);
            return true;
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(file)) {
                throw e;
            }
            restrict(file, FILE);
            return false;
        }
    }

    /**
     * The failure to write where the bot keeps its state, in words that name the mend.
     *
     * @param what a folder, with its article
     */
    public static StorageException unwritable(String what, IOException failure) {
        // Of these two the message is the bare name.
        String reason = failure instanceof AccessDeniedException
                ? "this account may not write to " + failure.getMessage()
                : failure instanceof FileAlreadyExistsException
                        ? failure.getMessage() + " is a file and no folder"
                        : String.valueOf(failure.getMessage());
        return new StorageException(
                what + " cannot be written: " + reason
                        + ". Fix that, or name another folder with data, DANVAN_DATA or --data",
                failure);
    }

    /** Makes a folder with all above it, as far as they are not there; those that are stay as they are. */
    public static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Optional<Path> above = Optional.ofNullable(folder.toAbsolutePath().getParent());
            if (above.isPresent()) {
                folder(above.get());
            }
            try {
                Files.createDirectory(folder, attributes(folder, FOLDER));
                set(folder, FOLDER);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
        return folder;
    }

    /** Takes from others what rights they have on a file, where it is there. */
    public static void mend(Path file) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            restrict(file, FILE);
        }
    }

    /**
     * Takes from others what rights they have on the state folder and on all that is in it. A folder that holds more than
     * the bot's state, because the bot's working folder or the account's home is in it, keeps its rights, and so does what
     * lies below it; the state's own files are private all the same.
     */
    public static void mendAll(Path data) {
        if (!Files.isDirectory(data)) {
            return;
        }
        try {
            Path real = data.toRealPath();
            boolean shared = Stream.of("user.dir", "user.home")
                    .map(name -> Path.of(System.getProperty(name, "/")).toAbsolutePath())
                    .anyMatch(place -> place.startsWith(real));
            if (shared) {
                try (Stream<Path> own = Files.list(real)) {
                    own.filter(PrivateFiles::isState).forEach(PrivateFiles::mend);
                }
                return;
            }
            Files.walkFileTree(real, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    restrict(folder, FOLDER);
                    // Files of the search index come and go while it is looked at; its folder keeps others out.
                    return folder.endsWith(SEARCH_INDEX) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    mend(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    // SQLite takes its files away as it likes; what is another account's is told by whoever needs it.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (AccessDeniedException e) {
            LOG.warn("the rights of {} cannot be looked at: it belongs to another account", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("looking at the rights of " + data, e);
        }
    }

    private static boolean isState(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.matches("report\\.key|instance-id|.*\\.db(-wal|-shm|-journal|\\.lock)?");
    }

    private static void restrict(Path file, Set<PosixFilePermission> rights) {
        if (!knowsRights(file)) {
            return;
        }
        try {
            Set<PosixFilePermission> before = Files.getPosixFilePermissions(file);
            if (!rights.containsAll(before)) {
                set(file, rights);
                LOG.warn(
                        "{} was open to other accounts of this machine ({}); it is now the bot's alone",
                        file,
                        PosixFilePermissions.toString(before));
            }
        } catch (IOException e) {
            LOG.warn(
                    "{} is open to other accounts of this machine and belongs to another account: chown it to the"
                            + " bot's, or chmod it to {}",
                    file,
                    PosixFilePermissions.toString(rights));
        }
    }

    private static void set(Path file, Set<PosixFilePermission> rights) throws IOException {
        if (knowsRights(file)) {
            Files.setPosixFilePermissions(file, rights);
        }
    }

    private static FileAttribute<?>[] attributes(Path file, Set<PosixFilePermission> rights) {
        return knowsRights(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsRights(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
