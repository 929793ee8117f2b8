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
