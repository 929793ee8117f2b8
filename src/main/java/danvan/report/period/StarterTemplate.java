package danvan.report.period;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * A template to start from, in the layout of an administrative report (Decree 30/2020/NĐ-CP, Annex I) or with a Party
 * body's heading; the office changes it in Word and sends it back.
 */
final class StarterTemplate {
    private static final String FONT = "Times New Roman";
    private static final int BODY = 14;
    private static final int TABLE = 12;
    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    private final XWPFDocument document = new XWPFDocument();
    private final boolean party;

    private StarterTemplate(boolean party) {
        this.party = party;
    }

    static byte[] of(boolean party) {
        StarterTemplate template = new StarterTemplate(party);
        template.page();
        template.heading();
        template.title();
        template.content();
        template.end();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument written = template.document) {
            written.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a document to memory", e);
        }
        return out.toByteArray();
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(20));
        margins.setBottom(twips(20));
        margins.setLeft(twips(30));
        margins.setRight(twips(17));
        margins.setHeader(twips(10));
        // From the second page on, in the middle of the upper margin (Decree 30/2020/NĐ-CP, Annex I; 36-HD/VPTW).
        section.addNewTitlePg();
        XWPFParagraph number = document.createHeaderFooterPolicy()
                .createHeader(XWPFHeaderFooterPolicy.DEFAULT)
                .createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        CTSimpleField field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        XWPFRun shown = new XWPFRun(field.addNewR(), (IRunBody) number);
        shown.setFontFamily(FONT);
        shown.setFontSize(party ? BODY : 13);
        shown.setText("2");
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }

    private void heading() {
        XWPFTable table = table(2, List.of(66, 97), false);
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFTableCell right = table.getRow(0).getCell(1);
        if (party) {
            line(first(left), "{{DANG_CAP_TREN}}", 14, false, false);
            line(left.addParagraph(), "{{DANG_CO_QUAN}}", 14, true, false);
            line(left.addParagraph(), "*", 14, false, false);
            line(first(right), "ĐẢNG CỘNG SẢN VIỆT NAM", 14, true, false);
            rule(right, 18);
        } else {
            line(first(left), "{{UBND_CAP_TREN}}", 13, false, false);
            line(left.addParagraph(), "{{UBND_CO_QUAN}}", 13, true, false);
            rule(left, 22);
            line(first(right), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, false);
            line(right.addParagraph(), "Độc lập - Tự do - Hạnh phúc", 13, true, false);
            rule(right, 20);
        }
        XWPFTableCell number = table.createRow().getCell(0);
        width(number, 66);
        line(
                first(number),
                party ? "Số        -BC/{{DANG_KY_HIEU}}" : "Số:        /BC-{{UBND_KY_HIEU}}",
                party ? 14 : 13,
                false,
                false);
        XWPFTableCell place = table.getRow(1).getCell(1);
        width(place, 97);
        line(first(place), "{{dia_danh}}, ngày {{ngay}} tháng {{thang}} năm {{nam}}", 13, false, true);
    }

    private void title() {
        XWPFParagraph title = document.createParagraph();
        title.setSpacingBefore(240);
        line(title, "BÁO CÁO", party ? 16 : BODY, true, false);
        line(document.createParagraph(), "Kết quả công tác {{ky}}", BODY, true, false);
        XWPFParagraph rule = document.createParagraph();
        if (party) {
            line(rule, "-----", BODY, false, false);
        } else {
            rule(rule, 55);
        }
        rule.setSpacingAfter(200);
    }

    private void content() {
        text("Thực hiện chế độ báo cáo định kỳ, {{don_vi}} báo cáo kết quả {{ky}}. Số liệu tổng hợp từ"
                + " {{so_bao_cao}} báo cáo của {{so_don_vi_bao_cao}} đơn vị, kỳ từ ngày {{tu_ngay}} đến ngày"
                + " {{den_ngay}}.");
        section("I", "Số liệu tổng hợp");
        table(
                List.of(11, 62, 22, 22, 26, 20),
                List.of("TT", "Chỉ tiêu", "Kỳ này", "Kỳ trước", "Tăng, giảm", "Lũy kế năm"),
                List.of("{{ct.tt}}", "{{ct.ten}}", "{{ct.ky}}", "{{ct.truoc}}", "{{ct.thay_doi}}", "{{ct.nam}}"));
        section("II", "Tình hình báo cáo của các đơn vị");
        table(
                List.of(11, 74, 26, 26, 26),
                List.of("TT", "Đơn vị", "Kỳ này", "Kỳ trước", "Lũy kế năm"),
                List.of(
                        "{{dv.tt}}",
                        "{{dv.ten}}",
                        "{{dv.so_bao_cao}}",
                        "{{dv.so_bao_cao.truoc}}",
                        "{{dv.so_bao_cao.nam}}"));
        section("III", "Nội dung các đơn vị phản ánh");
        text("- {{yk.noi_dung}}");
        section("IV", "Nhận xét, kiến nghị");
        text("…");
        text("Trên đây là báo cáo kết quả {{ky}} của {{don_vi}}./.");
    }

    private void end() {
        XWPFParagraph gap = document.createParagraph();
        gap.setSpacingAfter(0);
        XWPFTable table = table(2, List.of(80, 83), false);
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFParagraph to = first(left);
        if (party) {
            run(to, "Nơi nhận:", BODY, false, false);
            to.getRuns().get(0).setUnderline(UnderlinePatterns.SINGLE);
        } else {
            run(to, "Nơi nhận:", 12, true, true);
        }
        List<String> recipients = party
                ? List.of("- {{dang_cap_tren}} (để báo cáo),", "- …,", "- Lưu {{dang_co_quan}}.")
                : List.of("- {{ubnd_cap_tren}} (để báo cáo);", "- …;", "- Lưu: VT.");
        for (String line : recipients) {
            XWPFParagraph next = left.addParagraph();
            next.setSpacingAfter(0);
            run(next, line, party ? 12 : 11, false, false);
        }
        XWPFTableCell right = table.getRow(0).getCell(1);
        if (party) {
            line(first(right), "{{DANG_THAY_MAT}}", BODY, true, false);
            line(right.addParagraph(), "[CHỨC VỤ NGƯỜI KÝ]", BODY, false, false);
        } else {
            line(first(right), "[CHỨC VỤ NGƯỜI KÝ]", BODY, true, false);
        }
        for (int i = 0; i < 4; i++) {
            line(right.addParagraph(), "", BODY, false, false);
        }
        line(right.addParagraph(), "[Họ và tên]", BODY, true, false);
    }

    private void section(String number, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(160);
        paragraph.setSpacingAfter(80);
        paragraph.setIndentationFirstLine(twips(10).intValue());
        paragraph.setKeepNext(true);
        run(paragraph, number + (party ? "- " : ". ") + text, BODY, true, false);
    }

    private void text(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setSpacingAfter(120);
        paragraph.setIndentationFirstLine(twips(10).intValue());
        run(paragraph, text, BODY, false, false);
    }

    private void table(List<Integer> widths, List<String> headings, List<String> row) {
        XWPFTable table = table(headings.size(), widths, true);
        table.getRow(0).setRepeatHeader(true);
        var second = table.createRow();
        for (int column = 0; column < headings.size(); column++) {
            line(first(table.getRow(0).getCell(column)), headings.get(column), TABLE, true, false);
            XWPFTableCell cell = second.getCell(column);
            width(cell, widths.get(column));
            line(first(cell), row.get(column), TABLE, false, false);
            first(cell)
                    .setAlignment(
                            column == 0
                                    ? ParagraphAlignment.CENTER
                                    : column == 1 ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
        }
    }

    private XWPFTable table(int columns, List<Integer> widths, boolean lines) {
        XWPFTable table = document.createTable(1, columns);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.getCTTbl()
                .getTblPr()
                .addNewTblLayout()
                .setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType.FIXED);
        var grid = table.getCTTbl().addNewTblGrid();
        for (int column = 0; column < columns; column++) {
            grid.addNewGridCol().setW(twips(widths.get(column)));
            width(table.getRow(0).getCell(column), widths.get(column));
        }
        if (!lines) {
            table.removeBorders();
        }
        return table;
    }

    private static void width(XWPFTableCell cell, int millimetres) {
        var properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(twips(millimetres));
    }

    private static XWPFParagraph first(XWPFTableCell cell) {
        return cell.getParagraphs().isEmpty()
                ? cell.addParagraph()
                : cell.getParagraphs().get(0);
    }

    private static void line(XWPFParagraph paragraph, String text, int size, boolean bold, boolean italic) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(0);
        run(paragraph, text, size, bold, italic);
    }

    /** The short line below a heading: an empty paragraph's border, drawn in from both sides. */
    private static void rule(XWPFTableCell cell, int inset) {
        rule(cell.addParagraph(), inset);
    }

    private static void rule(XWPFParagraph paragraph, int inset) {
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setIndentationLeft(twips(inset).intValue());
        paragraph.setIndentationRight(twips(inset).intValue());
        paragraph.setSpacingAfter(0);
        run(paragraph, "", 4, false, false);
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold, boolean italic) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.cs);
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(text);
    }
}
