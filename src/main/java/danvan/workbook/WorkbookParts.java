package danvan.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Looks at a workbook's bytes before any library opens it: a file can be small and unfold to gigabytes, carry macros, or
 * be something else under the name of a workbook. By way of a file on disk, because Java reads as a stream no workbook that
 * fastexcel wrote, and ours are.
 */
public final class WorkbookParts {
    /** In bytes. No workbook of the office comes near it; pictures pasted into a sheet may. */
    public static final int LARGEST_FILE = 16 << 20;

    /** All parts unfolded. Readers keep a sheet's texts in memory, so this is also what a workbook may cost. */
    public static final int MOST_MEGABYTES = 64;

    /** A template of hundreds of pages has two megabytes of text and form. */
    private static final long MOST_OF_WORD = 8 << 20;

    private static final int MOST_PARTS = 2_000;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private WorkbookParts() {}

    /**
     * Passes a workbook that can be opened.
     *
     * @throws UnsafeWorkbook where it must not be
     */
    public static void check(byte[] content) throws UnsafeWorkbook {
        if (content.length == 0) {
            throw new UnsafeWorkbook(UnsafeWorkbook.Why.EMPTY);
        }
        refuseTooLarge(content);
        if (content.length >= OLE2.length && Arrays.equals(content, 0, OLE2.length, OLE2, 0, OLE2.length)) {
            throw new UnsafeWorkbook(UnsafeWorkbook.Why.OLD_OR_PROTECTED);
        }
        Set<String> parts = new HashSet<>();
        unfold(content, (part, head, bytes) -> {
            parts.add(part);
            return true;
        });
        if (parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"))) {
            throw new UnsafeWorkbook(UnsafeWorkbook.Why.MACROS);
        }
        if (!parts.contains(WORKBOOK)) {
            throw new UnsafeWorkbook(UnsafeWorkbook.Why.NO_WORKBOOK);
        }
    }

    /**
     * A Word document's own parts, for a library that holds them in memory as trees of many times their size.
     *
     * @throws UnsafeWorkbook where it must not be opened
     */
    public static byte[] wordParts(byte[] content) throws IOException {
        refuseTooLarge(content);
        AtomicLong texts = new AtomicLong();
        unfold(content, (part, head, bytes) -> {
            if (isXml(part, head)) {
                texts.addAndGet(bytes);
            }
            return texts.get() <= MOST_OF_WORD;
        });
        if (texts.get() > MOST_OF_WORD) {
            throw new UnsafeWorkbook(UnsafeWorkbook.Why.UNFOLDS);
        }
        return listed(content);
    }

    /**
     * The list of a workbook's sheets as it stands in the file, to tell workbooks apart before one is checked; no more is
     * unfolded than stands before it.
     *
     * @throws UnsafeWorkbook where so much cannot be looked at safely, or not at all
     */
    public static Optional<byte[]> listOfSheets(byte[] content) throws UnsafeWorkbook {
        refuseTooLarge(content);
        List<byte[]> found = new ArrayList<>();
        unfold(content, (part, head, bytes) -> {
            boolean here = part.equals(WORKBOOK);
            if (here) {
                found.add(head);
            }
            return !here;
        });
        return found.stream().findFirst();
    }

    /**
     * How many bytes its sheets unfold to, their texts included: what it costs a library that holds it in memory.
     *
     * @throws UnsafeWorkbook where it must not be opened
     */
    static long unfoldedSheets(byte[] content) throws UnsafeWorkbook {
        AtomicLong sum = new AtomicLong();
        unfold(content, (part, head, bytes) -> {
            if (part.startsWith("xl/worksheets/") || part.equals("xl/sharedStrings.xml")) {
                sum.addAndGet(bytes);
            }
            return true;
        });
        return sum.get();
    }

    /**
     * The same workbook with the parts that it lists and no others, for a library that reads it as a stream and would
     * unfold what nobody has counted.
     */
    public static byte[] listed(byte[] content) throws IOException {
        Path file = onDisk(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                to.putNextEntry(new ZipEntry(part.getName()));
                try (InputStream in = zip.getInputStream(part)) {
                    in.transferTo(to);
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return out.toByteArray();
    }

    /** By its name or its beginning: which part is read as what, the document itself says. */
    private static boolean isXml(String part, byte[] head) {
        if (part.endsWith(".xml") || part.endsWith(".rels")) {
            return true;
        }
        String start = new String(head, 0, Math.min(head.length, 4), StandardCharsets.ISO_8859_1);
        return start.strip().startsWith("<") || start.matches("(?s)(?:\u00ef\u00bb|\u00fe\u00ff|\u00ff\u00fe).*");
    }

    private static void refuseTooLarge(byte[] content) throws UnsafeWorkbook {
        if (content.length > LARGEST_FILE) {
            throw new UnsafeWorkbook(UnsafeWorkbook.Why.TOO_LARGE);
        }
    }

    /** Is told of a workbook's parts, one by one. */
    @FunctionalInterface
    private interface Parts {
        /**
         * One more part.
         *
         * @return whether to go on
         */
        boolean unfolded(String part, byte[] head, long bytes);
    }

    /** Unfolds a workbook's parts by its own list of them, as long as they are wanted and within the budget. */
    private static void unfold(byte[] content, Parts parts) throws UnsafeWorkbook {
        Budget budget = new Budget();
        try {
            Path file = onDisk(content);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    try (InputStream in = zip.getInputStream(part)) {
                        long before = budget.unfolded;
                        byte[] head = budget.read(in);
                        if (!parts.unfolded(part.getName(), head, budget.unfolded - before)) {
                            return;
                        }
                    }
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (UnsafeWorkbook e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnsafeWorkbook(UnsafeWorkbook.Why.DAMAGED, e);
        }
    }

    /** The list is at the end of a file, and Java looks for it nowhere but on disk. */
    private static Path onDisk(byte[] content) throws IOException {
        return Files.write(Files.createTempFile("workbook", ".xlsx"), content);
    }

    /** How much of one workbook may yet be unfolded. Counted while reading: what a file says of its size proves nothing. */
    private static final class Budget {
        private static final int LONGEST_HEAD = 1 << 20;

        private final byte[] buffer = new byte[1 << 16];
        private long unfolded;
        private int parts;

        /** Reads a part to its end and gives back its beginning. */
        byte[] read(InputStream part) throws IOException {
            if (++parts > MOST_PARTS) {
                throw new UnsafeWorkbook(UnsafeWorkbook.Why.TOO_MANY_PARTS);
            }
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                unfolded += read;
                if (unfolded > (long) MOST_MEGABYTES << 20) {
                    throw new UnsafeWorkbook(UnsafeWorkbook.Why.UNFOLDS);
                }
                head.write(buffer, 0, Math.min(read, LONGEST_HEAD - head.size()));
            }
            return head.toByteArray();
        }
    }
}
