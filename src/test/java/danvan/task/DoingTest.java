package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Done with evidence, more time, not applicable, and who is told of what is late. Today is Tuesday 2 January 2024. */
class DoingTest {
    static final String PROGRAMME = """
            year: 2024
            name: {vi: "Thử"}
            tasks:
              - id: TEXT
                title: {vi: "Ghi kết quả", en: "Write it up"}
                text: {vi: "Ghi vài dòng."}
                status: proposed
                due: 2024-01-09
                audience: {under: [huyen], roles: [cadre]}
                lead_days: [7, 1, 0]
                evidence: text
                escalate_after: 2
              - id: PHOTO
                title: {vi: "Chụp ảnh", en: "Take a picture"}
                text: {vi: "Chụp."}
                status: proposed
                due: 2024-01-09
                audience: {level: commune, roles: [cadre], units: [xa]}
                lead_days: [7]
                evidence: photo
              - id: FORM
                title: {vi: "Báo cáo tháng", en: "Monthly report"}
                text: {vi: "Gửi báo cáo."}
                status: proposed
                every: {monthly: last-working}
                audience: {level: commune, roles: [cadre]}
                lead_days: [3]
                evidence: form
                form: f2
                owner: {unit: huyen}
            """;

    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;
    private TaskTestBot.TestMember hoa;
    private TaskTestBot.TestMember ban;
    private TaskTestBot.TestMember minh;

