package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.config.Config;
import danvan.form.Forms;
import danvan.report.dialog.DraftReminders;
import danvan.report.store.AnswerCipher;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What forms allow, what time does, and the key: one member's turns on a real database, without a channel. */
class ReportsTest {
    private static final Forms FORMS = Forms.load(Path.of("src/test/resources/scenario-forms"), problem -> {
        throw new AssertionError(problem.toString());
    });

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;

    Config.Storage storage(Path where) {
        return TestDatabase.sqlite(where);
    }

    @BeforeEach
    void open() throws IOException {
        database = Database.open(storage(folder));
        lan = new ReportConversation(database, FORMS, new StartOptions(form -> true, form -> true), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingToReportIsOneTapAndCompletesWhatWaitsForIt() {
        lan.says("/report");
        lan.taps("Báo nhanh");
        lan.taps("🟢 Không phát sinh");
        assertThat(lan.last()).contains("không phát sinh").contains("BC-2024-0001");
        assertThat(lan.submitted)
                .containsExactly(new SubmissionListener.Submitted(
                        "xa", "nhanh", "2024-01", java.time.LocalDate.of(2024, 1, 2), 1));
        lan.says("/reports");
        lan.taps("BC-2024-0001");
        assertThat(lan.last()).contains("Không phát sinh.");
    }

    @Test
    void aReportBeginsWithTheAnswersOfTheLastOneButNotItsDate() {
        lan.says("/report");
        lan.taps("Báo nhanh");
        lan.taps("Thôn 5");
        lan.taps("Hôm nay");
        lan.taps("✅ Gửi báo cáo");
        lan.now = lan.now.plus(Duration.ofDays(30));
        lan.says("/report");
        lan.taps("Báo nhanh");
        lan.taps("📄 Như kỳ trước");
        assertThat(lan.last()).contains("Ngày nào?").doesNotContain("Đang ghi");
        lan.taps("Hôm qua");
        assertThat(lan.last()).contains("Thôn nào? Thôn 5").contains("31/01/2024");
        lan.taps("✅ Gửi báo cáo");
        assertThat(lan.last()).contains("BC-2024-0002");
        assertThat(lan.submitted)
                .extracting(SubmissionListener.Submitted::period)
                .containsExactly("2024-01", "2024-02");
    }

    @Test
    void aDraftIsRemindedOfOnceHoweverOftenAndByWhomeverItIsTried() {
        lan.says("/report");
        lan.taps("Báo nhanh");
        assertThat(lan.reports.drafts().remind(lan.now.plus(Duration.ofHours(23))))
                .isZero();
        Instant later = lan.now.plus(Duration.ofHours(25));
        assertThat(lan.reports.drafts().remind(later)).isOne();
        assertThat(lan.reports.drafts().remind(later)).isZero();
        assertThat(lan.posted).hasSize(1);
    }

    @Test
    void aDraftGoesNotBeforeItsWriterWasToldOnce() {
        lan.says("/report").taps("Báo nhanh");
        DraftReminders drafts = lan.reports.drafts();
        assertThat(drafts.warn(lan.now.plus(Duration.ofDays(12)))).isZero();
        // The bot was away when the day came: told late, the writer has still half a day.
        Instant late = lan.now.plus(Duration.ofDays(14).plusHours(3));
        assertThat(drafts.expire(late)).isZero();
        assertThat(drafts.warn(late)).isOne();
        assertThat(drafts.warn(late)).isZero();
        assertThat(drafts.remind(late)).as("no second word about the same").isZero();
        assertThat(lan.posted)
                .singleElement()
                .extracting(Outgoing::toString)
                .asString()
                .contains("sẽ tự xóa vào ngày mai");
        assertThat(drafts.expire(late)).isZero();
        assertThat(drafts.expire(late.plus(Duration.ofHours(13)))).isOne();
    }

    @Test
    void aDraftWhoseWriterGoesOnIsSafeAgain() {
        lan.says("/report").taps("Báo nhanh");
        lan.now = lan.now.plus(Duration.ofDays(13).plusHours(1));
        assertThat(lan.reports.drafts().warn(lan.now)).isOne();
        lan.taps("Thôn 5");
        assertThat(lan.reports.drafts().expire(lan.now.plus(Duration.ofDays(2))))
                .isZero();
    }

    @Test
    void aReportGoesWhenItsTimeIsOver() {
        lan.says("/report");
        lan.taps("Báo nhanh");
        lan.taps("🟢 Không phát sinh");
        assertThat(lan.reports.retention().deleteReports(lan.now.plus(Duration.ofDays(3_600)), ReportConversation.ZONE))
                .isZero();
        assertThat(lan.reports.retention().deleteReports(lan.now.plus(Duration.ofDays(3_700)), ReportConversation.ZONE))
                .isOne();
        assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM report_event")))
                .isZero();
    }

    @Test
    void theKeyIsTheBotsAloneAndOpensOnlyItsOwnSeals() throws IOException {
        Path file = folder.resolve("report.key");
        assertThat(PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String sealed = AnswerCipher.in(file).seal("0912 345 678");
        assertThat(sealed).doesNotContain("0912");
        assertThat(AnswerCipher.in(file).open(sealed)).contains("0912 345 678");
        AnswerCipher other = AnswerCipher.in(folder.resolve("other.key"));
        assertThat(other.open(sealed)).isEmpty();
    }
}
