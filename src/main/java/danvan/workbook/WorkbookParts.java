package danvan.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks at a workbook's parts before a library opens it: a small file can unfold to gigabytes, or carry macros. By way of a
 * file, because Java reads as a stream no workbook that fastexcel wrote, and ours are.
 */
public final class WorkbookParts {
    /** What a file says of its size proves nothing, so it is counted. */
    public static final int MOST_MEGABYTES = 64;

    private WorkbookParts() {}

    /**
     * Passes a workbook that can be opened.
     *
     * @throws UnsafeWorkbook where it must not be
     * @throws IOException where it is no workbook
     */
    public static void check(byte[] content) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(file, content);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                check(zip);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void check(ZipFile zip) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unfolded = 0;
        for (ZipEntry part : Collections.list(zip.entries())) {
            if (part.getName().endsWith("vbaProject.bin")) {
                throw new UnsafeWorkbook(UnsafeWorkbook.Why.MACROS);
            }
            try (InputStream in = zip.getInputStream(part)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unfolded += read;
                    if (unfolded > (long) MOST_MEGABYTES << 20) {
                        throw new UnsafeWorkbook(UnsafeWorkbook.Why.UNFOLDS);
                    }
                }
            }
        }
    }
}
