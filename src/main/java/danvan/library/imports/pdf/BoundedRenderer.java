package danvan.library.imports.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages up to a bound: a page without text whose drawing does not end looks like a scan until it is drawn. */
final class BoundedRenderer extends PDFRenderer {
    /** Letters drawn as outlines come to some hundred thousand steps a page. */
    private static final int MOST_STEPS = 1_000_000;

    BoundedRenderer(PDDocument document) {
        super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private static final class Drawer extends PageDrawer {
        private int steps;

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        /** Unchecked: what fails within a drawing in the drawing would be logged, and the rest drawn. */
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            steps++;
            if (steps > MOST_STEPS) {
                throw new UncheckedIOException(new PdfLines.TooMuch());
            }
            super.processOperator(operator, operands);
        }
    }
}
