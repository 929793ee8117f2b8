package danvan.library.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.structure.Section;
import danvan.library.imports.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Word keeps beside the words one sees: hidden runs, notes, text boxes, recorded changes. */
class WordTextTest {
    @TempDir
    Path folder;

    @Test
    void hiddenWordsAreNoTextAndAreTold() throws Exception {
        Extract read = read(
                "<w:p><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>Không được nêu ra.</w:t></w:r>"
                        + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Họp lúc 8 giờ.</w:t></w:r></w:p>",
                "");
        assertThat(text(read)).containsExactly("Họp lúc 8 giờ.");
        assertThat(read.leftOut()).containsExactly(new Extract.LeftOut(Furniture.HIDDEN, "", "Không được nêu ra."));
    }

    @Test
    void aNoteIsNoWordOfTheSentenceItsMarkStandsInAndBelongsToItsArticle() throws Exception {
        Extract read = read(
                paragraph("Điều 1. Phạm vi")
                        + "<w:p>" + run("Luật này quy định về cơ sở.") + "<w:r><w:footnoteReference w:id=\"7\"/></w:r>"
                        + run(" Nhân dân bàn.") + "</w:p>"
                        + paragraph("Điều 2. Giải thích")
                        + "<w:p>" + run("Cơ sở là thôn.") + "<w:r><w:footnoteReference w:id=\"9\"/></w:r></w:p>",
                note(7, "Điều này được sửa đổi theo Luật số 1/2020/QH14.") + note(9, "Khoản này bị bãi bỏ."));
        assertThat(text(read))
                .containsExactly(
                        "Điều 1. Phạm vi",
                        "Luật này quy định về cơ sở. Nhân dân bàn.",
                        "1",
                        "Điều 2. Giải thích",
                        "Cơ sở là thôn.",
                        "2",
                        "1 Điều này được sửa đổi theo Luật số 1/2020/QH14.",
                        "2 Khoản này bị bãi bỏ.");
        List<Section> sections =
                Structure.read(read.blocks(), DocumentMetadata.NONE).sections();
        assertThat(sections)
                .extracting(section -> String.join(", ", section.path()))
                .containsExactly("Điều 1", "Điều 2", "Điều 1, Chú thích 1", "Điều 2, Chú thích 2");
    }

    @Test
    void aTextBoxIsReadOnceAndHiddenWordsInItAreNot() throws Exception {
        String box = "<w:txbxContent><w:p>" + run("Trong khung.")
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ẩn.</w:t></w:r></w:p></w:txbxContent>";
        Extract read = read(
                paragraph("Trước.")
                        + "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>"
                        + box
                        + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" + box
                        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                        + paragraph("Sau."),
                "");
        assertThat(text(read)).containsExactly("Trước.", "Trong khung.", "Sau.");
    }

    @Test
    void ofRecordedChangesTheTextIsWhatStandsAfterThem() throws Exception {
        Extract read = read(
                "<w:p>" + run("Nộp trước ngày ")
                        + "<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>20</w:delText></w:r></w:del>"
                        + "<w:ins w:id=\"2\" w:author=\"A\">" + run("25") + "</w:ins>" + run(" hằng tháng.") + "</w:p>"
                        + "<w:moveFrom w:id=\"3\" w:author=\"A\">" + paragraph("Đã chuyển đi.") + "</w:moveFrom>",
                "");
        assertThat(text(read)).containsExactly("Nộp trước ngày 25 hằng tháng.");
    }

    /** A .doc: hidden words were read out, and a note's mark cut its sentence in two. */
    @Test
    void soItIsInAFileOfOldWord() throws Exception {
        byte[] file = new OldWord()
                .text("Điều 1. Phạm vi")
                .end()
                .text("Luật này quy định về cơ sở.")
                .note("Điều này được sửa đổi theo Luật số 1/2020/QH14.")
                .text(" Nhân dân bàn.")
                .hidden("Không được nêu ra.")
                .end()
                .hidden("Cả đoạn này bị ẩn.")
                .end()
                .text("Điều 2. Giải thích")
                .end()
                .text("Cơ sở là thôn.")
                .note("Khoản này bị bãi bỏ.")
                .end()
                .bytes();
        Extract read = TikaReader.read(TestFiles.file(folder, "luat.doc", file), "luat.doc");
        assertThat(text(read))
                .containsExactly(
                        "Điều 1. Phạm vi",
                        "Luật này quy định về cơ sở. Nhân dân bàn.",
                        "1",
                        "Điều 2. Giải thích",
                        "Cơ sở là thôn.",
                        "2",
                        "1 Điều này được sửa đổi theo Luật số 1/2020/QH14.",
                        "2 Khoản này bị bãi bỏ.");
        assertThat(read.leftOut())
                .containsExactly(new Extract.LeftOut(Furniture.HIDDEN, "", "Không được nêu ra. Cả đoạn này bị ẩn."));
        assertThat(Structure.read(read.blocks(), DocumentMetadata.NONE).sections())
                .extracting(section -> String.join(", ", section.path()))
                .containsExactly("Điều 1", "Điều 2", "Điều 1, Chú thích 1", "Điều 2, Chú thích 2");
    }

    private Extract read(String body, String footnotes) throws Exception {
        return TikaReader.read(
                TestFiles.file(folder, "van-ban.docx", TestFiles.docxOf(body, footnotes)), "van-ban.docx");
    }

    private static List<String> text(Extract read) {
        return read.blocks().stream().map(Block::text).toList();
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String paragraph(String text) {
        return "<w:p>" + run(text) + "</w:p>";
    }

    private static String note(int id, String text) {
        return "<w:footnote w:id=\"" + id + "\"><w:p><w:r><w:footnoteRef/></w:r>" + run(" " + text)
                + "</w:p></w:footnote>";
    }
}
