package danvan.library.imports.structure;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Block;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.recognition.FirstPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructureTest {
    @Test
    void articlesAreCitedWithTheirChapter() {
        List<Section> sections = cut("""
                QUY CHẾ
                Chương I
                QUY ĐỊNH CHUNG
                Điều 1. Phạm vi điều chỉnh
                Quy chế này quy định việc tiếp công dân.
                Điều 2. Đối tượng áp dụng
                1. Cán bộ, công chức cấp xã.
                2. Công dân đến nơi tiếp công dân theo điều 5 của Luật.
                CHƯƠNG II. TỔ CHỨC THỰC HIỆN
                Điều 3. Lịch tiếp công dân
                a) Thứ Hai;
                b) Thứ Năm.
                """);
        assertThat(sections)
                .extracting(Section::id)
                .containsExactly("mo-dau", "chuong-i-dieu-1", "chuong-i-dieu-2", "chuong-ii-dieu-3");
        assertThat(sections.get(2).path()).containsExactly("Chương I", "Điều 2");
        assertThat(sections.get(2).heading()).isEqualTo("Điều 2. Đối tượng áp dụng");
        assertThat(sections.get(2).text())
                .isEqualTo("1. Cán bộ, công chức cấp xã.\n2. Công dân đến nơi tiếp công dân theo điều 5 của Luật.");
        assertThat(sections.get(3).text()).isEqualTo("a) Thứ Hai;\nb) Thứ Năm.");
    }

    @Test
    void aLongArticleIsCutAtItsClausesAndEachBearsItsName() {
        String clause = "Ủy ban nhân dân cấp xã tổ chức đối thoại với Nhân dân. ".repeat(14);
        List<Section> sections = cut("Điều 7. Đối thoại\n1. " + clause + "\n2. " + clause + "\n3. Ngắn.");
        assertThat(sections)
                .extracting(Section::path)
                .containsExactly(
                        List.of("Điều 7", "khoản 1"), List.of("Điều 7", "khoản 2"), List.of("Điều 7", "khoản 3"));
        assertThat(sections).allMatch(section -> section.heading().startsWith("Điều 7. Đối thoại"));
    }

    /** The subject of a letter ends the left column: motto and day, in the right one, were read out as the letter's text. */
    @Test
    void ofALettersHeadTheSubjectAndTheNumberAreItsText() {
        List<Section> sections = cut("""
                ỦY BAN NHÂN DÂN
                XÃ ĐÔNG Á
                Số: 37/UBND-VHXH
                V/v rà soát hộ nghèo
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Đông Á, ngày 9 tháng 10 năm 2024
                Kính gửi: Các Trưởng thôn.
                Ủy ban nhân dân xã yêu cầu rà soát hộ nghèo.
                """);
        assertThat(sections.get(0).text())
                .contains("37/UBND-VHXH", "V/v rà soát hộ nghèo", "Kính gửi: Các Trưởng thôn.")
                .doesNotContain("Độc lập", "ngày 9 tháng 10", "ỦY BAN NHÂN DÂN");
    }

    @Test
    void aPartyDocumentIsCutAtItsSections() {
        List<Section> sections = cut("""
                I- ĐẶC ĐIỂM TÌNH HÌNH
                Tình hình Nhân dân ổn định.
                II- NHIỆM VỤ VÀ GIẢI PHÁP
                Thực hiện các nhiệm vụ sau:
                1. Nâng cao nhận thức.
                2. Đổi mới phương thức.
                """);
        assertThat(sections).hasSize(2);
        assertThat(sections.get(1).path()).containsExactly("mục II");
        assertThat(sections.get(1).heading()).isEqualTo("Nhiệm vụ và giải pháp");
        assertThat(sections.get(1).text()).contains("1. Nâng cao nhận thức.\n2. Đổi mới");
    }

    @Test
    void tablesComeRowByRowWithTheirHeadings() {
        List<Block> blocks = List.of(
                new Block(Block.Kind.HEADING, 1, List.of("Phân công"), 0),
                new Block(Block.Kind.ROW, 1, List.of("TT", "Nội dung", "Thời hạn"), 0),
                new Block(Block.Kind.ROW, 1, List.of("1", "Tuyên truyền", "Quý I"), 0),
                new Block(Block.Kind.ROW, 1, List.of("2", "Đối thoại\nvới dân", "Quý II"), 0));
        List<Section> sections =
                Structure.read(blocks, FirstPage.read(List.of())).sections();
        assertThat(sections).hasSize(1);
        assertThat(sections.get(0).text())
                .isEqualTo(
                        "• TT: 1 · Nội dung: Tuyên truyền · Thời hạn: Quý I\n• TT: 2 · Nội dung: Đối thoại với dân · Thời hạn: Quý II");
    }

    @Test
    void printedLinesAreJoinedPagesKeptAndRunningHeadsLeftOut() {
        List<Block> blocks = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            blocks.add(line("Báo Dân vận " + page, page));
            blocks.add(line("Điều " + page + ". Tên điều", page));
            blocks.add(line("Ủy ban nhân dân xã tổ chức tiếp công dân vào các ngày", page));
            blocks.add(line("làm việc trong tuần" + "!".repeat(page), page));
            blocks.add(line("- " + page + " -", page));
        }
        List<Section> sections =
                Structure.read(blocks, FirstPage.read(List.of())).sections();
        assertThat(sections).extracting(Section::page).containsExactly(1, 2, 3, 4);
        assertThat(sections.get(2).text())
                .isEqualTo("Ủy ban nhân dân xã tổ chức tiếp công dân vào các ngày làm việc trong tuần!!!");
    }

    @Test
    void aTextWithoutStructureIsCutAtSentences() {
        List<Section> sections = cut("Một câu không dài lắm nhưng lặp lại. ".repeat(200));
        assertThat(sections)
                .hasSizeGreaterThan(3)
                .allMatch(section -> section.text().length() <= 1_500);
        assertThat(sections).allMatch(section -> section.text().endsWith("."));
        assertThat(Structure.pieces("x".repeat(5_000), 1_500)).hasSize(4);
    }

    /** In a handbook by others they were passages, and cited as "Phần 5". */
    @Test
    void theTableOfContentsIsNoTextAndACrossReferenceOpensNothing() {
        List<Block> blocks = List.of(
                line("5.2.5. Phần cứng tổng hợp giọng nói . . . . . . . . . . 27", 1),
                line("Chương 1. Lời nói đầu ............ 3", 1),
                line("Chương 1. Lời nói đầu", 3),
                line("Sổ tay nói về cách cài đặt, những điều cần biết trước thì xin bạn đọc (xem", 3),
                line("Phần 5.3.2 và các phần sau).", 3));
        List<Section> sections = Structure.read(blocks, FirstPage.read(blocks)).sections();
        assertThat(sections).hasSize(1);
        assertThat(sections.get(0).path()).containsExactly("Chương 1");
        assertThat(sections.get(0).text()).endsWith("(xem Phần 5.3.2 và các phần sau).");
    }

    /** Issue 13 [32]: the end of a long first line was cut for the heading, and stood in no passage. */
    @Test
    void aLongFirstLineOfAnArticleIsItsTextAndIsWhole() {
        String first = "Thành lập Tổ công tác vận động Nhân dân hiến đất mở đường " + "liên thôn, liên xóm ".repeat(10)
                + "làm việc tại Nhà văn hóa thôn Đồng Mít, gồm:";
        List<Section> sections = cut("Điều 1. " + first + "\n1. Bà Lan.\n2. Ông Minh.\nĐiều 2. Thi hành từ ngày ký.");
        assertThat(sections.get(0).text()).isEqualTo(first + "\n1. Bà Lan.\n2. Ông Minh.");
        assertThat(sections.get(0).path()).containsExactly("Điều 1");
    }

    /** [25]: the articles that an amending law quotes are none of its own. */
    @Test
    void quotedArticlesOpenNothing() {
        String long1 = "Ủy ban bầu cử có nhiệm vụ chuẩn bị. ".repeat(30);
        List<Section> sections =
                cut("Điều 1. Sửa đổi, bổ sung một số điều\n5. Sửa đổi Điều 21 như sau:\n“Điều 21. Ủy ban\n1. "
                        + long1 + "\n2. Có 20 thành viên.”.\n6. Sửa đổi khoản 2 Điều 22 như sau:\n\"2. " + long1
                        + "\n3. Hết.\".\n"
                        + "Điều 2. Hiệu lực\nTừ ngày ký.");
        assertThat(sections)
                .extracting(Section::path)
                .containsExactly(List.of("Điều 1", "khoản 5"), List.of("Điều 1", "khoản 6"), List.of("Điều 2"));
        assertThat(sections.get(0).text()).endsWith("2. Có 20 thành viên.”.");
    }

    @Test
    void aQuotationMarkThatNobodyClosedSwallowsNothing() {
        assertThat(cut("Điều 1. Gọi tắt là “hộ nghèo\nĐược hỗ trợ.\nĐiều 2. Thi hành\nTừ ngày ký."))
                .extracting(Section::path)
                .containsExactly(List.of("Điều 1"), List.of("Điều 2"));
    }

    /** [19]: who receives it, who signed and the head of the annexed rules were the body of the last article. */
    @Test
    void aDecisionAndTheRulesItEnactsAreTwoTrees() {
        Structure read = read("""
                ỦY BAN NHÂN DÂN
                XÃ TÂN LẬP
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số: 7/QĐ-UBND
                Tân Lập, ngày 3 tháng 2 năm 2026
                QUYẾT ĐỊNH
                Ban hành Quy chế quản lý nhà văn hóa
                Căn cứ Luật Tổ chức chính quyền địa phương;
                Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý nhà văn hóa.
                Điều 2. Trưởng thôn thi hành Quyết định này./.
                Nơi nhận:
                - Như Điều 2;
                - Lưu: VT.
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                Lê Văn Mẫu
                QUY CHẾ
                Quản lý nhà văn hóa
                (Ban hành kèm theo Quyết định số 7/QĐ-UBND ngày 3/2/2026)
                Chương I
                QUY ĐỊNH CHUNG
                Điều 1. Phạm vi
                Quy chế này áp dụng cho mọi thôn.
                Phụ lục I
                BIỂU MẪU ĐĂNG KÝ
                Họ và tên người đăng ký sử dụng.
                """);
        assertThat(read.sections())
                .extracting(Section::path)
                .containsExactly(
                        List.of(),
                        List.of("Điều 1"),
                        List.of("Điều 2"),
                        List.of("Quy chế", "Chương I", "Điều 1"),
                        List.of("Phụ lục I"));
        assertThat(read.sections().get(0).text())
                .isEqualTo("Số: 7/QĐ-UBND\nQUYẾT ĐỊNH\nBan hành Quy chế quản lý nhà văn hóa\n"
                        + "Căn cứ Luật Tổ chức chính quyền địa phương;");
        assertThat(read.sections().get(2).text()).isEqualTo("Trưởng thôn thi hành Quyết định này./.");
        assertThat(read.sections().get(3).heading()).contains("QUY CHẾ", "Chương I. Quy định chung", "Điều 1. Phạm vi");
        assertThat(read.furniture())
                .filteredOn(line -> line.furniture().orElseThrow() == Furniture.SIGNATURE)
                .extracting(Line::text)
                .containsExactly("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Mẫu");
        assertThat(read.lettersOfFurniture())
                .containsOnlyKeys(Furniture.LETTERHEAD, Furniture.RECIPIENTS, Furniture.SIGNATURE);
    }

    /** [27]: a passage of a heading only was the answer to what it announced. */
    @Test
    void aHeadingAloneIsNoPassage() {
        String point = "Đề nghị Ủy ban nhân dân tỉnh chấp thuận cho các hội được giải thể. ".repeat(12);
        List<Section> sections = cut("2. Kết quả rà soát\na) " + point + "\nb) " + point);
        assertThat(sections).hasSize(2);
        assertThat(sections.get(0).path()).containsExactly("mục 2", "điểm a");
        assertThat(sections.get(0).text()).startsWith("2. Kết quả rà soát\na) Đề nghị");
    }

    @Test
    void theLevelsOfOldAndOfLongLawsAreKnown() {
        List<Section> sections = cut("""
                Phần thứ nhất
                QUY ĐỊNH CHUNG
                Chương II
                SỞ HỮU
                Mục 1. TÀI SẢN
                Tiểu mục 2. HOA LỢI
                Điều 9a. Hoa lợi
                Hoa lợi là sản vật.
                Điều thứ 10: Lợi tức
                Lợi tức là khoản lợi.
                Khoản thứ nhất - Thi hành
                Từ ngày ký.
                """);
        assertThat(sections.get(0).path())
                .containsExactly("Phần thứ nhất", "Chương II", "Mục 1", "Tiểu mục 2", "Điều 9a");
        assertThat(sections.get(0).heading()).contains("Quy định chung", "Sở hữu", "Tài sản", "Hoa lợi");
        assertThat(sections.get(1).path()).endsWith("Điều thứ 10");
        assertThat(sections.get(2).path()).endsWith("Khoản thứ nhất");
    }

    private static Structure read(String text) {
        List<Block> blocks = TestFiles.page(text);
        return Structure.read(blocks, FirstPage.read(blocks));
    }

    private static Block line(String text, int page) {
        return new Block(Block.Kind.LINE, 1, List.of(text), page);
    }

    private static List<Section> cut(String text) {
        List<Block> blocks = TestFiles.page(text);
        return Structure.read(blocks, FirstPage.read(blocks)).sections();
    }
}
