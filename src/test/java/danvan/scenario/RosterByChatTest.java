package danvan.scenario;

import static danvan.scenario.Edited.EXCEL;
import static danvan.scenario.Edited.add;
import static danvan.scenario.Edited.put;
import static danvan.scenario.Edited.row;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.text.Language;
import danvan.workbook.TestParts;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office changes units and members in Excel and sends the workbook back. */
class RosterByChatTest {
    @TempDir
    private Path data;

    private Bot bot;
    private Browser browser;
    private Member hoa;
    private Member nam;

    @BeforeEach
    void opens() {
        bot = new Bot(data, false, Pace.unlimited(), Map.of("DANVAN_WEB_PORT", "0"));
        browser = new Browser(bot.app().openPage());
        hoa = bot.member("Trần Thị Hòa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        nam = bot.member("Vũ Văn Nam", Role.CADRE, "xa-tien-duc", Language.VI);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private void sends(Consumer<XSSFWorkbook> edit) {
        hoa.sendsFile("danh-sach.xlsx", EXCEL, Edited.workbook(fetched(), edit));
    }

    private byte[] fetched() {
        hoa.says("/danhsach");
        return hoa.receives("danh-sach.xlsx");
    }

    @Test
    void whatHoaChangesIsShownAndThenDoneAndInvitedPeopleComeInByTheirCodes() {
        hoa.sendsFile("danh-sach.xlsx", EXCEL, fetched());
        hoa.sees("giống hệt danh sách đang dùng");
        sends(book -> {
            add(book.getSheet("Đơn vị"), "", "thôn Tiến La", "Thôn", "xã Tiến Đức", "01/02/2024", "", "");
            put(row(book.getSheet("Đơn vị"), "xa-chi-hoa"), 1, "xã Chí Hòa mới");
            put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 3, "Xã Chí Hòa");
            put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 2, "phu trach");
            add(book.getSheet("Cán bộ"), "", "Đỗ Thị Mai", "Cán bộ", "xa-tien-duc", "");
            add(book.getSheet("Cán bộ"), "", "Bùi Văn Tám", "Lead", "XÃ TIẾN ĐỨC", "");
        });
        hoa.sees("Đơn vị: 1 mới, 1 đổi. Cán bộ: 1 đổi, 0 nghỉ, 2 mời mới.", "✅ Thực hiện", "🗑 Không đổi");
        hoa.sees("🆕 thôn Tiến La ‹ xã Tiến Đức");
        hoa.sees("✏️ xã Chí Hòa: xã Chí Hòa → xã Chí Hòa mới");
        hoa.sees("✏️ Vũ Văn Nam: Cán bộ → Phụ trách; xã Tiến Đức → xã Chí Hòa mới");
        hoa.sees("✉️ Bùi Văn Tám · Phụ trách, xã Tiến Đức");
        Runnable again = hoa.keepsButton("✅ Thực hiện");
        hoa.taps("✅ Thực hiện");
        hoa.sees("✅ Xong. Đơn vị: 1 mới, 1 đổi. Cán bộ: 1 đổi, 0 nghỉ, 2 mời mới.");
        nam.sees("Đồng chí nay là Phụ trách của xã Chí Hòa mới (Trần Thị Hòa vừa ghi nhận)");
        byte[] codes = hoa.receives("ma-moi.xlsx");
        assertThat(Edited.cell(codes, "Mã mời", 1, 0)).isEqualTo("Đỗ Thị Mai");
        assertThat(Edited.cell(codes, "Mã mời", 2, 2)).isEqualTo("xã Tiến Đức");
        again.run();
        hoa.seesToast("đã được quyết định rồi");

        Member mai = bot.stranger("+84 sim 2");
        mai.says(Edited.cell(codes, "Mã mời", 1, 3));
        mai.sees("Đồng chí đã được thêm vào xã Tiến Đức");
        mai.says("/ten");
        mai.sees("Bot đang gọi đồng chí là Đỗ Thị Mai.");
        String code = Edited.cell(codes, "Mã mời", 2, 3).replace("-", "");
        assertThat(Edited.cell(codes, "Mã mời", 2, 4)).endsWith("/c/" + code);
        assertThat(browser.opens(code).body()).contains("value=\"Bùi Văn Tám\"");

