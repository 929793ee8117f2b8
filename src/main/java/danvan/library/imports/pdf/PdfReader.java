package danvan.library.imports.pdf;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDF by its printed lines, with what only their print tells: the small raised numbers of notes, the notes at a page's
 * foot, and the number and day that stand in the appearance of a digital signature.
 */
public final class PdfReader {
    private static final long MEMORY = 64L << 20;
    private static final long MOST_LETTERS = 20_000_000;
    /** How much smaller than the text a note is printed, in points. */
    private static final float SMALLER = 1;

    private PdfReader() {}

    public static Extract read(Path file) throws UnreadableFile {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, MemoryUsageSetting.setupMixed(MEMORY).streamCache)) {
            if (document.getNumberOfPages() == 0
                    || !document.getPages().iterator().hasNext()) {
                throw new UnreadableFile(ImportFailure.BROKEN);
            }
            List<PdfLine> lines = new ArrayList<>();
            PdfLines printed = new PdfLines(lines, MOST_LETTERS);
            printed.read(document);
            Map<Integer, List<PdfLine>> stamped = SignatureTexts.of(document);
            stamped.forEach((page, texts) -> SignatureTexts.put(lines, page, texts));
            String title = document.getDocumentInformation().getTitle();
            return new Extract(
                    "application/pdf",
                    title == null ? "" : title,
                    document.getNumberOfPages(),
                    false,
                    blocks(lines, printed.rulings()));
        } catch (InvalidPasswordException e) {
            throw new UnreadableFile(ImportFailure.ENCRYPTED, e);
        } catch (IOException | RuntimeException e) {
            boolean tooMuch = e instanceof PdfLines.TooMuch || e.getCause() instanceof PdfLines.TooMuch;
            throw new UnreadableFile(tooMuch ? ImportFailure.TOO_HUNGRY : ImportFailure.BROKEN, e);
        }
    }

    private static List<Block> blocks(List<PdfLine> printed, Map<Integer, List<Ruling>> rulings) {
        float text = textSize(printed);
        PdfTables tables = PdfTables.of(printed, rulings);
        List<PdfLine> lines = tables.text();
        BitSet notes = notes(lines, text);
        Set<String> running = running(lines);
        Map<Integer, List<Block>> rows =
                tables.blocks(line -> notes.get(line) || running.contains(anyNumber(lines.get(line))));
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            blocks.addAll(rows.getOrDefault(i, List.of()));
            if (i < lines.size()) {
                add(blocks, lines.get(i), notes.get(i), notes.get(i) && (i == 0 || !notes.get(i - 1)));
            }
        }
        return blocks;
    }

    /** What is printed on several pages, and numbers alone. */
    private static Set<String> running(List<PdfLine> lines) {
        Map<String, Set<Integer>> pages = new HashMap<>();
        lines.forEach(line ->
                pages.computeIfAbsent(anyNumber(line), text -> new HashSet<>()).add(line.page()));
        Set<String> running = new HashSet<>(Set.of(""));
        pages.forEach((text, on) -> {
            if (on.size() > 1) {
                running.add(text);
            }
        });
        return running;
    }

    /** The page's number stands left on one page and right on the next. */
    private static String anyNumber(PdfLine line) {
        return line.whole().toLowerCase(Locale.ROOT).replaceAll("\\d+", "0").replaceAll("^[0\\s-]+|[0\\s-]+$", "");
    }

    private static BitSet notes(List<PdfLine> lines, float text) {
        BitSet notes = new BitSet();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && lines.get(end).page() == lines.get(at).page()) {
                end++;
            }
            notes.set(firstNote(lines.subList(at, end), text) + at, end);
            at = end;
        }
        return notes;
    }

    private static void add(List<Block> blocks, PdfLine line, boolean note, boolean first) {
        int begins = line.begins() ? 1 : 0;
        if (note) {
            boolean opens = first
                    || Character.isDigit(line.whole().codePointAt(0))
                    || line.whole().startsWith("*");
            blocks.add(new Block(Block.Kind.NOTE, opens ? 1 : 0, List.of(line.whole()), line.page()));
            return;
        }
        if (!line.text().isBlank()) {
            blocks.add(new Block(Block.Kind.LINE, begins, List.of(line.text()), line.page()));
        }
        for (String mark : line.marks()) {
            blocks.add(new Block(Block.Kind.NOTE_MARK, 0, List.of(mark), line.page()));
        }
    }

    /** The size most letters are printed in. */
    private static float textSize(List<PdfLine> lines) {
        Map<Float, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    /** Where the notes of a page begin: the smaller lines at its foot, the first of them with its number. */
    private static int firstNote(List<PdfLine> page, float text) {
        int from = page.size();
        for (int i = page.size() - 1; i > 0; i--) {
            PdfLine line = page.get(i);
            if (line.size() > text - SMALLER) {
                break;
            }
            if (line.whole().matches("^(?:\\d{1,3}|\\*{1,3})\\s{0,2}\\S.*") && line.isRaisedAtStart()) {
                from = i;
            }
        }
        return from;
    }
}
