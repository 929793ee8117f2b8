package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * A .docx of which Tika is given a copy: without its hidden words, which it would read out, and with a sign of our own where
 * a note is pointed to and where it begins, which it would tell as "[2]" in the middle of a sentence.
 *
 * @param file what Tika reads; the file itself where there is nothing to change
 * @param hidden the words that nobody sees
 */
record WordText(Path file, boolean isCopy, String hidden) implements AutoCloseable {
    static final char MARK = '\uE000';
    static final char NOTE = '\uE001';
    static final char END = '\uE002';

    private static final String DOCUMENT = "word/document.xml";
    private static final List<String> NOTES = List.of("word/footnotes.xml", "word/endnotes.xml");
    private static final List<String> TOLD = List.of("vanish", "footnoteReference", "endnoteReference");
    private static final long MOST_BYTES = 100L << 20;
    private static final Pattern MARKED = Pattern.compile(MARK + "(\\d{1,6})" + END);
    private static final Pattern NOTED =
            Pattern.compile("^\\s{0,9}" + NOTE + "(\\d{1,6})" + END + "\\s{0,9}(.*)$", Pattern.DOTALL);

    static WordText of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry document = zip.getEntry(DOCUMENT);
            if (document == null || isLarge(zip) || !tells(zip, document)) {
                return new WordText(file, false, "");
            }
            Path copy = Files.createTempFile("danvan-word", ".docx");
            try {
                return new WordText(copy, true, copy(zip, copy));
            } catch (XMLStreamException | RuntimeException e) {
                // Whoever reads the text is to say what is wrong with it.
                Files.delete(copy);
                return new WordText(file, false, "");
            }
        }
    }

    /** What is larger is left to the guards of the reader, as it is. */
    private static boolean isLarge(ZipFile zip) {
        return zip.stream().mapToLong(ZipEntry::getSize).anyMatch(size -> size < 0 || size > MOST_BYTES)
                || zip.stream().mapToLong(ZipEntry::getSize).sum() > 2 * MOST_BYTES;
    }

    private static boolean tells(ZipFile zip, ZipEntry document) throws IOException {
        try (InputStream in = zip.getInputStream(document)) {
            String xml = new String(in.readNBytes(Math.toIntExact(MOST_BYTES)), StandardCharsets.UTF_8);
            return TOLD.stream().anyMatch(xml::contains);
        }
    }

    private static String copy(ZipFile zip, Path copy) throws IOException, XMLStreamException {
        WordRuns runs = new WordRuns();
        try (OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setLevel(1);
            // The document first: it says in which order its notes are counted.
            List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
            entries.sort((one, other) -> Boolean.compare(
                    other.getName().equals(DOCUMENT), one.getName().equals(DOCUMENT)));
            for (ZipEntry entry : entries) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().equals(DOCUMENT) || NOTES.contains(entry.getName())) {
                        runs.copy(in, out);
                    } else {
                        in.transferTo(out);
                    }
                }
                out.closeEntry();
            }
        }
        return runs.hidden();
    }

    /** The blocks with notes and their marks as what they are. Tika tells the notes behind the text. */
    List<Block> told(List<Block> blocks) {
        if (!isCopy) {
            return blocks;
        }
        List<Block> told = new ArrayList<>(blocks.size());
        boolean notes = false;
        for (Block block : blocks) {
            Matcher note = NOTED.matcher(block.text());
            if (note.matches()) {
                notes = true;
                told.add(note(block, 1, note.group(1) + " " + note.group(2)));
            } else if (notes) {
                told.add(note(block, 0, block.text()));
            } else {
                marked(block, told);
            }
        }
        return told;
    }

    private static Block note(Block block, int level, String text) {
        return new Block(
                Block.Kind.NOTE,
                level,
                List.of(MARKED.matcher(text).replaceAll("").strip()),
                block.page());
    }

    private static void marked(Block block, List<Block> told) {
        List<String> numbers = new ArrayList<>();
        List<String> cells = block.cells().stream()
                .map(cell -> {
                    Matcher mark = MARKED.matcher(cell);
                    return mark.replaceAll(found -> {
                        numbers.add(found.group(1));
                        return "";
                    });
                })
                .toList();
        if (!String.join("", cells).isBlank()) {
            told.add(block.with(cells));
        }
        numbers.forEach(number -> told.add(new Block(Block.Kind.NOTE_MARK, 0, List.of(number), block.page())));
    }

    @Override
    public void close() throws IOException {
        if (isCopy) {
            Files.deleteIfExists(file);
        }
    }
}
