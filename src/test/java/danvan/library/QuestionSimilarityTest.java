package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a question was answered before: the same in other spelling or order, yes; another level or number, no. */
class QuestionSimilarityTest {
    private static LibraryFixture starter;

    @BeforeAll
    static void open() {
        starter = LibraryFixture.starter();
    }

    @AfterAll
    static void close() {
        starter.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ủy ban huyện mở cửa thư viện lưu động ngày nào | Ủy ban huyện mở cửa thư viện lưu động ngày nào
            Ủy ban huyện mở cửa thư viện lưu động ngày nào | uy ban huyen mo cua thu vien luu dong ngay nao
            Ủy ban huyện mở cửa thư viện lưu động ngày nào | thu vien luu dong cua uy ban huyen mo cua ngay nao
            Ủy ban huyện mở cửa thư viện lưu động ngày nào | cho em hỏi thư viện lưu động của ủy ban huyện mở cửa ngày mấy ạ
            phụ cấp của trưởng khối dân vận xã là bao nhiêu | phu cap truong khoi dan van xa bao nhieu
            """)
    void theSameQuestion(String before, String now) {
        QuestionSimilarity likeness = compare(before, "Sáng thứ Bảy.", now);
        assertThat(likeness.saysAll()).as(likeness.toString()).isTrue();
        assertThat(likeness.similarity()).isGreaterThanOrEqualTo(0.7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phụ cấp của trưởng khối dân vận xã là bao nhiêu | phụ cấp của trưởng ban dân vận huyện là bao nhiêu
            phụ cấp của trưởng khối dân vận xã là bao nhiêu | phụ cấp của trưởng khối dân vận xã năm 2025 là bao nhiêu
            phụ cấp của trưởng khối dân vận xã là bao nhiêu | tổ dân vận thôn gồm những ai
            phụ cấp của trưởng khối dân vận xã là bao nhiêu | What is the allowance of the head?
            """)
    void anotherQuestion(String before, String now) {
        QuestionSimilarity likeness = compare(before, "Theo nghị quyết của tỉnh.", now);
        assertThat(likeness.saysAll() && likeness.similarity() >= 0.7)
                .as(likeness.toString())
                .isFalse();
    }

    private static QuestionSimilarity compare(String before, String answer, String now) {
        return starter.library
                .compare(
                        new Question(now, "vi", LibraryFixture.SPRING_2024),
                        List.of(new AnsweredQuestion("vi", before, answer)))
                .get(0);
    }
}
