package danvan.library.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.structure.Structure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the print of a PDF tells. */
class PdfReaderTest {
    @TempDir
    Path folder;

    /** The gazette: its name with the page's number left and right in turn, notes at the foot, their numbers in the text. */
    @Test
    void runningHeadsNotesAndTheirNumbersAreNoWordsOfTheLaw() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDFont font = font(document);
            for (int page = 1; page <= 6; page++) {
                try (PDPageContentStream out = page(document)) {
                    print(out, font, 11, 60, 800, page % 2 == 0 ? page + " CÔNG BÁO/Số 12" : "CÔNG BÁO/Số 12 " + page);
                    print(out, font, 13, 60, 760, "Điều " + page + ". Xuất cảnh");
                    print(
                            out,
                            font,
                            8,
                            60 + font.getStringWidth("Điều " + page + ". Xuất cảnh") * 13 / 1000,
                            766,
                            "" + (30 + page));
                    print(out, font, 13, 60, 740, "Người nước ngoài" + " rất".repeat(page) + " muốn xuất cảnh.");
                    print(out, font, 6, 60, 104, "" + (30 + page));
                    print(out, font, 9, 70, 100, "Điều này được sửa đổi theo khoản 9 Điều 1 của Luật số 5.");
                }
            }
            Structure read = structure(document);
            assertThat(read.sections().get(1).heading()).isEqualTo("Điều 2. Xuất cảnh");
            assertThat(read.sections().get(1).text()).isEqualTo("Người nước ngoài rất rất muốn xuất cảnh.");
            assertThat(read.sections())
                    .anyMatch(section -> section.path().equals(List.of("Điều 3", "Chú thích 33"))
                            && section.page() == 3
                            && section.text().contains("Điều này được sửa đổi"));
            assertThat(read.lettersOfFurniture().keySet())
                    .containsExactlyInAnyOrder(Furniture.RUNNING_HEAD, Furniture.FOOTNOTE_MARK);
        }
    }

    /** A decision signed by a program has a gap where its number stands on the screen. */
    @Test
    void theNumberThatASignatureShowsStandsInItsGap() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDFont font = font(document);
            try (PDPageContentStream out = page(document)) {
                print(out, font, 13, 60, 760, "Số:");
                print(out, font, 13, 120, 760, "/2025/QĐ-UBND");
                print(out, font, 13, 60, 700, "Điều 1. Thi hành từ ngày ký.");
            }
            sign(document, font, "481", new PDRectangle(85, 756, 30, 16));
            sign(
                    document,
                    font,
                    "Ký bởi: Ủy ban nhân dân xã Tân Lập, ngày 3/2/2026 lúc 8:00",
                    new PDRectangle(60, 60, 300, 40));
            List<Block> blocks = read(document).blocks();
            assertThat(blocks)
                    .extracting(Block::text)
                    .contains("Số: 481/2025/QĐ-UBND")
                    .noneMatch(text -> text.contains("Ký bởi"));
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream ttf =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return PDType0Font.load(document, Objects.requireNonNull(ttf), false);
        }
    }

    private static PDPageContentStream page(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    private static void print(PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }

    private static void sign(PDDocument document, PDFont font, String shown, PDRectangle place) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm();
        if (form == null) {
            form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
        }
        PDSignatureField field = new PDSignatureField(form);
        form.getFields().add(field);
        PDAppearanceStream appearance = new PDAppearanceStream(document);
        appearance.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
        appearance.setResources(new PDResources());
        try (PDPageContentStream out = new PDPageContentStream(document, appearance)) {
            print(out, font, 13, 2, 4, shown);
        }
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(place);
        PDAppearanceDictionary appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        widget.setAppearance(appearances);
        widget.setPage(document.getPage(0));
        document.getPage(0).getAnnotations().add(widget);
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private Extract read(PDDocument document) throws Exception {
        return TikaReader.read(TestFiles.file(folder, "van-ban.pdf", bytes(document)), "van-ban.pdf");
    }

    private Structure structure(PDDocument document) throws Exception {
        List<Block> blocks = read(document).blocks();
        return Structure.read(blocks, DocumentMetadata.NONE);
    }
}
