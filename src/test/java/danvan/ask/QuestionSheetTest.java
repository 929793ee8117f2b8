package danvan.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Validity;
import danvan.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every first reply over what the bot ships with says what it must, or refuses. */
class QuestionSheetTest {
    private static final LocalDate MARCH_2024 = LocalDate.of(2024, 3, 1);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void theKnowledgeBaseAnswersOurOwnQuestionsAndASheetThatAsksTooMuchFails() throws Exception {
        try (Library starter = Library.open(Path.of("knowledge-base"), problem -> {})) {
            int failed = ask(starter, Path.of("src/test/resources/ask/questions.tsv"));
            assertThat(failed).as(printed()).isZero();
            assertThat(printed()).contains("# answer: 21 of 21 reached", "# refuse: 7 of 7 reached");

            printed.reset();
            Path wrong = sheet("""
                    question\texpect\tmust_say
                    dự thảo hương ước niêm yết mấy ngày\tanswer\t45 ngày; nhà văn hóa
                    dự thảo hương ước niêm yết mấy ngày\trefuse\t
                    giá lúa hôm nay bao nhiêu\tanswer\t
                    """);
            assertThat(ask(starter, wrong)).isEqualTo(3);
            assertThat(printed())
                    .contains(
                            "line 2\t\tanswer\tnot all said\tdự thảo hương ước niêm yết mấy ngày\t45 ngày\t",
                            "\trefuse\tanswered\t",
                            "\tanswer\trefused\t",
                            "# answer: 0 of 2 reached");
        }
    }

    /** Of an imported file the first passage must be the one where the answer stands, and show it. */
    @Test
    void whereTheAnswerStandsIsJudgedToo() throws Exception {
        try (Library library = Library.open(Path.of("src/test/resources/library/base"), problem -> {})) {
            Document document = new Document(
                    "noi-quy",
                    "vi",
                    Optional.of("5/2023/QĐ-UBND"),
                    "Quyết định",
                    "Nội quy nhà văn hóa",
                    "Quyết định 5",
                    "Ủy ban nhân dân xã",
                    Optional.empty(),
                    Validity.ALWAYS,
                    List.of(),
                    List.of(),
                    "",
                    List.of("noi-quy.docx"),
                    Path.of("noi-quy.docx"));
            library.put(
                    document,
                    List.of(
                            new Passage(
                                    "noi-quy",
                                    "dieu-3",
                                    "vi",
                                    "Điều 3. Giờ mở cửa",
                                    "Nhà văn hóa mở cửa lúc 7 giờ, đóng cửa lúc 21 giờ.",
                                    Optional.of("Điều 3"),
                                    Optional.empty(),
                                    "",
                                    Validity.ALWAYS),
                            new Passage(
                                    "noi-quy",
                                    "dieu-4",
                                    "vi",
                                    "Điều 4. Mượn bàn ghế",
                                    "Người mượn bàn ghế trả trong 02 ngày.",
                                    Optional.of("Điều 4"),
                                    Optional.empty(),
                                    "",
                                    Validity.ALWAYS)));
            Path sheet = sheet("""
                    id\tfile\texpect\tquestion\twhere_it_stands
                    a\tnoi-quy.docx\tanswer\tnhà văn hóa mở cửa lúc mấy giờ\t5/2023 Điều 3: 7 giờ
                    b\tnoi-quy.docx\tanswer\tmượn bàn ghế trả trong mấy ngày\tĐiều 3
                    c\tnoi-quy.docx\trefuse\tgiá vàng hôm nay\t-
                    """);
            assertThat(ask(library, sheet)).as(printed()).isEqualTo(1);
            assertThat(printed())
                    .contains(
                            "a\t\tanswer\tright, ",
                            "b\t\tanswer\twrong, ",
                            "c\t\trefuse\treached\t",
                            "# there: right, ");
        }
    }

    @Test
    void aSheetThatCannotBeReadSaysWhy() throws IOException {
        Path unnamed = sheet("hỏi\tđáp\n");
        assertThatThrownBy(() -> QuestionSheet.read(unnamed))
                .isInstanceOf(QuestionSheet.Unusable.class)
                .hasMessageContaining("no column \"question\"");
        Path unknown = sheet("question\texpect\nmấy ngày\tmaybe\n");
        assertThatThrownBy(() -> QuestionSheet.read(unknown)).hasMessageContaining(":2: expect is \"maybe\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ít nhất 2 ngày/tháng           | Mỗi tháng ít nhất 02 ngày.                    | true
            ít nhất 2 ngày/tháng           | Mỗi tháng ít nhất 12 ngày.                    | false
            5/7/2023                       | issued on 5 July 2023                         | true
            5/7/2023                       | 5 Temmuz 2023 tarihinde                       | true
            183676                         | cả nước có 183.676 mô hình                    | true
            beş ölçüt                      | 5 ölçütü vardır                               | true
            parti hücresi sekreteri        | Başkanı, Parti hücresinin sekreteridir.       | true
            bí thư chi bộ tổ trưởng        | Tổ trưởng là trưởng thôn.                     | false
            """)
    void aFactIsSaidInOtherWordsButWithItsNumbers(String fact, String reply, boolean said) {
        assertThat(new Fact(fact).isIn(reply)).isEqualTo(said);
    }

    private int ask(Library library, Path sheet) throws IOException, QuestionSheet.Unusable {
        return QuestionSheet.read(sheet)
                .ask(library, new Texts(), MARCH_2024, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path sheet(String text) throws IOException {
        return Files.writeString(folder.resolve("sheet.tsv"), text);
    }
}
