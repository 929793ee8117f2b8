package danvan.library.imports.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * What a digital signature shows: offices sign a decision and give it its number and day in the appearance of the
 * signature's field, where the printed line has a gap.
 */
final class SignatureTexts {
    private static final int LONGEST = 40;

    private SignatureTexts() {}

    /** Short texts of signature fields by page, each on its place. */
    static Map<Integer, List<PdfLine>> of(PDDocument document) throws IOException {
        Map<Integer, List<PdfLine>> texts = new HashMap<>();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDAppearanceStream shown = annotation instanceof PDAnnotationWidget && isSignature(annotation)
                        ? annotation.getNormalAppearanceStream()
                        : null;
                if (shown != null && annotation.getRectangle() != null) {
                    texts.computeIfAbsent(number, n -> new ArrayList<>())
                            .addAll(text(shown, annotation.getRectangle(), page));
                }
            }
        }
        return texts;
    }

    private static boolean isSignature(PDAnnotation annotation) {
        var type = annotation.getCOSObject().getDictionaryObject(COSName.FT);
        var parent = annotation.getCOSObject().getCOSDictionary(COSName.PARENT);
        return COSName.SIG.equals(type)
                || (parent != null && COSName.SIG.equals(parent.getDictionaryObject(COSName.FT)));
    }

    /** Drawn alone on a page of the same size, so that its letters have the places they are seen in. */
    private static List<PdfLine> text(PDAppearanceStream shown, PDRectangle place, PDPage page) throws IOException {
        List<PdfLine> lines = new ArrayList<>();
        try (PDDocument alone = new PDDocument()) {
            PDPage empty = new PDPage(page.getMediaBox());
            empty.setRotation(page.getRotation());
            alone.addPage(empty);
            PDRectangle box = shown.getBBox();
            if (box == null || box.getWidth() <= 0 || box.getHeight() <= 0) {
                return lines;
            }
            try (PDPageContentStream content = new PDPageContentStream(alone, empty)) {
                content.transform(new Matrix(
                        place.getWidth() / box.getWidth(),
                        0,
                        0,
                        place.getHeight() / box.getHeight(),
                        place.getLowerLeftX(),
                        place.getLowerLeftY()));
                content.transform(Matrix.getTranslateInstance(-box.getLowerLeftX(), -box.getLowerLeftY()));
                content.drawForm(new PDFormXObject(shown.getCOSObject()));
            }
            new PdfLines(lines, 100_000).read(alone);
        }
        return lines;
    }

    /** Puts them into the lines beside which they are seen; what is longer is about the signature, and is no text. */
    static void put(List<PdfLine> lines, int page, List<PdfLine> texts) {
        for (PdfLine text : texts) {
            if (text.whole().length() > LONGEST) {
                continue;
            }
            PdfLine.Glyph first = text.glyphs().get(0);
            for (int i = 0; i < lines.size(); i++) {
                PdfLine line = lines.get(i);
                if (line.page() == page && isBeside(first, line)) {
                    lines.set(i, with(line, text));
                    break;
                }
            }
        }
    }

    private static boolean isBeside(PdfLine.Glyph first, PdfLine line) {
        PdfLine.Glyph start = line.glyphs().get(0);
        PdfLine.Glyph end = line.glyphs().get(line.glyphs().size() - 1);
        return Math.abs(first.y() - start.y()) < Math.max(6, line.size() * 0.7f)
                && first.x() > start.x()
                && first.x() < end.x() + 20;
    }

    private static PdfLine with(PdfLine line, PdfLine text) {
        float x = text.glyphs().get(0).x();
        List<PdfLine.Glyph> glyphs = new ArrayList<>();
        int at = 0;
        while (at < line.glyphs().size()
                && (line.glyphs().get(at).x() <= x
                        || line.glyphs().get(at).text().isBlank())) {
            glyphs.add(line.glyphs().get(at));
            at++;
        }
        float y = line.glyphs().get(0).y();
        for (PdfLine.Glyph glyph : text.glyphs()) {
            glyphs.add(new PdfLine.Glyph(glyph.text(), glyph.x(), y, line.size()));
        }
        glyphs.addAll(line.glyphs().subList(at, line.glyphs().size()));
        return PdfLine.of(line.page(), line.begins(), glyphs);
    }
}
