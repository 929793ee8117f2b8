package danvan.library.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.pdf.Scan;
import danvan.library.imports.recognition.FirstPage;
import danvan.library.imports.structure.Section;
import danvan.library.imports.structure.Structure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of every kind, good and bad. Their reading in a process of its own is {@link ReadingTest}'s. */
class TikaReaderTest {
    @TempDir
    Path folder;

    static Stream<Map.Entry<String, byte[]>> theDecision() throws IOException {
        String text = TestFiles.DECISION;
        StringBuilder html = new StringBuilder("<html><head><title>x</title><style>p{}</style></head><body>");
        text.lines().forEach(line -> html.append("<p>").append(line).append("</p>"));
        return Stream.of(
                Map.entry("quyet-dinh.docx", TestFiles.docx(text)),
                Map.entry("quyet-dinh.pdf", TestFiles.pdf(List.of(text))),
                Map.entry("quyet-dinh.odt", TestFiles.odt(text)),
                Map.entry(
                        "quyet-dinh.html",
                        html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8)),
                Map.entry("quyet-dinh.txt", text.getBytes(StandardCharsets.UTF_8)),
                Map.entry("quyet-dinh-utf16.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)),
                Map.entry("quyet-dinh.md", ("# Văn bản\n" + text).getBytes(StandardCharsets.UTF_8)),
                Map.entry("co-macro.docm", TestFiles.withMacro(text)),
                Map.entry("ten-sai.doc", TestFiles.docx(text)));
    }

    @ParameterizedTest
    @MethodSource("theDecision")
    void everyKindOfFileGivesTheSamePassages(Map.Entry<String, byte[]> file) throws Exception {
        Extract read = read(file.getKey(), file.getValue());
        DocumentMetadata metadata = FirstPage.read(read.blocks());
        assertThat(metadata.number()).isEqualTo("45/2025/QĐ-UBND");
        assertThat(metadata.issuer()).isEqualTo("Ủy ban nhân dân xã Tiến Đức");
        assertThat(metadata.issued()).isEqualTo("2025-09-12");
        assertThat(metadata.inForce()).isEqualTo("2025-09-12");
        assertThat(metadata.subject()).isEqualTo("Về việc ban hành Quy chế sử dụng nhà văn hóa thôn");
        List<Section> sections = Structure.read(read.blocks(), metadata).sections();
        assertThat(sections)
                .anyMatch(section -> section.path().equals(List.of("Điều 1"))
                        && section.heading().equals("Điều 1. Giờ mở cửa")
                        && section.text().equals("Nhà văn hóa thôn mở cửa từ 6 giờ 30 phút đến 21 giờ hằng ngày."));
        assertThat(sections).anyMatch(section -> section.text().contains("2. Khi đi vắng, trưởng thôn giao"));
        assertThat(sections).noneMatch(section -> section.text().contains("AutoOpen"));
    }

    @Test
    void aWordTableThatLaysOutTheHeadIsReadAndADataTableComesRowByRow() throws Exception {
        Extract read = read("ke-hoach.docx", TestFiles.docxWithTables());
        DocumentMetadata metadata = FirstPage.read(read.blocks());
        assertThat(metadata.number()).isEqualTo("07-KH/HU");
        assertThat(metadata.issuer()).isEqualTo("Huyện ủy Hưng Hà");
        assertThat(metadata.place()).isEqualTo("Hưng Hà");
        assertThat(metadata.kind()).isEqualTo("Kế hoạch");
        assertThat(Structure.read(read.blocks(), metadata).sections())
                .anyMatch(section -> section.text().contains("• TT: 1 · Việc: Chuẩn bị hội trường · Hạn: Quý I"));
    }

    @Test
    void aSheetOfExcelComesRowByRow() throws Exception {
        Extract read =
                read("bang.xlsx", TestFiles.xlsx(new String[][] {{"TT", "Thôn", "Số hộ"}, {"1", "Phú Lạc", "212"}}));
        assertThat(Structure.read(read.blocks(), FirstPage.read(read.blocks())).sections())
                .anyMatch(section -> section.heading().contains("Phân công")
                        && section.text().equals("• TT: 1 · Thôn: Phú Lạc · Số hộ: 212"));
    }

