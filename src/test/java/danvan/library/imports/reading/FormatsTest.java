package danvan.library.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.recognition.FirstPage;
import danvan.library.imports.structure.Structure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Files as programs and portals write them, under whatever name. */
class FormatsTest {
    @TempDir
    Path folder;

    /** Issue 11, D16: garbage went live and was quotable, without a word. */
    @Test
    void textInUtf16IsReadWithAndWithoutItsMark() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(text("khong-dau.txt", TestFiles.DECISION.getBytes(charset)))
                    .contains("XÃ TIẾN ĐỨC", "Điều 1. Giờ mở cửa");
            assertThat(text("co-dau.txt", ("\uFEFF" + TestFiles.DECISION).getBytes(charset)))
                    .contains("XÃ TIẾN ĐỨC", "Điều 1. Giờ mở cửa");
        }
        byte[] binary = new byte[400];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (i % 7);
        }
        assertThatThrownBy(() -> read("la.txt", binary)).isInstanceOf(UnreadableFile.class);
    }

    /** In a page that Word saved, a line of the source ends in the middle of a name. */
    @Test
    void theEndsOfAPagesLinesAreBlanks() throws Exception {
        assertThat(text("word.htm", """
                        <html><body><p class=MsoNormal><b>Điều 4. Nhiệm
                        vụ của
                          tổ liên gia</b></p>
                        <p>1. Tuyên
                        truyền.</p><pre>a
                        b</pre></body></html>""".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Điều 4. Nhiệm vụ của tổ liên gia", "1. Tuyên truyền.", "a", "b");
    }

    @Test
    void aPageIsReadInItsOwnLettersWhereverItNamesThem() throws Exception {
        String late = "<html><head><style>" + "p{color:red}".repeat(8_000) + "</style><meta charset=\"utf-8\"></head>"
                + "<body><p>Ủy ban nhân dân xã</p></body></html>";
        assertThat(text("muon.html", late.getBytes(StandardCharsets.UTF_8))).containsExactly("Ủy ban nhân dân xã");
        byte[] dash =
                "<html><head><meta charset=iso-8859-1></head><body><p>2026 \u0096 2031</p><p>a&#150;b</p></body></html>"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(text("gach.htm", dash)).containsExactly("2026 – 2031", "a–b");
    }

    @Test
    void aPortalsMenusAreNoTextAndAreCounted() throws Exception {
        String menu = "<ul>" + "<li><a href=x>Văn bản liên quan</a></li>".repeat(30) + "</ul>";
        StringBuilder articles = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            articles.append("<p>Điều ")
                    .append(i)
                    .append(". Việc thứ ")
                    .append(i)
                    .append("</p><p>Ủy ban nhân dân xã tổ chức")
                    .append(" thực hiện việc này theo đúng quy định của pháp luật hiện hành.</p>");
        }
        String page =
                "<html><body><nav>Trang chủ</nav><div class=side>" + menu + "</div><div><div class=tabs>Thuộc tính"
                        + "</div><div id=text><table><tr><td>ỦY BAN NHÂN DÂN XÃ TÂN LẬP</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
                        + "</td></tr></table>" + articles + "</div></div><div>Bản quyền của cổng</div></body></html>";
        Extract read = read("cong.html", page.getBytes(StandardCharsets.UTF_8));
        String text = String.join("\n", texts(read));
        assertThat(text)
                .contains("TÂN LẬP", "Điều 20. Việc thứ 20")
                .doesNotContain("liên quan", "Bản quyền", "Thuộc tính");
        assertThat(read.leftOut())
                .allMatch(left -> left.kind() == Furniture.MENU)
                .anyMatch(left -> left.text().contains("Văn bản liên quan"));
    }

    /** Portals and mail programs call these .doc. */
    @Test
    void richTextAndPagesInOneFileAreReadWhateverTheyAreCalled() throws Exception {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252 {\\fonttbl{\\f0 Times;}}\\f0 \\u272?i\\u7873?u 1. L\\u242? r\\u232?n\\par"
                        + " Ch\\u7911? l\\u242? gi\\u7919? b\\u7871?p s\\u7841?ch.\\par}";
        assertThat(text("van-ban.doc", rtf.getBytes(StandardCharsets.US_ASCII)))
                .contains("Điều 1. Lò rèn", "Chủ lò giữ bếp sạch.");
        String mht = """
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary="=_b"

                --=_b
                Content-Type: text/html; charset="utf-8"
                Content-Transfer-Encoding: quoted-printable

                <html><body><p>=C4=90i=E1=BB=81u 1. L=C3=B2 =
                r=C3=A8n</p></body></html>
                --=_b
                Content-Type: image/png
                Content-Transfer-Encoding: base64

                AAAA
                --=_b--
                """.replace("\n", "\r\n");
        assertThat(text("van-ban.doc", mht.getBytes(StandardCharsets.US_ASCII))).containsExactly("Điều 1. Lò rèn");
        assertThat(text("van-ban.mht", mht.getBytes(StandardCharsets.US_ASCII))).containsExactly("Điều 1. Lò rèn");
    }

    /** A hidden sheet was a passage, and was quoted to a cadre. */
    @Test
    void whatAWorkbookHidesStaysOutAndIsTold() throws Exception {
        Extract read = read("bang.xlsx", workbook());
        assertThat(String.join("\n", texts(read))).contains("Đông Hòa", "15").doesNotContain("kín", "nháp", "lương");
        assertThat(read.leftOut()).allMatch(left -> left.kind() == Furniture.HIDDEN);
        assertThat(read.leftOut())
                .anyMatch(left -> left.where().equals("An") && left.text().contains("chuyện kín"));
        assertThat(read.leftOut())
                .anyMatch(left -> left.where().equals("Phân bổ")
                        && left.text().contains("hàng nháp")
                        && left.text().contains("tiền lương"));
        assertThat(Structure.read(read.blocks(), FirstPage.read(read.blocks()))
                        .sections()
                        .get(0)
                        .text())
                .contains("• Hợp tác xã: Đông Hòa · Số máy, đợt 1: 15 · Số máy, đợt 2: 31");
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("Phân bổ");
            String[][] rows = {
                {"Hợp tác xã", "tiền lương", "Số máy", ""},
                {"", "", "Đợt 1", "Đợt 2"},
                {"Đông Hòa", "9", "15", "31"},
                {"hàng nháp", "", "1", "2"},
                {"Tây Hòa", "8", "8", "9"}
            };
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    (sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r))
                            .createCell(c)
                            .setCellValue(rows[r][c]);
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 2, 3));
            sheet.setColumnHidden(1, true);
            sheet.getRow(3).setZeroHeight(true);
            book.createSheet("An").createRow(0).createCell(0).setCellValue("chuyện kín");
            book.setSheetHidden(1, true);
            book.write(out);
            return out.toByteArray();
        }
    }

    /** Tika hands on the cells and not how far they reach. */
    @Test
    void mergedCellsOfAWordTableKeepTheirColumns() throws Exception {
        Extract read = read("bang.docx", mergedTable());
        assertThat(Structure.read(read.blocks(), FirstPage.read(read.blocks())).sections())
                .anyMatch(section -> section.text()
                        .contains("• Thôn: Bắc · Số cây, đợt 1: 120 · Số cây, đợt 2: 260 · Người nhận: bà Sáu"))
                .as("the village's name reaches down over its second row")
                .anyMatch(section -> section.text()
                        .contains("• Thôn: Bắc · Số cây, đợt 1: 30 · Số cây, đợt 2: 40 · Người nhận: ông Bảy"));
    }

    private static byte[] mergedTable() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("1. Bảng phân bổ");
            String[][] rows = {
                {"Thôn", "Số cây", "Người nhận"},
                {"", "Đợt 1", "Đợt 2", ""},
                {"Bắc", "120", "260", "bà Sáu"},
                {"", "30", "40", "ông Bảy"}
            };
            XWPFTable table = document.createTable(4, 4);
            table.getRow(0).removeCell(3);
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    table.getRow(r).getCell(c).setText(rows[r][c]);
                }
            }
            table.getRow(0).getCell(1).getCTTc().addNewTcPr().addNewGridSpan().setVal(java.math.BigInteger.TWO);
            for (int c : new int[] {0, 3}) {
                int above = c == 3 ? 2 : 0;
                table.getRow(0)
                        .getCell(above)
                        .getCTTc()
                        .addNewTcPr()
                        .addNewVMerge()
                        .setVal(STMerge.RESTART);
                table.getRow(1).getCell(c).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
            }
            for (int r : new int[] {2, 3}) {
                STMerge.Enum merge = r == 2 ? STMerge.RESTART : STMerge.CONTINUE;
                table.getRow(r).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(merge);
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void textThatWasDeletedWhileChangesWereRecordedIsNoText() throws Exception {
        String changes =
                "<text:tracked-changes><text:changed-region text:id=\"a\"><text:deletion><text:p>Hạn cũ: 5/3.</text:p>"
                        + "</text:deletion></text:changed-region></text:tracked-changes>";
        assertThat(text("ke-hoach.odt", TestFiles.odt("Hạn mới: 6/3.", changes)))
                .containsExactly("Hạn mới: 6/3.");
    }

    private List<String> text(String name, byte[] content) throws Exception {
        return texts(read(name, content));
    }

    private static List<String> texts(Extract read) {
        return read.blocks().stream().map(Block::text).toList();
    }

    private Extract read(String name, byte[] content) throws Exception {
        return TikaReader.read(TestFiles.file(folder, name, content), name);
    }
}
