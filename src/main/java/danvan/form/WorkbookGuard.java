package danvan.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Looks at a workbook's bytes before any library opens it: a file can be small and unfold to gigabytes, carry macros, or
 * be something else under the name of a workbook.
 */
final class WorkbookGuard {
    /** No form comes near it; pictures pasted into a sheet may. */
    static final int LARGEST_FILE = 16 << 20;

    /** All parts unfolded. The reader keeps a sheet's texts in memory, so this is also what a form may cost. */
    private static final long LARGEST_UNFOLDED = 64L << 20;

    private static final int MOST_PARTS = 2_000;
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private WorkbookGuard() {}

    /** Why a file is not opened, and what would do. */
    record Refusal(Said found, Said expected) {}

    /** A workbook unfolds beyond what is read of it. */
    static final class Unfolding extends Exception {
        private static final long serialVersionUID = 1L;

        Unfolding() {
            super("unfolds beyond all need", null, false, false);
        }
    }

    /** How much of one workbook may yet be unfolded. Counted while reading: what a file says of its size proves nothing. */
    static final class Budget {
        private static final int LONGEST_HEAD = 1 << 20;

        private final byte[] buffer = new byte[1 << 16];
        private long unfolded;
        private int parts;

        /** Reads a part to its end and gives back its beginning. */
        byte[] read(InputStream part) throws IOException, Unfolding {
            if (++parts > MOST_PARTS) {
                throw new Unfolding();
            }
            var head = new ByteArrayOutputStream();
            for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                unfolded += read;
                if (unfolded > LARGEST_UNFOLDED) {
                    throw new Unfolding();
                }
                head.write(buffer, 0, Math.min(read, LONGEST_HEAD - head.size()));
            }
            return head.toByteArray();
        }
    }

    static Refusal tooLarge(long bytes) {
        return new Refusal(Said.of("tooLarge", bytes >> 20), Said.of("want.small", LARGEST_FILE >> 20));
    }

    static Optional<Refusal> refusal(byte[] workbook) {
        if (workbook.length == 0) {
            return Optional.of(new Refusal(Said.of("emptyFile"), Said.of("want.sheets")));
        }
        if (workbook.length > LARGEST_FILE) {
            return Optional.of(tooLarge(workbook.length));
        }
        if (startsWith(workbook, OLD_EXCEL)) {
            return Optional.of(new Refusal(Said.of("oldExcel"), Said.of("want.unprotected")));
        }
        try {
            return ofParts(workbook);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(new Refusal(Said.of("noWorkbookOrDamaged"), Said.of("want.xlsx")));
        }
    }

    private static Optional<Refusal> ofParts(byte[] workbook) throws IOException {
        var parts = new HashSet<String>();
        var budget = new Budget();
        try {
            unfold(workbook, budget, (part, head) -> {
                parts.add(part);
                return true;
            });
        } catch (Unfolding e) {
            return Optional.of(new Refusal(Said.of("unfolds"), Said.of("want.unpacked", LARGEST_UNFOLDED >> 20)));
        }
        return ofNames(parts);
    }

    /** Is told of a workbook's parts, one by one. */
    @FunctionalInterface
    interface Parts {
        /**
         * One more part.
         *
         * @return whether to go on
         */
        boolean unfolded(String part, byte[] head);
    }

    /**
     * Unfolds a workbook's parts by its own list of them: as a stream Java reads no workbook that fastexcel wrote, which ours
     * are.
     */
    static void unfold(byte[] workbook, Budget budget, Parts parts) throws IOException, Unfolding {
        var file = onDisk(workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                try (var content = zip.getInputStream(part)) {
                    if (!parts.unfolded(part.getName(), budget.read(content))) {
                        return;
                    }
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * The same workbook with the parts that it lists and no others, for a library that reads it as a stream and would
     * unfold what nobody has counted.
     */
    static byte[] listed(byte[] workbook) throws IOException {
        var file = onDisk(workbook);
        var out = new ByteArrayOutputStream(workbook.length);
        try (var zip = new ZipFile(file.toFile());
                var to = new ZipOutputStream(out)) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                to.putNextEntry(new ZipEntry(part.getName()));
                try (var content = zip.getInputStream(part)) {
                    content.transferTo(to);
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return out.toByteArray();
    }

    /** The list is at the end of a file, and Java looks for it nowhere but on disk. */
    private static Path onDisk(byte[] workbook) throws IOException {
        return Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
    }

    private static Optional<Refusal> ofNames(Set<String> parts) {
        if (parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"))) {
            return Optional.of(new Refusal(Said.of("macros"), Said.of("want.noMacros")));
        }
        return parts.contains("xl/workbook.xml")
                ? Optional.empty()
                : Optional.of(new Refusal(Said.of("noWorkbook"), Said.of("want.xlsx")));
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && java.util.Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
