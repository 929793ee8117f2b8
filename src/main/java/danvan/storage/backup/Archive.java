package danvan.storage.backup;

import danvan.storage.Json;
import danvan.storage.PrivateFiles;
import danvan.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The archive's form: a ZIP file with the database's copy and, behind it, the {@link Manifest}. */
final class Archive {
    private static final int LONGEST_MANIFEST = 1 << 20;

    private Archive() {}

    /**
     * Writes an archive.
     *
     * @param manifest makes the manifest of the copy's size and checksum
     */
    static void write(OutputStream out, String entry, Path copy, BiFunction<Long, String, Manifest> manifest)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            // Quick rather than small: the bot answers meanwhile.
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(entry));
            MessageDigest digest = sha256();
            long bytes;
            try (InputStream content = new DigestInputStream(Files.newInputStream(copy), digest)) {
                bytes = content.transferTo(zip);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(Json.write(manifest.apply(bytes, HexFormat.of().formatHex(digest.digest())))
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /**
     * Reads what an archive says of itself.
     *
     * @throws StorageException where it is none, or of a later version
     */
    static Manifest manifest(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry entry = Optional.ofNullable(zip.getEntry(Manifest.ENTRY))
                    .orElseThrow(() -> new StorageException(file + " is no backup of this bot: it has no manifest"));
            byte[] json;
            try (InputStream in = zip.getInputStream(entry)) {
                json = in.readNBytes(LONGEST_MANIFEST);
            }
            Manifest manifest = Json.read(new String(json, StandardCharsets.UTF_8), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new StorageException(file + " was made by another version of the bot (format " + manifest.format()
                        + "); restore it with that version");
            }
            return manifest;
        } catch (ZipException e) {
            throw new StorageException(
                    file + " is no backup, or was cut off while it was copied (" + e.getMessage()
                            + "). Copy it again, or take the backup before it",
                    e);
        } catch (IOException e) {
            throw new StorageException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Unpacks the database's copy and compares it with the manifest.
     *
     * @throws StorageException where it is damaged
     */
    static void unpack(Path file, Manifest manifest, Path target) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry entry = Optional.ofNullable(zip.getEntry(manifest.entry()))
                    .orElseThrow(() -> new StorageException(damaged(file, "it lacks " + manifest.entry())));
            MessageDigest digest = sha256();
            long bytes;
            // It is the bot's alone from its first byte on.
            PrivateFiles.create(target);
            try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest);
                    OutputStream out = Files.newOutputStream(target)) {
                bytes = in.transferTo(out);
            }
            if (bytes != manifest.bytes()
                    || !HexFormat.of().formatHex(digest.digest()).equals(manifest.sha256())) {
                throw new StorageException(damaged(file, "its checksum is another"));
            }
        } catch (ZipException e) {
            throw new StorageException(damaged(file, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new StorageException("unpacking " + file + " to " + target + ": " + e.getMessage(), e);
        }
    }

    private static String damaged(Path file, String how) {
        return file + " is damaged (" + how + "). Copy it again, or take the backup before it";
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