    @Test
    void fiveHundredPagesAreReadWithTheirNumbers() throws Exception {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 500; page++) {
            pages.add("Điều " + page + ". Tên của điều " + page + "\n" + "Ủy ban nhân dân xã làm việc này.\n".repeat(30)
                    + "Hết điều " + "o".repeat(page % 40));
        }
        Extract read = read("dai.pdf", TestFiles.pdf(pages));
        assertThat(read.pages()).isEqualTo(500);
        assertThat(Structure.read(read.blocks(), FirstPage.read(read.blocks())).sections())
                .anyMatch(section -> section.path().equals(List.of("Điều 499")) && section.page() == 499);
    }

    static Stream<Map.Entry<String, byte[]>> traps() throws Exception {
        return Stream.of(
                Map.entry("ENCRYPTED khoa.pdf", TestFiles.lockedPdf(TestFiles.DECISION)),
                Map.entry("ENCRYPTED khoa.docx", TestFiles.lockedDocx(TestFiles.DECISION)),
                Map.entry("EMPTY rong.docx", new byte[0]),
                Map.entry("BROKEN hong.docx", half(TestFiles.docx(TestFiles.DECISION))),
                Map.entry("BROKEN hong.pdf", "%PDF-1.7\nnot really".getBytes(StandardCharsets.UTF_8)),
                Map.entry("UNKNOWN_KIND anh.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}),
                Map.entry("UNKNOWN_KIND lung-tung.txt", new byte[] {0, 1, 2, 3, 0, 5}),
                Map.entry(
                        "BROKEN hong.doc",
                        half(new OldWord().text("Điều 1.").end().bytes())),
                Map.entry("BROKEN khong-trang.pdf", pdf("<</Type/Pages/Kids[]/Count 0>>", "")),
                Map.entry("BROKEN vong.pdf", pdf("<</Type/Pages/Kids[2 0 R]/Count 1000000>>", "")),
                Map.entry(
                        "UNKNOWN_KIND anh.pdf", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}),
                Map.entry("TOO_HUNGRY bom.pdf", pdf(ONE_PAGE, "BT /F 12 Tf (" + "a".repeat(80) + ") Tj ET\n")),
                Map.entry("TOO_HUNGRY bom.docx", TestFiles.bomb()));
    }

    private static final String ONE_PAGE =
            "<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
                    + "/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>";

    /** A PDF whose one page draws the same ten thousand times. */
    private static byte[] pdf(String pages, String drawn) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 10_000; i++) {
                out.write(drawn.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        String head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj" + pages
                + "endobj\n4 0 obj<</Length " + packed.size() + "/Filter/FlateDecode>>stream\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(packed.toByteArray());
        whole.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        return whole.toByteArray();
    }

    /** A drawing of a million lines is no table, and does not take all memory. */
    @Test
    void aDrawingWithoutEndIsLeftAside() throws Exception {
        Extract read = read("ve.pdf", pdf(ONE_PAGE, "0 0 m 500 500 l 10 10 l ".repeat(40)));
        assertThat(read.blocks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void aBadFileIsToldInOneWord(Map.Entry<String, byte[]> file) throws Exception {
        String[] expected = file.getKey().split(" ", 2);
        Path path = TestFiles.file(folder, expected[1], file.getValue());
        assertThatThrownBy(() -> TikaReader.read(path, expected[1]))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        e -> assertThat(e.failure()).isEqualTo(ImportFailure.valueOf(expected[0])));
    }

    @Test
    void endlessEntitiesAreNotFollowed() throws Exception {
        Path path = TestFiles.file(folder, "cuoi.docx", TestFiles.laughs());
        assertThatThrownBy(() -> {
                    Extract read = TikaReader.read(path, "cuoi.docx");
                    if (read.letters() < 1_000) {
                        throw new UnreadableFile(ImportFailure.BROKEN);
                    }
                })
                .isInstanceOf(UnreadableFile.class);
    }

    @Test
    void aScanIsKnownAsOne() throws Exception {
        Extract read = read("anh-chup.pdf", TestFiles.scan());
        assertThat(Scan.is(read)).isTrue();
        assertThat(Scan.is(read("chu.pdf", TestFiles.pdf(List.of(TestFiles.DECISION)))))
                .isFalse();
    }

    private static byte[] half(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private Extract read(String name, byte[] content) throws IOException, UnreadableFile {
        return TikaReader.read(TestFiles.file(folder, name, content), name);
    }
}
