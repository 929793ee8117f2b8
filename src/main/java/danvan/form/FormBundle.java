package danvan.form;

import danvan.form.xlsform.FormFile;
import danvan.workbook.WorkbookParts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A form with the files it names, in one .zip file.
 *
 * @param files by their names, without the folders they are in
 */
record FormBundle(Map<String, byte[]> files) {
    private static final String ENDING = ".zip";
    private static final int MOST_FILES = 100;

    FormBundle {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    static boolean isBundle(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** @throws IOException where it cannot be unpacked, or not within bounds */
    static FormBundle read(byte[] content) throws IOException {
        if (content.length > WorkbookParts.LARGEST_FILE) {
            throw new IOException("larger than any form");
        }
        Path file = Files.write(Files.createTempFile("form", ENDING), content);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return new FormBundle(unpacked(zip));
        } catch (IllegalArgumentException e) {
            throw new IOException("names that are not text", e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Map<String, byte[]> unpacked(ZipFile zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long left = (long) WorkbookParts.MOST_MEGABYTES << 20;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = Media.fileName(entry.getName());
            // What Macs add beside each file.
            boolean hidden = name.startsWith(".") || entry.getName().startsWith("__MACOSX/");
            if (entry.isDirectory() || name.isEmpty() || hidden) {
                continue;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                // What a file says of its size proves nothing.
                byte[] bytes = in.readNBytes((int) left + 1);
                left -= bytes.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new IOException("unfolds beyond " + WorkbookParts.MOST_MEGABYTES + " MB or 100 files");
                }
                files.put(name, bytes);
            }
        }
        return files;
    }

    /** The names of the forms among them. */
    Set<String> forms() {
        return files.entrySet().stream()
                .filter(file -> FormFile.isForm(file.getKey(), file.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
