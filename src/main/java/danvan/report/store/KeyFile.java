package danvan.report.store;

import danvan.storage.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The file with the keys of personal answers, one a line in Base64: the first seals, all of them open. Lines that begin with # are
 * notes.
 */
public final class KeyFile {
    static final int KEY_BYTES = 32;

    private KeyFile() {}

    /** The keys of a file; none where there is no file. */
    public static List<String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        PrivateFiles.mend(file);
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Makes a file with a key where there is none. */
    static void make(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            // Where another process was quicker, its key is the one.
            if (PrivateFiles.create(file)) {
                Files.writeString(file, fresh() + "\n");
            }
        }
    }

    /**
     * Puts a new key before the others, which go on opening what they sealed. The file is whole at every moment.
     *
     * @param note what is written above the old keys, such as the day
     */
    public static void rotate(Path file, String note) throws IOException {
        List<String> lines = new ArrayList<>(List.of(fresh()));
        if (Files.exists(file)) {
            // A damaged file is found now, and not after the next start.
            List<byte[]> unused = read(file).stream().map(KeyFile::bytes).toList();
            lines.add("# " + note);
            lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
        }
        PrivateFiles.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        boolean unused = PrivateFiles.create(part);
        Files.write(part, lines, StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * A key's bytes.
     *
     * @throws IllegalArgumentException where it is none
     */
    static byte[] bytes(String key) {
        byte[] bytes = Base64.getDecoder().decode(key.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + bytes.length);
        }
        return bytes;
    }

    private static String fresh() {
        byte[] made = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(made);
        return Base64.getEncoder().encodeToString(made);
    }
}
