package danvan.library.imports.structure;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.document.Block;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A number stands under its own heading, or under none. */
class TablesTest {
    private static final Block.Span ONE = Block.Span.ONE;

    /** Issue 11, D16: "310" trees were told as the receiver, and quoted with the directive's number. */
    @Test
    void aNameOverTwoColumnsIsTheirsAndOneOverTwoRowsIsItsOwn() {
        assertThat(told(
                        row(
                                List.of("Thôn", "Số cây", "Người nhận"),
                                new Block.Span(1, 2),
                                new Block.Span(2, 1),
                                new Block.Span(1, 2)),
                        row(List.of("Đợt 1", "Đợt 2")),
                        row(List.of("Thôn Bắc", "120", "260", "bà Sáu")),
                        row(List.of("Thôn Nam", "70", "", "ông Tư"))))
                .containsExactly(
                        "• Thôn: Thôn Bắc · Số cây, đợt 1: 120 · Số cây, đợt 2: 260 · Người nhận: bà Sáu",
                        "• Thôn: Thôn Nam · Số cây, đợt 1: 70 · Người nhận: ông Tư");
    }

    @Test
    void whereTheFileDoesNotTellTheColumnsNoValueHasAName() {
        Block.Span unknown = Block.Span.UNKNOWN;
        assertThat(told(
                        row(List.of("Thôn", "Số cây", "Người nhận"), unknown, unknown, unknown),
                        row(List.of("Thôn Bắc", "120", "260", "bà Sáu"), unknown, unknown, unknown, unknown)))
                .contains("• Thôn Bắc · 120 · 260 · bà Sáu");
    }

    @Test
    void aCellOverTwoRowsIsToldInBoth() {
        assertThat(told(
                        row(List.of("Thôn", "Việc", "Hạn")),
                        row(List.of("Thôn Bắc", "Họp dân", "Quý I"), new Block.Span(1, 2), ONE, ONE),
                        row(List.of("Tổng kết", "Quý IV"))))
                .containsExactly(
                        "• Thôn: Thôn Bắc · Việc: Họp dân · Hạn: Quý I",
                        "• Thôn: Thôn Bắc · Việc: Tổng kết · Hạn: Quý IV");
    }

    /** Rows above the head took the columns' names away, and no row said of which group it was. */
    @Test
    void rowsAboveTheHeadAreItsTitleAndAGroupIsToldOnItsRows() {
        assertThat(told(
                        row(List.of("BẢNG GIÁ NƯỚC SẠCH")),
                        row(List.of("STT", "Nhóm", "", "Đối tượng", "Giá")),
                        row(List.of("", "Cấp 1", "Cấp 2")),
                        row(List.of("I", "", "", "SINH HOẠT")),
                        row(List.of("1", "S1", "", "Hộ dân", "7000")),
                        row(List.of("II", "", "", "SẢN XUẤT")),
                        row(List.of("1", "X1", "", "Xưởng", "11000"))))
                .containsExactly(
                        "BẢNG GIÁ NƯỚC SẠCH",
                        "• SINH HOẠT · STT: 1 · Nhóm, cấp 1: S1 · Đối tượng: Hộ dân · Giá: 7000",
                        "• SẢN XUẤT · STT: 1 · Nhóm, cấp 1: X1 · Đối tượng: Xưởng · Giá: 11000");
    }

    @Test
    void aRowThatOnlyLacksAValueIsNoGroup() {
        assertThat(told(
                        row(List.of("TT", "Việc", "Hạn")),
                        row(List.of("1", "Khảo sát", "")),
                        row(List.of("2", "Họp dân", "Quý II"))))
                .containsExactly("• TT: 1 · Việc: Khảo sát", "• TT: 2 · Việc: Họp dân · Hạn: Quý II");
    }

    /** A guide's example of the motto made its table a letterhead, and "12 - 13" clause 12. */
    @Test
    void aTableThatSpeaksOfTheMottoIsATable() {
        assertThat(told(
                        row(List.of("STT", "Thành phần", "Cỡ chữ")),
                        row(List.of("1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "12 - 13"))))
                .containsExactly("• STT: 1 · Thành phần: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM · Cỡ chữ: 12 - 13");
        assertThat(Mark.of("12 - 13")).isEmpty();
    }

    @Test
    void theHeadThatIsPrintedAgainOnEachPageIsNoRow() {
        assertThat(told(
                        row(List.of("TT", "Việc", "Hạn")),
                        row(List.of("(1)", "(2)", "(3)")),
                        row(List.of("1", "Khảo sát", "Quý I")),
                        row(List.of("TT", "Việc", "Hạn")),
                        row(List.of("2", "Họp dân", "Quý II"))))
                .containsExactly("• TT: 1 · Việc: Khảo sát · Hạn: Quý I", "• TT: 2 · Việc: Họp dân · Hạn: Quý II");
    }

    private static Block row(List<String> cells, Block.Span... spans) {
        return new Block(Block.Kind.ROW, 1, cells, 0, List.of(spans));
    }

    private static List<String> told(Block... rows) {
        List<String> told = new ArrayList<>();
        for (Line line : Tables.lines(List.of(rows))) {
            if (line.isText()) {
                told.add(line.text());
            }
        }
        return told;
    }
}
