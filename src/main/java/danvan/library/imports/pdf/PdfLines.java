package danvan.library.imports.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Gathers a PDF's printed lines with the places and sizes of their letters. */
final class PdfLines extends PDFTextStripper {
    /** The text does not end. */
    static final class TooMuch extends IOException {
        TooMuch() {
            super("more letters than a document has");
        }
    }

    private static final int MOST_ON_A_PAGE = 300_000;
    /** Of drawing and writing; a page of text takes some thousand. */
    private static final int MOST_STEPS = 2_000_000;

    private final List<PdfLine> lines;
    private final Map<Integer, List<Ruling>> rulings = new HashMap<>();
    private final Rulings drawn = new Rulings(this);
    private final long most;
    private PageFrame frame = new PageFrame(0, 0, 0);
    private final List<PdfLine.Glyph> glyphs = new ArrayList<>();
    private boolean begins = true;
    private long letters;
    private long onPage;
    private long steps;

    PdfLines(List<PdfLine> lines, long most) {
        this.lines = lines;
        this.most = most;
        setSortByPosition(false);
    }

    void read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
    }

    /** They are gathered for a whole page before they are written. */
    @Override
    protected void processTextPosition(TextPosition text) {
        onPage++;
        if (onPage > MOST_ON_A_PAGE) {
            throw new UncheckedIOException(new TooMuch());
        }
        super.processTextPosition(text);
    }

    /** A drawing without end has no letters, and is read to its end all the same. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        steps++;
        if (steps > MOST_STEPS) {
            throw new UncheckedIOException(new TooMuch());
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        onPage = 0;
        steps = 0;
        super.startPage(page);
    }

    /** The straight lines of the pages, by their numbers. */
    Map<Integer, List<Ruling>> rulings() {
        return rulings;
    }

    @Override
    protected void writePage() throws IOException {
        PDRectangle box = getCurrentPage().getCropBox();
        frame = new PageFrame(turned(), box.getWidth(), box.getHeight());
        List<Ruling> page = drawn.take(frame, box.getLowerLeftX(), box.getLowerLeftY());
        if (!page.isEmpty()) {
            rulings.put(getCurrentPageNo(), page);
        }
        super.writePage();
    }

    /** The way most letters of the page are turned. */
    private int turned() {
        Map<Integer, Integer> ways = new HashMap<>();
        getCharactersByArticle()
                .forEach(article -> article.forEach(letter -> ways.merge((int) letter.getDir(), 1, Integer::sum)));
        return ways.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        letters += text.length();
        if (letters > most) {
            throw new TooMuch();
        }
        for (TextPosition position : positions) {
            float size = Math.round(position.getFontSizeInPt() * 2) / 2f;
            float height = size > 1 ? size : Math.round(Math.abs(position.getYScale()) * 2) / 2f;
            Matrix place = position.getTextMatrix();
            float x = frame.x(place.getTranslateX(), place.getTranslateY());
            float y = frame.y(place.getTranslateX(), place.getTranslateY());
            glyphs.add(new PdfLine.Glyph(position.getUnicode(), x, y, height));
        }
    }

    @Override
    protected void writeWordSeparator() {
        if (!glyphs.isEmpty()) {
            PdfLine.Glyph last = glyphs.get(glyphs.size() - 1);
            glyphs.add(new PdfLine.Glyph(" ", last.x(), last.y(), last.size()));
        }
    }

    @Override
    protected void writeLineSeparator() {
        end();
    }

    @Override
    protected void writeParagraphStart() {
        end();
        begins = true;
    }

    @Override
    protected void writePageEnd() {
        end();
        begins = true;
    }

    private void end() {
        if (glyphs.stream().anyMatch(glyph -> !glyph.text().isBlank())) {
            lines.add(PdfLine.of(getCurrentPageNo(), begins, glyphs));
            begins = false;
        }
        glyphs.clear();
    }
}
