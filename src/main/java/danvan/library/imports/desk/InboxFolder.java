package danvan.library.imports.desk;

import danvan.chat.PersonalData;
import danvan.library.imports.Imports;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.storage.Database;
import danvan.storage.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that documents are put into. What is taken goes to {@code done} and is read as what is sent in a chat is; what
 * cannot be read goes to {@code failed} with the reason beside it. A file is taken when it has not changed between two
 * looks: it may still be being copied.
 */
public final class InboxFolder {
    private static final Logger LOG = LoggerFactory.getLogger(InboxFolder.class);

    /** What Word, Windows and browsers lay down beside documents, or have not finished. */
    private static final Pattern PASSING = Pattern.compile(
            "[.~].*|thumbs\\.db|desktop\\.ini|.*\\.(?:tmp|part|partial|crdownload)", Pattern.CASE_INSENSITIVE);

    private record Look(long bytes, FileTime changed) {}

    private final Path folder;
    private final Imports imports;
    private final Database database;
    private Map<Path, Look> seen = new HashMap<>();
    private boolean held;
    /** Files that cannot be moved away; each is told of once. */
    private final Map<Path, Look> stuck = new HashMap<>();

    public InboxFolder(Path folder, Imports imports, Database database) {
        this.folder = folder;
        this.imports = imports;
        this.database = database;
    }

    /**
     * Takes what lies there unchanged since the last look.
     *
     * @param mayTake whether files can be read at all; asked where there is one to be taken, which stays where it is otherwise
     */
    void look(BooleanSupplier mayTake) {
        Map<Path, Look> now = new HashMap<>();
        Optional<Boolean> asked = Optional.empty();
        held = false;
        try {
            Files.createDirectories(folder);
            for (Path file : files()) {
                Look look = new Look(Files.size(file), Files.getLastModifiedTime(file));
                if (look.equals(stuck.get(file))) {
                    continue;
                }
                if (!look.equals(seen.get(file))) {
                    now.put(file, look);
                    continue;
                }
                asked = asked.or(() -> Optional.of(mayTake.getAsBoolean()));
                if (asked.orElseThrow()) {
                    take(file, look);
                } else {
                    now.put(file, look);
                    held = true;
                }
            }
        } catch (IOException e) {
            LOG.error(
                    "library.inbox-folder {} cannot be read: {}. Check that it is there and may be written",
                    folder,
                    e.toString());
        }
        seen = now;
    }

    /** Whether nothing lies there that the next look may take. */
    boolean isSettled() {
        return seen.isEmpty() || held;
    }

    /** Whether files lie there that would be taken if they could be read. */
    boolean isHeld() {
        return held;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file)
                            && !PASSING.matcher(String.valueOf(file.getFileName()))
                                    .matches())
                    .sorted()
                    .toList();
        }
    }

    private void take(Path file, Look look) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!PersonalData.inName(name).isEmpty()) {
            refuse(
                    file,
                    look,
                    name,
                    "*" + name.substring(Math.max(0, name.lastIndexOf('.'))),
                    ImportFailure.NAMES_A_PERSON);
            return;
        }
        try {
            StoredFile stored = imports.stored(file);
            Path done = free("done", name);
            if (imports.withContent(stored.sha256()).isPresent()) {
                LOG.info("{} in the inbox folder is in the library already, or waits", name);
            } else {
                database.change(tx -> imports.take(tx, stored, name, String.valueOf(done.getFileName())));
                LOG.info("{} taken from the inbox folder", name);
            }
            move(file, look, done);
        } catch (UnreadableFile e) {
            refuse(file, look, name, name, e.failure());
        }
    }

    /** @param told how it is called where it is kept and logged */
    private void refuse(Path file, Look look, String name, String told, ImportFailure failure) throws IOException {
        Path failed = free("failed", name);
        if (move(file, look, failed)) {
            reason(failed, told, failure);
            String kept = told.equals(name) ? String.valueOf(failed.getFileName()) : told;
            database.change(tx -> imports.refuse(tx, told, kept, failure));
        }
    }

    /** Lays a file that was taken and cannot be read beside the reason. */
    void putAside(String inboxFile, String name, ImportFailure failure) {
        try {
            Path failed = free("failed", inboxFile);
            Path done = folder.resolve("done").resolve(inboxFile);
            if (Files.exists(done)) {
                Files.move(done, failed);
            }
            reason(failed, name, failure);
        } catch (IOException e) {
            LOG.error(
                    "{} cannot be put into \"failed\" in {}: {}. Check that the bot may write there",
                    inboxFile,
                    folder,
                    e.toString());
        }
    }

    private static void reason(Path failed, String name, ImportFailure failure) throws IOException {
        Files.writeString(
                failed.resolveSibling(failed.getFileName() + ".txt"),
                name + ": " + failure.cause() + " → " + failure.remedy() + "\n");
        LOG.warn("{} in the inbox folder was not imported: {} → {}", name, failure.cause(), failure.remedy());
    }

    private Path free(String to, String name) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to)).resolve(name);
        int dot = Math.max(0, name.lastIndexOf('.'));
        for (int n = 2; Files.exists(target); n++) {
            target = target.resolveSibling(name.substring(0, dot) + " (" + n + ")" + name.substring(dot));
        }
        return target;
    }

    /** A file that stays would be taken again at each look. */
    private boolean move(Path file, Look look, Path target) {
        try {
            Files.move(file, target);
            return true;
        } catch (IOException e) {
            stuck.put(file, look);
            LOG.error(
                    "{} cannot be moved to {}: {}. Check that the bot may write to library.inbox-folder",
                    file,
                    target,
                    e.toString());
            return false;
        }
    }
}
