package danvan.library.imports.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    private static final String TEXT = "Báo cáo viên trao đổi với bà con.\nSổ tay tuyên truyền viên cơ sở gồm ba phần.";

    @Test
    void theFirstHeadingIsTheTitle() {
        List<Block> blocks = new ArrayList<>(lines("TRANG CHỦ\nGiới thiệu"));
        blocks.add(new Block(Block.Kind.HEADING, 1, List.of("Sổ tay hòa giải ở cơ sở"), 0));
        assertThat(Titles.of(extract("Trang chủ", blocks), "a.html")).isEqualTo("Sổ tay hòa giải ở cơ sở");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sổ tay tuyên truyền viên cơ sở     | Sổ tay tuyên truyền viên cơ sở
            Microsoft Word - Sổ tay cơ sở.doc  | Quy che nha van hoa
            so tay co so.docx                  | Quy che nha van hoa
            Báo cáo tài chính quý III          | Quy che nha van hoa
            Document1                          | Quy che nha van hoa
            ''                                 | Quy che nha van hoa
            """)
    void whatTheMakerWroteIsATitleIfTheTextSaysItTooElseTheFilesNameIsLeft(String written, String title) {
        assertThat(Titles.of(extract(written, lines(TEXT)), "Quy_che-nha_van_hoa (1).pdf"))
                .isEqualTo(title);
    }

    @Test
    void linesInCapitalsGoTogetherAndMottosAreNone() {
        assertThat(Titles.of(
                        extract(
                                "",
                                lines(
                                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỔ TAY\nCÔNG TÁC HÒA GIẢI\nPhần một nói về luật.")),
                        "a.pdf"))
                .isEqualTo("SỔ TAY CÔNG TÁC HÒA GIẢI");
    }

    @ParameterizedTest
    @CsvSource({"Ghi chép buổi họp thôn,Ghi chép buổi họp thôn", "12,so tay", "https://example.vn/a b,so tay"})
    void aLineThatMayBeATitleIsOne(String line, String title) {
        assertThat(Titles.of(extract("", lines(line + "\nBà con bàn về con đường liên thôn.")), "so_tay.txt"))
                .isEqualTo(title);
    }

    /** Every workbook has a "Sheet1": the second took the place of the first. */
    @ParameterizedTest
    @CsvSource({"Danh_sach to dan van 2024.xlsx,Danh sach to dan van 2024", "Book1.xlsx,Sheet1", "12.xlsx,Sheet1"})
    void aWorkbookIsCalledByItsFile(String file, String title) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(Block.Kind.HEADING, 1, List.of("Sheet1"), 0));
        blocks.addAll(lines("TT HỌ TÊN"));
        Extract workbook =
                new Extract("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "", 0, false, blocks);
        assertThat(Titles.of(workbook, file)).isEqualTo(title);
    }

    private static List<Block> lines(String text) {
        return TestFiles.page(text);
    }

    private static Extract extract(String title, List<Block> blocks) {
        return new Extract("text/plain", title, 0, false, blocks);
    }
}
