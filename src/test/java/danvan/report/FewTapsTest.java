package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a thumb comes down for the monthly report: a button, or "send" behind what was typed. */
class FewTapsTest {
    private static final Forms FORMS = Forms.load(Path.of("knowledge-base/forms"), problem -> {
        throw new AssertionError(problem.toString());
    });

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;
    private int taps;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(TestDatabase.sqlite(folder));
        lan = new ReportConversation(
                database,
                FORMS,
                new StartOptions(form -> form.allows("nil_report"), form -> form.allows("as_last")),
                folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** It was eleven: how to begin was a question of its own. */
    @Test
    void aMonthInWhichAllIsNormalIsNineTaps() {
        usualMonth();
        assertThat(lan.last()).contains("BC-2024-0001");
        assertThat(taps).isEqualTo(9);
    }

    @Test
    void aMonthLikeTheLastIsFour() {
        usualMonth();
        lan.now = lan.now.plus(Duration.ofDays(31));
        taps = 0;
        says("/report");
        taps("Phản ánh nhanh của tổ dân vận", "📄 Như kỳ trước", "✅ Gửi báo cáo");
        assertThat(lan.last()).contains("BC-2024-0002");
        assertThat(taps).isEqualTo(4);
        assertThat(lan.says("/report").buttons())
                .as("no draft of the two is left over")
                .noneMatch(label -> label.contains("Phản ánh nhanh của tổ dân vận ("));
        assertThat(lan.store.drafts().of(1)).isEmpty();
    }

    @Test
    void nothingToReportIsThreeAndItsReceiptSaysHowToTakeItBack() {
        says("/report");
        taps("Phản ánh nhanh của tổ dân vận", "🟢 Không phát sinh");
        assertThat(taps).isEqualTo(3);
        assertThat(lan.last()).contains("BC-2024-0001", "Bấm nhầm?");
        assertThat(lan.store.drafts().of(1)).isEmpty();
        taps("📄 Xem báo cáo", "🗑 Thu hồi", "🗑 Thu hồi báo cáo");
        assertThat(lan.last()).contains("Đã thu hồi BC-2024-0001");
    }

    /** Whoever has begun to answer must not lose it to an older button. */
    @Test
    void theOtherWaysToBeginEndWithTheFirstAnswer() {
        says("/report");
        taps("Phản ánh nhanh của tổ dân vận", "Ổn định", "🟢 Không phát sinh");
        assertThat(lan.last()).contains("Số buổi tuyên truyền?");
        assertThat(lan.store.drafts().of(1)).hasSize(1);
    }

    /** Four answers in a row were given as in every such meeting before; the plan and the days are new. */
    @Test
    void aDialogueMeetingAsTheLastIsThreeTapsLess() {
        meeting("Kế hoạch 1");
        taps("Toàn xã", "Trực tiếp", "Bí thư");
        says("45");
        opinions(1);
        int first = taps;
        lan.now = lan.now.plus(Duration.ofDays(31));
        taps = 0;
        meeting("Kế hoạch 2");
        assertThat(lan.last()).contains("(BC-2024-0001): Phạm vi: Toàn xã; Hình thức: Trực tiếp; Ai chủ trì: Bí thư;");
        taps("🕘 Lấy 4 câu này như kỳ trước");
        opinions(1);
        assertThat(lan.last()).contains("BC-2024-0002");
        assertThat(first - taps).isEqualTo(3);
    }

    /** Sixteen opinions were sixteen times five answers and a tap: 89 questions and 105 touches in all. */
    @Test
    void anOpinionOfADialogueMeetingIsOneMessageAndOneTap() {
        meeting("Kế hoạch 1");
        taps("Toàn xã", "Trực tiếp", "Bí thư");
        says("45");
        opinions(16);
        assertThat(lan.last()).contains("BC-2024-0001");
        assertThat(taps).isEqualTo(10 + 2 * 16 + 2);
    }

    /** Words may hold semicolons; only what answers every question of the opinion is a line of answers. */
    @Test
    void anOpinionWithSemicolonsIsAnOpinion() {
        meeting("Kế hoạch 1");
        taps("Toàn xã", "Trực tiếp", "Bí thư");
        says("45");
        says("Đường hỏng; cầu hỏng; mương hỏng; đèn hỏng");
        assertThat(lan.last()).contains("Lĩnh vực?");
        taps("⬅️ Lùi");
        assertThat(lan.last()).contains("Đang ghi: Đường hỏng; cầu hỏng; mương hỏng; đèn hỏng");
    }

    /** What is not answered at once has a day until which it is; it is asked for behind the line that lacks it. */
    @Test
    void anOpinionThatStaysOpenHasItsDayInTheLineOrIsAskedForIt() {
        meeting("Kế hoạch 1");
        taps("Toàn xã", "Trực tiếp", "Bí thư");
        says("45");
        says("Đường hỏng; Đường, điện, nước; UBND xã; còn lại; 20/1/2024");
        assertThat(lan.last()).contains("Ý kiến: đã ghi 1");
        taps("Có");
        says("Cầu hỏng; Đường, điện, nước; UBND xã; còn lại");
        assertThat(lan.last()).contains("Hạn trả lời?");
    }

    private void meeting(String plan) {
        says("/report");
        taps("Hội nghị đối thoại", "Chính quyền cấp xã");
        says(plan);
        taps("Hôm qua", "Hôm nay");
    }

    private void opinions(int count) {
        for (int i = 1; i <= count; i++) {
            assertThat(lan.last()).contains("Nội dung ý kiến?", "cách nhau bằng dấu chấm phẩy");
            says("Đường thôn " + i + " hỏng; Đường, điện, nước; UBND xã; trả lời tại chỗ");
            taps(i < count ? "Có" : "Không");
        }
        taps("⏭ Bỏ qua", "✅ Gửi báo cáo");
    }

    private void usualMonth() {
        says("/report");
        taps("Phản ánh nhanh của tổ dân vận", "Ổn định");
        says("2");
        says("120");
        says("0");
        taps("Đúng tiến độ", "Không", "✅ Gửi báo cáo");
    }

    private void says(String words) {
        lan.says(words);
        taps++;
    }

    private void taps(String... labels) {
        lan.taps(labels);
        taps += labels.length;
    }
}
