package danvan.library.imports;

import static org.assertj.core.api.Assertions.assertThat;

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
        List<Section> sections = Structure.of(blocks, FirstPage.read(List.of()));
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
        List<Section> sections = Structure.of(blocks, FirstPage.read(List.of()));
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
        List<Section> sections = Structure.of(blocks, FirstPage.read(blocks));
        assertThat(sections).hasSize(1);
        assertThat(sections.get(0).path()).containsExactly("Chương 1");
        assertThat(sections.get(0).text()).endsWith("(xem Phần 5.3.2 và các phần sau).");
    }

    private static Block line(String text, int page) {
        return new Block(Block.Kind.LINE, 1, List.of(text), page);
    }

    private static List<Section> cut(String text) {
        List<Block> blocks = FirstPageTest.page(text);
        return Structure.of(blocks, FirstPage.read(blocks));
    }
}
