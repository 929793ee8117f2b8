package danvan.library.imports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.structure.Section;
import danvan.library.imports.structure.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables printed with borders: told row by row, over however many pages. */
class PdfTablesTest {
    private static final int[] COLUMNS = {60, 100, 220, 380, 460, 540};

    /** How programs draw a border: a stroke, a thin surface, dots, and all of it on a page that is turned. */
    enum Way {
        STROKES,
        SURFACES,
        DOTS,
        TURNED
    }

    @TempDir
    Path folder;

    private PDDocument document;
    private PDFont font;

    @BeforeEach
    void begin() throws IOException {
        document = new PDDocument();
        try (InputStream ttf =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = PDType0Font.load(document, Objects.requireNonNull(ttf), false);
        }
    }

    /** One page being printed. */
    private final class Sheet implements AutoCloseable {
        private final PDPageContentStream out;
        private final Way way;

        Sheet(Way way) throws IOException {
            this.way = way;
            boolean turned = way == Way.TURNED;
            PDPage page = new PDPage(turned ? new PDRectangle(842, 595) : PDRectangle.A4);
            document.addPage(page);
            out = new PDPageContentStream(document, page);
            if (turned) {
                page.setRotation(90);
                // What was upright on the portrait page lies on its side in the landscape one.
                out.transform(new Matrix(0, 1, -1, 0, 842, 0));
            }
        }

        void print(float x, float y, String text) throws IOException {
            out.beginText();
            out.setFont(font, 10);
            out.newLineAtOffset(x, y);
            out.showText(text);
            out.endText();
        }

        void line(float x1, float y1, float x2, float y2) throws IOException {
            float length = Math.max(x2 - x1, y2 - y1);
            switch (way) {
                case SURFACES -> {
                    out.addRect(x1, y1, Math.max(0.5f, x2 - x1), Math.max(0.5f, y2 - y1));
                    out.fill();
                }
                case DOTS -> {
                    for (float at = 0; at <= length; at += 3) {
                        out.addRect(x2 > x1 ? x1 + at : x1, y2 > y1 ? y1 + at : y1, 0.5f, 0.5f);
                        out.fill();
                    }
                }
                default -> {
                    out.moveTo(x1, y1);
                    out.lineTo(x2, y2);
                    out.stroke();
                }
            }
        }

        /** A row of cells from the top; a text that begins with "^" belongs to the cell above, "<" to the one at its left. */
        float row(float top, float height, String... texts) throws IOException {
            for (int i = 0; i < texts.length; i++) {
                if (!texts[i].startsWith("^")) {
                    line(COLUMNS[i], top, COLUMNS[i + 1], top);
                }
                if (!texts[i].startsWith("<")) {
                    line(COLUMNS[i], top - height, COLUMNS[i], top);
                }
                float y = top - 12;
                for (String line : texts[i].replaceAll("^[<^]", "").split("/", -1)) {
                    if (!line.isEmpty()) {
                        print(COLUMNS[i] + 3, y, line);
                    }
                    y -= 12;
                }
            }
            line(COLUMNS[texts.length], top - height, COLUMNS[texts.length], top);
            return top - height;
        }

        void bottom(float y) throws IOException {
            line(COLUMNS[0], y, COLUMNS[COLUMNS.length - 1], y);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** An annex of prices as the gazette prints it: running heads, the head on each page, rows and cells over the page's end. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aTableOverPagesIsToldRowByRowUnderItsHead(Way way) throws Exception {
        for (int page = 1; page <= 3; page++) {
            try (Sheet sheet = new Sheet(way)) {
                sheet.print(60, 810, "CÔNG BÁO/Số 12/Ngày 3-2-2026");
                sheet.print(500, 810, "" + page);
                if (page == 1) {
                    sheet.print(60, 780, "Điều 4. Giá nước sạch tại các xã như sau:");
                }
                float y = sheet.row(760, 30, "TT", "Nhóm", "Đối tượng", "Giá", "<");
                y = sheet.row(y, 16, "^", "^", "^", "Xã", "Phường");
                y = sheet.row(y, 16, "(1)", "(2)", "(3)", "(4)", "(5)");
                switch (page) {
                    case 1 -> {
                        y = sheet.row(y, 30, "1", "Sinh hoạt của/người dân", "Hộ nghèo", "4.000", "5.000");
                        y = sheet.row(y, 30, "2", "^", "Hộ có người/hưởng chính sách", "4.500", "5.500");
                    }
                    case 2 -> {
                        y = sheet.row(y, 16, "", "", "trợ giúp xã hội", "", "");
                        y = sheet.row(y, 16, "3", "Sản xuất", "Xưởng", "9.000", "11.000");
                        y = sheet.row(y, 16, "4", "Kinh doanh", "Cửa hàng", "12.000", "13.000");
                    }
                    default -> {
                        y = sheet.row(y, 16, "5", "", "Khách sạn", "14.000", "15.000");
                        y = sheet.row(y, 16, "6", "Trường học", "Mầm non", "3.000", "3.500");
                    }
                }
                sheet.bottom(y);
                if (page == 3) {
                    sheet.print(60, y - 30, "Điều 5. Quyết định này có hiệu lực từ ngày ký.");
                }
            }
        }
        assertThat(rows())
                .containsExactly(
                        "• TT: 1 · Nhóm: Sinh hoạt của người dân · Đối tượng: Hộ nghèo · Giá, xã: 4.000 · Giá, phường: 5.000",
                        "• TT: 2 · Nhóm: Sinh hoạt của người dân · Đối tượng: Hộ có người hưởng chính sách trợ giúp xã hội"
                                + " · Giá, xã: 4.500 · Giá, phường: 5.500",
                        "• TT: 3 · Nhóm: Sản xuất · Đối tượng: Xưởng · Giá, xã: 9.000 · Giá, phường: 11.000",
                        "• TT: 4 · Nhóm: Kinh doanh · Đối tượng: Cửa hàng · Giá, xã: 12.000 · Giá, phường: 13.000",
                        "• TT: 5 · Nhóm: Kinh doanh · Đối tượng: Khách sạn · Giá, xã: 14.000 · Giá, phường: 15.000",
                        "• TT: 6 · Nhóm: Trường học · Đối tượng: Mầm non · Giá, xã: 3.000 · Giá, phường: 3.500");
        assertThat(sections()).extracting(Section::heading).anyMatch(heading -> heading.startsWith("Điều 5"));
    }

