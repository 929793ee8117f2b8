package danvan.library.imports.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gathers a PDF's printed lines with the places and sizes of their letters. */
final class PdfLines extends PDFTextStripper {
    /** The text does not end. */
    static final class TooMuch extends IOException {
        TooMuch() {
            super("more letters than a document has");
        }
    }

    private final List<PdfLine> lines;
    private final long most;
    private final List<PdfLine.Glyph> glyphs = new ArrayList<>();
    private boolean begins = true;
    private long letters;

    PdfLines(List<PdfLine> lines, long most) {
        this.lines = lines;
        this.most = most;
        setSortByPosition(false);
    }

    void read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
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
            glyphs.add(new PdfLine.Glyph(position.getUnicode(), position.getXDirAdj(), position.getYDirAdj(), height));
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
