package danvan.ask;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.ask.Topics.Topic;
import danvan.library.Finding;
import danvan.library.Library;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Talk over what the bot ships with, message after message. */
class StarterTalkTest {
    private static Library starter;

    @BeforeAll
    static void open() {
        starter = Library.open(Path.of("knowledge-base"), problem -> {});
    }

    @AfterAll
    static void close() {
        starter.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ddeef an 08 laf gif                                     | da08-ban-hanh
            bis thuw ddangr uyr xax tieeps daan maays ngayf 1 thangs | qdi11-cap-xa
            huwowng uwowcs nieem yeets maays ngayf                  | nd61-niem-yet
            toor daan vaanj thoon goomf nhuwngx ai                  | tdv-thanh-phan
            khieeus naij vowis toos caos khacs nhau choox naof      | kn-phan-biet-tc
            """)
    void aQuestionOfSlippedTelexIsAnsweredInVietnamese(String typed, String passage) {
        assertThat(answers(typed)).containsExactly(passage);
        assertThat(says(typed, "").get(0).finding().questionLanguage()).isEqualTo("vi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bí thư đảng ủy xã tiếp dân mấy ngày một tháng | còn cấp huyện?      | qdi11-cap-tinh-huyen
            bi thu dang uy xa tiep dan may ngay 1 thang   | con cap huyn        | qdi11-cap-tinh-huyen
            bí thư đảng ủy xã tiếp dân mấy ngày một tháng | conf caaps huyeenj  | qdi11-cap-tinh-huyen
            khiếu nại lần đầu giải quyết bao lâu          | phức tạp thì sao    | kn-lan-dau
            khiếu nại lần đầu giải quyết bao lâu          | lần hai thì sao     | kn-lan-hai
            điều 15 luật dccs                             | điều 25?            | dccs-dieu-25
            điều 15 khoản 2 luật dccs                     | khoản 3 thì sao     | dccs-dieu-15
            """)
    void aFollowUpIsAnsweredOnWhatItAdds(String before, String message, String passage) {
        assertThat(answers(message, before)).containsExactly(passage);
    }

    /** Each got the answer to the question before it once more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dieu 37 luat kn                                   | điều 99 luật dccs
            komün başkanı haftada kaç gün vatandaş kabul eder | köy ekibi üyesi maaşı
            tổ dân vận thôn gồm ai                            | lương bao nhiêu
            tổ dân vận thôn gồm ai                            | còn lương thì sao
            chủ tịch xã tuần tiếp dân mấy ngày                | giá vàng hôm nay
            chủ tịch xã tuần tiếp dân mấy ngày                | 📞❓❓🙏
            chủ tịch xã tuần tiếp dân mấy ngày                | .*[a-z]+$^{3}
            """)
    void wordsThatAddSomethingElseDoNotGetTheSameAnswerAgain(String before, String message) {
        assertThat(answers(message, before)).containsExactly("nothing");
    }

    @Test
    void twoQuestionsOfSlippedTelexAreTwo() {
        assertThat(answers("toor daan vaanj goomf ai? ddeef ans 08 ban hanhf ngayf naof?"))
                .containsExactly("tdv-thanh-phan", "da08-ban-hanh");
    }

    private static List<String> answers(String message) {
        return answers(message, "");
    }

    private static List<String> answers(String message, String before) {
        return says(message, before).stream()
                .map(looked -> looked.finding() instanceof Finding.Found found
                        ? found.best().passage().id()
                        : "nothing")
                .toList();
    }

    private static List<Search.Looked> says(String message, String before) {
        Topic topic = before.isEmpty() ? new Topic(Optional.empty(), Optional.empty()) : Topic.of(before);
        return new Search(
                        starter,
                        (question, library) -> Optional.empty(),
                        (question, library) -> Optional.empty(),
                        "vi",
                        LocalDate.of(2024, 3, 1))
                .message(message, topic);
    }
}
