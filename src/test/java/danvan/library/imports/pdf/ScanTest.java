package danvan.library.imports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of pages, by Tesseract itself where it is installed with Vietnamese; elsewhere these tests are skipped. */
class ScanTest {
    private static final String DECISION = """
            ỦY BAN NHÂN DÂN XÃ TIẾN ĐỨC
            Số: 45/2025/QĐ-UBND
            QUYẾT ĐỊNH
            Điều 1. Nhà văn hóa thôn mở cửa từ 6 giờ 30 phút.
            Điều 2. Trưởng thôn giữ chìa khóa nhà văn hóa.
            Điều 3. Quyết định này có hiệu lực từ ngày ký.
            """;
    /** What a scanner that knows English only laid under the picture. */
    private static final String MISREAD = """
            UY BAN NHAN DAN XA TIEN DTIC
            S6: 45l2025lQD-UBND
            QUYfT DINH
            Di6u 1. Nhd v5n h6a th6n mcr ctra tu 6 gid 30 phtit.
            Di6u 2. Trucrng th6n gifr chia kh6a nhd v5n h6a.
            Di6u 3. Quydt dinh ndy c6 hiQu lqc tu ngdy kf.
            """;

    @TempDir
    Path folder;

    @Test
    void aPictureOfAPageIsReadByTesseract() throws Exception {
        assumeThat(hasVietnamese()).as("tesseract with vie is installed").isTrue();
        Extract read = read("");
        assertThat(read.recognised()).isTrue();
        assertThat(text(read)).contains("Nhà văn hóa thôn mở cửa từ 6 giờ 30 phút");
    }

    @Test
    void aMisreadLayerBelowThePictureIsRecognisedAnew() throws Exception {
        assumeThat(hasVietnamese()).as("tesseract with vie is installed").isTrue();
        Extract read = read(MISREAD.repeat(2));
        assertThat(read.recognised()).isTrue();
        assertThat(text(read)).contains("Trưởng thôn giữ chìa khóa nhà văn hóa").doesNotContain("th6n");
    }

    @Test
    void whereNothingCanRecogniseItItIsRefusedForWhatItIs() throws Exception {
        with("no-such-tesseract", () -> {
            assertRefused(MISREAD.repeat(2), ImportFailure.BAD_TEXT);
            assertRefused("", ImportFailure.NO_TEXT);
        });
    }

    /** A page that is lacking would be lacking in the library without a word. */
    @Test
    void whereRecognitionFailsAtAPageNothingOfItIsTaken() throws Exception {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        Path failing = folder.resolve("tesseract");
        Files.writeString(
                failing, "#!/bin/sh\n[ \"$1\" = --list-langs ] && { echo vie; exit 0; }\necho half\nexit 1\n");
        assumeThat(failing.toFile().setExecutable(true)).isTrue();
        with(failing.toString(), () -> assertRefused("", ImportFailure.NO_TEXT));
    }

    /** With threads of its own Tesseract works three times as long for the same words. */
    @Test
    void eachPageIsRecognisedByOneThread() throws Exception {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        Path telling = folder.resolve("tesseract");
        Files.writeString(
                telling,
                "#!/bin/sh\n[ \"$1\" = --list-langs ] && { echo vie; exit 0; }\necho \"threads $OMP_THREAD_LIMIT\"\n");
        assumeThat(telling.toFile().setExecutable(true)).isTrue();
        with(telling.toString(), () -> {
            List<Block> blocks = read("", 3).blocks();
            assertThat(blocks).extracting(Block::page).containsExactly(1, 2, 3);
            assertThat(blocks).extracting(Block::text).containsOnly("threads 1");
        });
    }

    /** It was taken for a scan and drawn until the ten minutes for a file were over. */
    @Test
    void aDrawingWithoutEndIsNoScan() throws Exception {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        Path knowing = folder.resolve("tesseract");
        Files.writeString(knowing, "#!/bin/sh\necho vie\n");
        assumeThat(knowing.toFile().setExecutable(true)).isTrue();
        Path file = drawing("9 9 m 9 10 l S ", 400_000);
        with(
                knowing.toString(),
                () -> assertThatThrownBy(() -> Scan.textOf(file, PdfReader.read(file)))
                        .isInstanceOfSatisfying(
                                UnreadableFile.class,
                                e -> assertThat(e.failure()).isEqualTo(ImportFailure.TOO_HUNGRY)));
    }

    /** Each of sixty million steps was read before it was refused. */
    @Test
    void aDrawingOfMillionsOfStepsIsNotReadToItsEnd() throws Exception {
        Path file = drawing("n ", 2_100_000);
        assertThatThrownBy(() -> PdfReader.read(file))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.failure()).isEqualTo(ImportFailure.TOO_HUNGRY));
    }

    private Path drawing(String step, int times) throws IOException {
        Path file = folder.resolve("ban-ve.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] line = step.repeat(1_000).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < times / 1_000; i++) {
                    out.write(line);
                }
            }
            page.setContents(content);
            document.save(file.toFile());
        }
        return file;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void with(String tesseract, Work work) throws Exception {
        String before = System.getProperty("danvan.tesseract");
        System.setProperty("danvan.tesseract", tesseract);
        try {
            work.run();
        } finally {
            if (before == null) {
                System.clearProperty("danvan.tesseract");
            } else {
                System.setProperty("danvan.tesseract", before);
            }
        }
    }

    private void assertRefused(String layer, ImportFailure why) {
        assertThatThrownBy(() -> read(layer))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.failure()).isEqualTo(why));
    }

    private static boolean hasVietnamese() throws InterruptedException {
        try {
            Process languages = new ProcessBuilder("tesseract", "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(languages.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            languages.waitFor();
            return said.lines().anyMatch("vie"::equals);
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Extract read) {
        return read.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    private Extract read(String layer) throws Exception {
        return read(layer, 1);
    }

    private Extract read(String layer, int pages) throws Exception {
        Path file = folder.resolve("ban-chup.pdf");
        try (PDDocument document = new PDDocument();
                InputStream ttf = PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            PDType0Font font = PDType0Font.load(document, Objects.requireNonNull(ttf), false);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    out.beginText();
                    out.setRenderingMode(RenderingMode.NEITHER);
                    out.setFont(font, 12);
                    out.setLeading(15);
                    out.newLineAtOffset(60, 780);
                    for (String line : layer.lines().toList()) {
                        out.showText(line);
                        out.newLine();
                    }
                    out.endText();
                    out.drawImage(LosslessFactory.createFromImage(document, picture()), 0, 0, 595, 842);
                }
            }
            document.save(file.toFile());
        }
        return Scan.textOf(file, PdfReader.read(file));
    }

    private static BufferedImage picture() throws Exception {
        BufferedImage picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D out = picture.createGraphics();
        try (InputStream ttf =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            out.setColor(Color.WHITE);
            out.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            out.setColor(Color.BLACK);
            out.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            out.setFont(Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(ttf))
                    .deriveFont(30f));
            int y = 200;
            for (String line : DECISION.lines().toList()) {
                out.drawString(line, 120, y);
                y += 70;
            }
        } finally {
            out.dispose();
        }
        return picture;
    }
}
