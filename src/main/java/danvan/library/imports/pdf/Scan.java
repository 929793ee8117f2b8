package danvan.library.imports.pdf;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages that are pictures, recognised by Tesseract where it is installed with Vietnamese. */
public final class Scan {
    private static final int MOST_PAGES = 60;
    private static final int DOTS_PER_INCH = 200;
    /** A page of text has hundreds of letters; a scan has none, or a stamp's. */
    private static final int FEW_LETTERS = 20;

    private Scan() {}

    /** Whether the pages of a PDF are pictures. */
    public static boolean is(Extract extract) {
        return extract.mediaType().equals("application/pdf")
                && extract.letters() < (long) FEW_LETTERS * Math.max(1, extract.pages());
    }

    /**
     * The text itself, or what is recognised on the pages where they are pictures without words or with misread ones.
     *
     * @throws UnreadableFile where there is no text, or no Tesseract
     */
    public static Extract textOf(Path file, Extract extract) throws UnreadableFile {
        boolean pdf = extract.mediaType().equals("application/pdf");
        if (is(extract)) {
            return recognised(file, extract, ImportFailure.NO_TEXT);
        }
        if (pdf && TextLayer.isGarbage(extract)) {
            return recognised(file, extract, ImportFailure.BAD_TEXT);
        }
        if (extract.letters() == 0) {
            throw new UnreadableFile(ImportFailure.EMPTY);
        }
        return extract;
    }

    private static Extract recognised(Path file, Extract extract, ImportFailure otherwise) throws UnreadableFile {
        List<Block> blocks = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile());
                Tesseract tesseract = new Tesseract()) {
            if (!tesseract.knowsVietnamese()) {
                throw new UnreadableFile(otherwise);
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableFile(ImportFailure.TOO_LARGE);
            }
            PDFRenderer renderer = new BoundedRenderer(document);
            List<Future<String>> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(
                        tesseract.textOf(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY), otherwise));
            }
            for (int page = 0; page < pages.size(); page++) {
                add(blocks, Tesseract.await(pages.get(page)), page + 1);
            }
        } catch (UncheckedIOException e) {
            throw new UnreadableFile(
                    e.getCause() instanceof PdfLines.TooMuch ? ImportFailure.TOO_HUNGRY : ImportFailure.BROKEN, e);
        } catch (IOException e) {
            throw new UnreadableFile(ImportFailure.BROKEN, e);
        }
        Extract read = new Extract(extract.mediaType(), extract.title(), extract.pages(), true, blocks);
        if (read.letters() == 0) {
            throw new UnreadableFile(ImportFailure.EMPTY);
        }
        return read;
    }

    private static void add(List<Block> blocks, String text, int page) {
        boolean begins = true;
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                blocks.add(new Block(Block.Kind.LINE, begins ? 1 : 0, List.of(line), page));
            }
            begins = line.isEmpty();
        }
    }
}