    @BeforeEach
    void open() {
        town = TaskTestBot.of(
                folder,
                PROGRAMME
                        .replace("proposed", "news")
                        .replace("status: news", "source: {document: d, passage: p}\n    status: news"));
        town.addUnit("tinh", "tỉnh T", "");
        town.addUnit("huyen", "huyện H", "tinh");
        town.addUnit("xa", "xã X", "huyen");
        lan = town.addMember("Lan", Role.CADRE, "commune", VI, "xa");
        hoa = town.addMember("Hoa", Role.LEAD, "commune", EN, "xa");
        ban = town.addMember("Ban", Role.LEAD, "district", VI, "huyen");
        minh = town.addMember("Minh", Role.OFFICE, "province", VI, "tinh");
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void severalThatFallTogetherAreOneMessageWithANumberEach() {
        assertThat(town.texts(town.reminders(lan))).containsExactly("""
                🔔 Có 2 việc cần nhắc

                1. Chụp ảnh
                Hạn: Thứ Ba, 09/01/2024 (còn 7 ngày)

                2. Ghi kết quả
                Hạn: Thứ Ba, 09/01/2024 (còn 7 ngày)

                Bấm số để xem chi tiết hoặc đánh dấu đã xong.""");
        assertThat(town.ledger()).hasSize(2);
        assertThat(TaskTestBot.text(
                        town.taps(lan, TaskTestBot.button(town.reminders(lan).get(0), "1"))
                                .get(1)))
                .startsWith("Chụp ảnh");
    }

    @Test
    void textIsAskedForAndEndsTheReminders() {
        List<Outgoing> asked = tap(lan, "TEXT:2024", "d");
        assertThat(last(asked)).contains("Xin ghi vài dòng về kết quả việc Ghi kết quả");
        town.restarts();
        assertThat(last(town.says(lan, "Đã họp ba thôn, 120 người dự.")))
                .contains("✅ Đã xong lúc 07:30, Thứ Ba 02/01/2024.\nĐã họp ba thôn, 120 người dự.");
        town.goesTo("2024-01-20T12:00");
        assertThat(town.ledger())
                .filteredOn(entry -> entry.task().equals("2024/TEXT"))
                .hasSize(1);
        assertThat(last(town.says(lan, "chào"))).doesNotContain("Đã xong");
    }

    @Test
    void cancelChangesNothing() {
        tap(lan, "TEXT:2024", "d");
        assertThat(last(town.says(lan, "/cancel"))).startsWith("Đã dừng");
        assertThat(done()).isZero();
    }

    @Test
    void aPhotoIsKept() {
        tap(lan, "PHOTO:2024", "d");
        assertThat(last(town.says(lan, "xong rồi"))).startsWith("Chỗ này cần một ảnh");
        assertThat(last(town.sends(lan, file("application/pdf", Incoming.Medium.DOCUMENT))))
                .startsWith("Chỗ này");
        assertThat(last(town.sends(lan, file("image/jpeg", Incoming.Medium.PICTURE))))
                .contains("✅ Đã xong", "Cuộc họp");
        String kept = town.database()
                .read(tx -> tx.one("SELECT file FROM task_done", row -> row.text("file")))
                .orElseThrow();
        assertThat(town.database()
                        .<Long>read(tx ->
                                tx.count("SELECT COUNT(*) AS n FROM file WHERE id = ? AND keep_until IS NULL", kept)))
                .isOne();
    }

    /** As phones send it that are told to keep the picture's full size. */
    @Test
    void aPhotoThatWasSentAsAFileIsAPhoto() {
        tap(lan, "PHOTO:2024", "d");
        assertThat(last(town.sends(lan, file("image/heic", Incoming.Medium.DOCUMENT))))
                .contains("✅ Đã xong", "Cuộc họp");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNothingIsLost() {
        tap(lan, "PHOTO:2024", "d");
        town.sent = new byte[(1 << 20) + 1];
        assertThat(last(town.sends(lan, file("image/jpeg", Incoming.Medium.PICTURE))))
                .startsWith("Tệp quá lớn");
        town.sent = new byte[] {1};
        assertThat(last(town.sends(lan, file("image/jpeg", Incoming.Medium.PICTURE))))
                .contains("✅ Đã xong");
    }

    @Test
    void aReportOfTheFormIsItsEvidence() {
        List<Outgoing> answer = tap(lan, "FORM:2024-01", "d");
        assertThat(TaskTestBot.button(answer.get(answer.size() - 1), "Mẫu f2").action())
                .isEqualTo("report:f:f2");
        assertThat(done()).isZero();
        assertThat(town.reports(lan, "f9")).isEmpty();
        assertThat(town.reports(lan, "f2")).extracting(title -> title.in(VI)).containsExactly("Báo cáo tháng");
        assertThat(periods()).containsExactly("2024-01");
        town.goesTo("2024-02-02T08:00");
        assertThat(town.ledger()).noneMatch(entry -> entry.task().equals("2024/FORM"));
        // A second report before the next month's reminders is none of the next month's.
        town.goesTo("2024-03-04T08:00");
        town.reports(lan, "f2");
        assertThat(periods()).containsExactlyInAnyOrder("2024-01", "2024-02");
    }

    @Test
    void notApplicableWantsAReasonAndEndsTheReminders() {
        tap(lan, "TEXT:2024", "n");
        assertThat(last(town.says(lan, "Xã không có thôn nào"))).contains("🚫 Không áp dụng", "Xã không có thôn nào");
        town.goesTo("2024-01-20T12:00");
        assertThat(town.ledger())
                .filteredOn(entry -> entry.task().equals("2024/TEXT"))
                .hasSize(1);
    }

    /** The evidence was asked for and kept, and nobody could look at it; what does not apply looked done. */
    @Test
    void theLeadSeesWhatWasDoneAndWhyItDoesNotApply() {
        tap(lan, "PHOTO:2024", "d");
        town.sends(lan, file("image/jpeg", Incoming.Medium.PICTURE));
        tap(lan, "TEXT:2024", "n");
        town.says(lan, "Xã không có <thôn> nào");
        Outgoing list = town.says(hoa, "/team").get(0);
        assertThat(TaskTestBot.text(list)).contains("Due 9 Jan · ✅ 1/1", "Due 9 Jan · ✅ 0/1 · 🚫 1");
        Outgoing photo = message(town.taps(hoa, TaskTestBot.button(list, "2")));
        assertThat(TaskTestBot.text(photo)).contains("✅ Lan");
        town.restarts();
        List<Outgoing> shown = town.taps(hoa, TaskTestBot.button(photo, "Results and reasons"));
        assertThat(TaskTestBot.text(shown.get(1))).isEqualTo("""
                Take a picture

                ✅ Lan · 07:30, Tuesday 2 January 2024
                Cuộc họp
                📎 a""");
        assertThat(shown.get(2)).isInstanceOfSatisfying(Outgoing.File.class, file -> {
            assertThat(file.mediaType()).isEqualTo("image/jpeg");
            assertThat(file.caption()).isEqualTo("Lan");
            assertThat(town.bytes(file)).containsExactly(town.sent);
        });
        Outgoing text = message(town.taps(hoa, TaskTestBot.button(list, "1")));
        assertThat(TaskTestBot.text(text)).contains("🚫 Lan");
        assertThat(last(town.taps(hoa, TaskTestBot.button(text, "Results and reasons"))))
                .contains("🚫 Lan · ", "Xã không có <thôn> nào");
        assertThat(last(town.says(lan, "/tasks"))).contains("🚫 Ghi kết quả", "✅ Chụp ảnh");
    }

    /** A thumb on a phone: what was marked by mistake stayed marked for ever, and its reminders were over. */
    @Test
    void whatWasMarkedByMistakeIsOpenAgainAndRemindersGoOn() {
        tap(lan, "TEXT:2024", "d");
        Outgoing card = message(town.says(lan, "Nhầm rồi"));
        town.restarts();
        Button back = TaskTestBot.button(card, "Chưa xong");
        assertThat(town.texts(town.taps(lan, back))).last().isEqualTo("""
                        (edit) Ghi kết quả
                        Hạn: Thứ Ba, 09/01/2024 (còn 7 ngày)
                        ↩️ Đã bỏ đánh dấu; việc này trở lại danh sách chưa xong.""");
        assertThat(done()).isZero();
        assertThat(last(town.taps(lan, back))).startsWith("Việc này chưa đánh dấu xong");
        town.goesTo("2024-01-20T12:00");
        assertThat(town.ledger())
                .filteredOn(
                        entry -> entry.task().equals("2024/TEXT") && entry.who().equals("Lan"))
                .extracting(TaskTestBot.Entry::lead)
                .containsExactly(7, 1, 0, -1, -2);
        tap(lan, "FORM:2024-01", "d");
        town.reports(lan, "f2");
        assertThat(TaskTestBot.buttons(message(tap(lan, "FORM:2024-01", "i")))).isEmpty();
    }

    @Test
    void moreTimeIsAskedOfTheLeadWhoGrantsIt() {
        List<Outgoing> when = tap(lan, "TEXT:2024", "x");
        Button day = TaskTestBot.buttons(when.get(when.size() - 1)).get(1);
        assertThat(day.label()).isEqualTo("16/01");
        assertThat(last(town.taps(lan, day))).startsWith("Lùi đến Thứ Ba, 16/01/2024. Lý do?");
        assertThat(last(town.says(lan, "Chờ số liệu"))).startsWith("Đã gửi đề nghị tới Hoa");
        Outgoing request = town.reminders(hoa).get(0);
        assertThat(TaskTestBot.text(request)).isEqualTo("""
                ⏳ Lan (xã X) requests an extension
                Write it up
                Due: Tuesday, 9 January 2024
                Requested: Tuesday, 16 January 2024
                Reason: Chờ số liệu""");
        assertThat(town.texts(town.taps(lan, TaskTestBot.button(request, "Approve"))))
                .contains("Việc này không còn trong chương trình. Gõ /nhiemvu để xem việc hiện nay.");
        assertThat(town.texts(town.taps(hoa, TaskTestBot.button(request, "Approve"))))
                .anyMatch(text -> text.contains("✅ Approved: Write it up, until Tuesday, 16 January 2024."));
        assertThat(town.texts(town.taps(ban, TaskTestBot.button(request, "Decline"))))
                .contains("Đề nghị này đã được đồng ý rồi.");
        assertThat(town.texts(town.reminders(lan)))
                .last()
                .isEqualTo("✅ Hoa đồng ý gia hạn việc Ghi kết quả đến Thứ Ba, 16/01/2024.");
        town.goesTo("2024-01-30T12:00");
        assertThat(town.ledger())
                .filteredOn(entry -> entry.task().equals("2024/TEXT"))
                .extracting(entry -> entry.day() + " " + entry.due() + " " + entry.lead())
                .containsExactly(
                        "2024-01-02 2024-01-09 7",
                        "2024-01-09 2024-01-16 7",
                        "2024-01-15 2024-01-16 1",
                        "2024-01-16 2024-01-16 0",
                        "2024-01-18 2024-01-16 -1",
                        "2024-01-22 2024-01-16 -2");
    }

    @Test
    void aLeadMayGrantAnotherDayOrRefuseWithAReason() {
        Outgoing request = asks("31/1", "Chờ số liệu");
        town.taps(hoa, TaskTestBot.button(request, "Another day"));
        assertThat(last(town.says(hoa, "soon"))).contains("did not understand the day “soon”");
        assertThat(last(town.says(hoa, "8/1/2024"))).contains("is not possible").contains("Monday, 8 January 2024");
        town.says(hoa, "12/1 không muộn hơn");
        assertThat(town.texts(town.reminders(lan)))
                .last()
                .isEqualTo("✅ Hoa đồng ý gia hạn việc Ghi kết quả đến Thứ Sáu, 12/01/2024.\nkhông muộn hơn");
        Outgoing second = asks("20/1", "Vẫn chờ");
        town.taps(hoa, TaskTestBot.button(second, "Decline"));
        town.says(hoa, "Đủ rồi");
        assertThat(town.texts(town.reminders(lan)))
                .last()
                .isEqualTo("✖️ Hoa chưa đồng ý gia hạn việc Ghi kết quả. Hạn vẫn là Thứ Sáu, 12/01/2024.\nĐủ rồi");
    }

    @Test
    void theLeadHearsOnceAndThenTheLevelAbove() {
        town.goesTo("2024-01-11T08:00");
        assertThat(town.texts(town.reminders(hoa))).containsExactly("""
                📣 Overdue and not done

                Write it up
                Due Tuesday, 9 January 2024 · 1 person has not finished:
                • Lan (xã X)

                The whole unit: /team""");
        town.restarts();
        town.goesTo("2024-01-15T08:00");
        assertThat(town.texts(town.reminders(ban))).singleElement().asString().contains("• Lan (xã X)");
        town.goesTo("2024-01-25T08:00");
        assertThat(town.texts(town.reminders(hoa)))
                .filteredOn(text -> text.contains("Overdue and"))
                .hasSize(1);
    }

    @Test
    void nobodyHearsOfWhoHasFinished() {
        tap(lan, "TEXT:2024", "d");
        town.says(lan, "Xong");
        town.goesTo("2024-01-30T08:00");
        assertThat(town.reminders(hoa)).isEmpty();
        assertThat(town.reminders(ban)).isEmpty();
    }

    @Test
    void whoChangesUnitIsRemindedWhereTheUnitFits() {
        town.moves(lan, "commune", "xa-khac");
        town.goesTo("2024-01-09T12:00");
        assertThat(town.ledger()).extracting(TaskTestBot.Entry::lead).containsOnly(7);
    }

    @Test
    void theOfficeHearsOnceOfAStandstillThatWasTooLong() {
        town.goesTo("2024-01-07T12:00");
        town.restartsAfter(Duration.ofDays(5));
        assertThat(town.texts(town.reminders(minh))).singleElement().asString().isEqualTo("""
                ⚠️ Bot tạm ngừng quá lâu: lời nhắc của 1 việc trong khoảng 07:30, Thứ Hai 08/01/2024 đến 07:30, Thứ Ba 09/01/2024 đã không gửi.
                • Ghi kết quả – hạn Thứ Ba, 09/01/2024
                Đề nghị văn phòng nhắc trực tiếp nếu cần.""");
        town.restarts();
        assertThat(town.reminders(minh)).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackRepeatsNothing() {
        town.goesTo("2024-01-08T12:00");
        assertThat(town.ledger()).filteredOn(entry -> entry.lead() == 1).hasSize(1);
        town.restartsAfter(Duration.ofDays(-2));
        assertThat(LocalDate.ofInstant(town.clock().instant(), TaskTestBot.ZONE))
                .isEqualTo(LocalDate.of(2024, 1, 6));
        town.goesTo("2024-01-09T12:00");
        assertThat(town.ledger()).filteredOn(entry -> entry.lead() == 1).hasSize(1);
        assertThat(town.ledger()).filteredOn(entry -> entry.lead() == 0).hasSize(1);
    }

    private Outgoing asks(String day, String reason) {
        tap(lan, "TEXT:2024", "x");
        town.says(lan, day);
        town.says(lan, reason);
        List<Outgoing> all = town.reminders(hoa);
        return all.get(all.size() - 1);
    }

    private List<Outgoing> tap(TaskTestBot.TestMember who, String what, String act) {
        return town.taps(who, new Button("x", "task:" + act + ":2024/" + what));
    }

    private long done() {
        return town.database().read(tx -> tx.count("SELECT COUNT(*) AS n FROM task_done"));
    }

    private List<String> periods() {
        return town.database().read(tx -> tx.list("SELECT period FROM task_done", row -> row.text("period")));
    }

    private static String last(List<Outgoing> answers) {
        return TaskTestBot.text(message(answers));
    }

    private static Outgoing message(List<Outgoing> answers) {
        return answers.get(answers.size() - 1);
    }

    private static Incoming file(String type, Incoming.Medium medium) {
        return new Incoming.File(medium, "ref", "a", type, 3, "Cuộc họp", "");
    }
}