        bot.restarts();
        hoa.says("/moi cadre thon-tien-la");
        hoa.sees("Đã tạo mã mời cho Cán bộ, thôn Tiến La:");
        byte[] now = fetched();
        assertThat(Edited.cell(now, "Cán bộ", 0, 0)).startsWith("Số");
        hoa.sendsFile("danh-sach.xlsx", EXCEL, now);
        hoa.sees("giống hệt danh sách đang dùng");
        hoa.says("/canbo nam");
        hoa.sees("1 người có tên “nam”", "Vũ Văn Nam · Phụ trách · xã Chí Hòa mới");
    }

    /** A Mac's workbooks count from 1904: a unit of 2024 was stored as one that ended in 2021, and nobody was told. */
    @Test
    void theDaysOfAUnitAreThoseThatExcelShowsWhereTheyAreCountedFrom1904() {
        sends(book -> {
            TestParts.countFrom1904(book);
            var units = book.getSheet("Đơn vị");
            add(units, "", "thôn Tiến La", "Thôn", "xã Tiến Đức", "", "", "");
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            var from = row(units, "thôn Tiến La").getCell(4, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            from.setCellValue(DateUtil.getExcelDate(LocalDate.of(2024, 1, 1), true));
            from.setCellStyle(style);
            var to = row(units, "thôn Tiến La").getCell(5, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            to.setCellValue(DateUtil.getExcelDate(LocalDate.of(2025, 6, 30), true));
            to.setCellStyle(style);
        });
        hoa.taps("✅ Thực hiện");
        hoa.sees("✅ Xong. Đơn vị: 1 mới");

        byte[] now = fetched();
        assertThat(Edited.beside(now, "Đơn vị", "thôn Tiến La", 4)).isEqualTo("01/01/2024");
        assertThat(Edited.beside(now, "Đơn vị", "thôn Tiến La", 5)).isEqualTo("30/06/2025");
    }

    @Test
    void aFaultyWorkbookComesBackColouredAndNothingChanges() {
        sends(book -> {
            var units = book.getSheet("Đơn vị");
            add(units, "xa-tien-duc", "xã Tiến Đức", "Xã", "huyện Hưng Hà", "", "", "");
            add(units, "", "xã Mới", "Phường", "huyện Hưng Hà", "31/02/2024", "", "");
            add(units, "", "xã Lạc", "Xã", "huyện Không Có", "", "", "");
            add(units, "", "xã Trên Thôn", "Xã", "xã Tiến Đức", "02/01/2024", "01/01/2024", "");
            var members = book.getSheet("Cán bộ");
            put(row(members, "Trần Thị Hòa"), 4, "x");
            put(row(members, "Vũ Văn Nam"), 3, "xã Hưng Yên Mới");
            add(members, "99", "Ai Đó", "Cán bộ", "xa-tien-duc", "");
            add(members, "", "<b>Mai</b>", "Chủ tịch", "xa-tien-duc", "");
            add(members, "", "Bùi Mai", "Quản trị", "tỉnh Hưng Yên", "");
        });
        hoa.sees("Chưa dùng được danh-sach.xlsx: còn");
        hoa.sees("mã xa-tien-duc có ở hai dòng");
        hoa.sees("“Phường” không phải là cấp");
        hoa.sees("“31/02/2024” không phải là ngày");
        hoa.sees("không có đơn vị “huyện Không Có”");
        hoa.sees("Danh sách vẫn như cũ");
        byte[] marked = hoa.receives("danh-sach-loi.xlsx");
        assertThat(Edited.noteBeside(marked, "Cán bộ", "Trần Thị Hòa", 4)).contains("đồng chí không tự đổi vai trò");
        assertThat(Edited.noteBeside(marked, "Cán bộ", "Vũ Văn Nam", 3)).contains("không có đơn vị “xã Hưng Yên Mới”");
        assertThat(Edited.noteBeside(marked, "Cán bộ", "99", 0)).contains("không có cán bộ số 99");
        assertThat(Edited.noteBeside(marked, "Cán bộ", "Chủ tịch", 1)).contains("họ tên gồm chữ cái");
        assertThat(Edited.noteBeside(marked, "Cán bộ", "Chủ tịch", 2)).contains("không phải là vai trò");
        assertThat(Edited.noteBeside(marked, "Cán bộ", "Bùi Mai", 2)).contains("cao hơn vai trò của đồng chí");
        assertThat(Edited.noteBeside(marked, "Cán bộ", "Bùi Mai", 3)).contains("đã kết thúc hoặc chưa thành lập");
        assertThat(Edited.noteBeside(marked, "Đơn vị", "xã Trên Thôn", 3)).contains("không ở cấp cao hơn");
        assertThat(Edited.noteBeside(marked, "Đơn vị", "xã Trên Thôn", 5)).contains("ngày cuối trước ngày đầu");
        hoa.sendsFile("danh-sach.xlsx", EXCEL, fetched());
        hoa.sees("giống hệt danh sách đang dùng");
    }

    /** As on 1/7/2025, only earlier: new units, and everybody goes to what took the place of theirs. */
    @Test
    void aReformIsOneWorkbookAndOneTap() {
        sends(book -> {
            var units = book.getSheet("Đơn vị");
            add(units, "xa-tien-duc-moi", "xã Tiến Đức", "Xã", "huyện Hưng Hà", "01/01/2024", "", "");
            put(row(units, "xa-tien-duc"), 5, "31/12/2023");
            put(row(units, "xa-tien-duc"), 6, "xa-tien-duc-moi");
            put(row(units, "xa-chi-hoa"), 5, "31/12/2023");
        });
        hoa.sees("Đơn vị: 1 mới, 2 đổi.");
        hoa.sees("✏️ xã Tiến Đức: …–30/06/2025 → …–31/12/2023; – → xã Tiến Đức");
        hoa.taps("✅ Thực hiện");
        Member ba = bot.member("Ba", Role.CADRE, "xa-chi-hoa", Language.VI);
        hoa.says("/canbo");
        hoa.sees("người còn thuộc đơn vị đã kết thúc", "⚠️ Đơn vị đã kết thúc (4) ›", "huyện Hưng Hà (4) ›");
        hoa.taps("⚠️ Đơn vị đã kết thúc (4) ›");
        hoa.sees(
                "4 người còn thuộc đơn vị đã kết thúc",
                "Vũ Văn Nam · Cán bộ · xã Tiến Đức",
                "Ba · Cán bộ · xã Chí Hòa",
                "🔀 Chuyển 3 người sang đơn vị thay thế");
        hoa.taps("🔀 Chuyển 3 người sang đơn vị thay thế");
        hoa.sees("xã Tiến Đức → xã Tiến Đức: 3", "✅ Chuyển", "Để sau");
        hoa.taps("✅ Chuyển");
        hoa.sees("Đã chuyển 3 người");
        nam.sees("Đồng chí nay là Cán bộ của xã Tiến Đức");
        ba.doesNotSee("Đồng chí nay là");
        hoa.says("/canbo");
        hoa.taps("huyện Hưng Hà (4) ›");
        hoa.sees("huyện Hưng Hà", "xã Tiến Đức (3) ›");
        hoa.taps("xã Tiến Đức (3) ›");
        hoa.sees("xã Tiến Đức: 3 người", "Vũ Văn Nam · Cán bộ", "‹ huyện Hưng Hà");
        assertThat(Edited.beside(fetched(), "Cán bộ", "Vũ Văn Nam", 3))
                .as("two units of the name are told apart by their codes")
                .isEqualTo("xa-tien-duc-moi");
    }

    @Test
    void whatOthersChangeBetweenShowingAndDoingIsShownAgain() {
        sends(book -> {
            put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 2, "Phụ trách");
            put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 3, "xã Chí Hòa");
        });
        Member lien = bot.member("Liên", Role.OFFICE, "tinh-thai-binh", Language.VI);
        lien.says("/canbo nam");
        lien.taps("Vũ Văn Nam · Cán bộ · xã Tiến Đức");
        lien.taps("🎖 Đổi vai trò");
        lien.taps("Phụ trách");
        hoa.hasSeenAll();
        hoa.taps("✅ Thực hiện");
        hoa.sees("Dữ liệu đã thay đổi từ khi gửi tệp");
        hoa.sees("✏️ Vũ Văn Nam: xã Tiến Đức → xã Chí Hòa");
        hoa.taps("✅ Thực hiện");
        nam.sees("Đồng chí nay là Phụ trách của xã Chí Hòa");
        hoa.hasSeenAll();
        sends(book -> put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 4, "x"));
        lien.says("/canbo nam");
        lien.taps("Vũ Văn Nam · Phụ trách · xã Chí Hòa");
        lien.taps("🚪 Nghỉ");
        lien.taps("🚪 Cho nghỉ");
        hoa.taps("✅ Thực hiện");
        hoa.sees("tệp này không còn khớp nên bot không thực hiện");
    }

    @Test
    void onlyTheOfficeMayFetchOrSendIt() {
        byte[] workbook = fetched();
        nam.says("/danhsach");
        nam.sees("chưa có lệnh");
        nam.sendsFile("danh-sach.xlsx", EXCEL, workbook);
        nam.sees("chỉ đọc được chữ và nút bấm");
    }

    /** A district that became a village of its own commune stood in a ring, and no walk up the units ended any more. */
    @Test
    void noUnitComesToStandBelowItself() {
        sends(book -> {
            var district = row(book.getSheet("Đơn vị"), "huyen-hung-ha");
            put(district, 2, "Thôn");
            put(district, 3, "xã Tiến Đức");
        });
        hoa.sees("thuộc đơn vị này nên phải ở cấp thấp hơn");
        assertThat(Edited.noteBeside(hoa.receives("danh-sach-loi.xlsx"), "Đơn vị", "huyen-hung-ha", 2))
                .contains("phải ở cấp thấp hơn");
    }

    /** What stands above the villages was called by its name, and by the new row two had that name. */
    @Test
    void whatIsWrittenAsItIsStaysRightThoughTheWorkbookBringsANamesake() {
        sends(book -> add(book.getSheet("Đơn vị"), "", "thôn Tiến La", "Thôn", "xã Tiến Đức", "", "", ""));
        hoa.taps("✅ Thực hiện");
        sends(book -> {
            var units = book.getSheet("Đơn vị");
            add(units, "xa-tien-duc-moi", "xã Tiến Đức", "Xã", "huyện Hưng Hà", "01/07/2025", "", "");
            put(row(units, "xa-chi-hoa"), 6, "xã Tiến Đức và vùng lân cận");
            put(row(units, "xa-vu-ninh"), 1, "xã Vũ Ninh mới");
            add(units, "", "thôn Đông", "Thôn", "xã Vũ Ninh mới", "", "", "");
        });
        hoa.sees("Đơn vị: 2 mới, 2 đổi.");
        hoa.sees("🆕 thôn Đông ‹ xã Vũ Ninh mới");
        hoa.taps("✅ Thực hiện");
        sends(book -> {
            var units = book.getSheet("Đơn vị");
            add(units, "", "xã Tiến Đức và vùng lân cận", "Xã", "huyện Hưng Hà", "01/07/2025", "", "");
            add(units, "khac", "xã Tiến Đức và vùng lân cận", "Xã", "huyện Hưng Hà", "01/07/2025", "", "");
        });
        hoa.sees("Đơn vị: 2 mới, 0 đổi.");
    }

    /** A Mac writes accents apart from their letters, and phones bring names that nobody could type. */
    @Test
    void whatOnlyLooksTheSameIsTheSame() {
        bot.member("Mai  \u200b🌾", Role.CADRE, "xa-tien-duc", Language.VI);
        sends(book -> {
            for (var sheet : book) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            cell.setCellValue(Normalizer.normalize(cell.getStringCellValue(), Normalizer.Form.NFD));
                        }
                    }
                }
            }
        });
        hoa.sees("giống hệt danh sách đang dùng");
    }

    /** People keep their workbook and send it again with one row more: each had two codes, and could come in as two. */
    @Test
    void whoWasInvitedIsNotInvitedAgainWhenTheWorkbookIsSentAgain() {
        byte[] first = Edited.workbook(fetched(), book -> {
            add(book.getSheet("Cán bộ"), "", "Đỗ Thị Mai", "Cán bộ", "xa-tien-duc", "");
            add(book.getSheet("Cán bộ"), "", "Bùi Văn Tám", "Cán bộ", "xa-tien-duc", "");
        });
        hoa.sendsFile("danh-sach.xlsx", EXCEL, first);
        hoa.taps("✅ Thực hiện");
        byte[] codes = hoa.receives("ma-moi.xlsx");
        Member mai = bot.stranger("Mai");
        mai.says(Edited.cell(codes, "Mã mời", 1, 3));
        hoa.sendsFile("danh-sach.xlsx", EXCEL, first);
        hoa.sees("giống hệt danh sách đang dùng");
        hoa.sees("2 dòng không có số là người đã được mời");
        hoa.sendsFile(
                "danh-sach.xlsx",
                EXCEL,
                Edited.workbook(
                        first, book -> add(book.getSheet("Cán bộ"), "", "Lý Thị Na", "Cán bộ", "xa-tien-duc", "")));
        hoa.sees("0 nghỉ, 1 mời mới");
        hoa.sees("2 dòng không có số là người đã được mời");
        hoa.taps("🗑 Không đổi");
        sends(book -> add(book.getSheet("Cán bộ"), "", "Đỗ Thị Mai", "Cán bộ", "xa-tien-duc", ""));
        hoa.sees("0 nghỉ, 1 mời mới");
        Member tam = bot.stranger("Tám");
        tam.says(Edited.cell(codes, "Mã mời", 2, 3));
        tam.sees("Đồng chí đã được thêm vào xã Tiến Đức");
    }

    /** The villages of a commune that had ended stood below nothing that is shown, with all who belong to them. */
    @Test
    void whatStandsBelowAUnitThatEndsIsNotForgotten() {
        sends(book -> add(book.getSheet("Đơn vị"), "", "thôn\nTiến  La\u202e", "Thôn", "xã Tiến Đức", "", "", ""));
        hoa.sees("🆕 thôn Tiến La ‹ xã Tiến Đức");
        hoa.taps("✅ Thực hiện");
        sends(book -> put(row(book.getSheet("Đơn vị"), "xa-tien-duc"), 5, "31/12/2023"));
        hoa.sees("thôn Tiến La thuộc đơn vị này chưa kết thúc");
        sends(book -> {
            put(row(book.getSheet("Đơn vị"), "xa-tien-duc"), 5, "31/12/2023");
            put(row(book.getSheet("Đơn vị"), "thon-tien-la"), 3, "xã Chí Hòa");
        });
        hoa.sees("Đơn vị: 0 mới, 2 đổi.");
    }

    /** Whose unit gave its name to another would have been moved there, or called wrong as that begins only later. */
    @Test
    void whoIsNotTouchedStaysThoughTheNameOfTheUnitGoesToAnother() {
        sends(book -> {
            var units = book.getSheet("Đơn vị");
            put(row(units, "xa-tien-duc"), 1, "xã Tiến Đức (cũ)");
            add(units, "xa-tien-duc-moi", "xã Tiến Đức", "Xã", "huyện Hưng Hà", "01/07/2025", "", "");
        });
        hoa.sees("Đơn vị: 1 mới, 1 đổi. Cán bộ: 0 đổi");
    }

    /** Offices put a title over a table: the workbook was nothing that the bot knew. */
    @Test
    void titlesAboveTheHeadingsArePassedOver() {
        sends(book -> {
            put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 2, "Phụ trách");
            book.forEach(Edited::titled);
        });
        hoa.sees("Cán bộ: 1 đổi, 0 nghỉ", "✅ Thực hiện");
        sends(book -> {
            put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 2, "Chủ tịch");
            book.forEach(Edited::titled);
        });
        hoa.sees("“Chủ tịch” không phải là vai trò");
        byte[] marked = hoa.receives("danh-sach-loi.xlsx");
        assertThat(Edited.noteBeside(marked, "Cán bộ", "Vũ Văn Nam", 2)).contains("không phải là vai trò");
    }

    /** Ð (U+00D0) looks like Đ: nobody could see what to fix in a name that was said to be none. */
    @Test
    void theIcelandicLetterIsReadAsTheVietnameseOneThatItLooksLike() {
        sends(book -> {
            put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 3, "xã Tiến \u00D0ức");
            add(book.getSheet("Cán bộ"), "", "\u00D0ỗ Thị Mai", "Cán bộ", "XÃ TIẾN \u00D0ỨC", "");
        });
        hoa.sees("Cán bộ: 0 đổi, 0 nghỉ, 1 mời mới");
        hoa.sees("✉️ Đỗ Thị Mai · Cán bộ, xã Tiến Đức");
    }
}