    /** What only looks like a table is text: a frame around a page, a line below a name. */
    @Test
    void framesAndUnderlinesAreNoTable() throws Exception {
        try (Sheet sheet = new Sheet(Way.STROKES)) {
            sheet.out.addRect(40, 40, 515, 760);
            sheet.out.stroke();
            sheet.print(60, 760, "Điều 1. Lễ phát động tổ chức tại đình làng.");
            sheet.line(60, 757, 200, 757);
            sheet.print(60, 740, "Điều 2. Thi hành từ ngày ký.");
        }
        assertThat(blocks()).extracting(Block::kind).containsOnly(Block.Kind.LINE);
    }

    /** Two tables are two, though they stand one below the other. */
    @Test
    void anotherTableOnTheNextPageIsNotTheSame() throws Exception {
        for (int page = 1; page <= 2; page++) {
            try (Sheet sheet = new Sheet(Way.STROKES)) {
                sheet.print(60, 780, page == 1 ? "Biểu giá nước" : "Biểu số hộ của các thôn");
                float y =
                        sheet.row(760, 16, "TT", page == 1 ? "Nhóm" : "Thôn", page == 1 ? "Giá" : "Số hộ", "Chú", "Ký");
                y = sheet.row(y, 16, "1", page == 1 ? "Hộ dân" : "Thôn Bắc", page == 1 ? "7.000" : "320", "a", "b");
                sheet.bottom(y);
            }
        }
        assertThat(rows())
                .containsExactly(
                        "• TT: 1 · Nhóm: Hộ dân · Giá: 7.000 · Chú: a · Ký: b",
                        "• TT: 1 · Thôn: Thôn Bắc · Số hộ: 320 · Chú: a · Ký: b");
    }

    /** Whatever cells reach over whatever ends, every letter is told once. */
    @Test
    void nothingIsLostInTablesPutTogetherByChance() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            begin();
            Random chance = new Random(seed);
            for (int page = 0; page < 3; page++) {
                try (Sheet sheet = new Sheet(Way.values()[seed % Way.values().length])) {
                    float y = 780;
                    for (int row = 0; row < 1 + chance.nextInt(6); row++) {
                        String[] cells = new String[5];
                        for (int i = 0; i < 5; i++) {
                            String text = chance.nextInt(3) == 0
                                    ? ""
                                    : List.of("TT", "1", "thôn", "Xã A", "5").get(i);
                            cells[i] = List.of("", "", "^", i > 0 ? "<" : "").get(chance.nextInt(4)) + text;
                        }
                        y = sheet.row(y, 16, cells);
                    }
                    sheet.bottom(y);
                    if (chance.nextBoolean()) {
                        sheet.print(300, 40, "trang " + (page + 1));
                    }
                }
            }
            sections();
        }
    }

    private List<Block> blocks() throws Exception {
        Path file = folder.resolve("bang.pdf");
        document.save(file.toFile());
        List<Block> blocks = PdfReader.read(file).blocks();
        long letters =
                blocks.stream().mapToLong(block -> Block.letters(block.text())).sum();
        assertThat(letters).isEqualTo(Block.letters(new PDFTextStripper().getText(document)));
        return blocks;
    }

    private List<Section> sections() throws Exception {
        List<Block> blocks = blocks();
        Structure read = Structure.read(blocks, DocumentMetadata.NONE);
        long furniture = read.lettersOfFurniture().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(read.lettersOfPassages() + furniture)
                .isEqualTo(blocks.stream()
                        .mapToLong(block -> Block.letters(block.text()))
                        .sum());
        return read.sections();
    }

    private List<String> rows() throws Exception {
        List<String> rows = new ArrayList<>();
        for (Section section : sections()) {
            section.text().lines().filter(line -> line.startsWith("•")).forEach(rows::add);
        }
        return rows;
    }
}
