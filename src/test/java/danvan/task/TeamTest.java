package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.storage.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lead sees of the unit, the weekly digest, and the file for the phone's calendar. */
class TeamTest {
    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;
    private TaskTestBot.TestMember nam;
    private TaskTestBot.TestMember ban;
    private TaskTestBot.TestMember minh;

    @BeforeEach
    void open() {
        town = new TaskTestBot(folder, "programmes");
        town.addUnit("tinh", "tỉnh T", "");
        town.addUnit("huyen", "huyện H", "tinh");
        town.addUnit("xa-a", "xã A", "huyen");
        town.addUnit("xa-b", "xã B", "huyen");
        lan = town.addMember("Lan", Role.CADRE, "commune", VI, "xa-a");
        nam = town.addMember("Nam", Role.CADRE, "commune", VI, "xa-b");
        ban = town.addMember("Ban", Role.LEAD, "district", VI, "huyen");
        minh = town.addMember("Minh", Role.OFFICE, "province", EN, "tinh");
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theLeadSeesWhoHasAndWhoHasNotByUnitAndTakesAList() {
        town.taps(lan, TaskTestBot.button(town.reminders(lan).get(0), "Đã xong"));
        town.goesTo("2024-01-10T08:00");
        Outgoing list = town.says(ban, "/team").get(0);
        assertThat(TaskTestBot.text(list)).isEqualTo("""
                👥 Việc của đơn vị · Thứ Tư, 10/01/2024

                1. Lập kế hoạch năm
                Hạn 09/01 · ✅ 1/2 · ⚠️ quá hạn 1

                Bấm số để xem từng người.""");
        Outgoing people = message(town.taps(ban, TaskTestBot.button(list, "1")));
        assertThat(TaskTestBot.text(people)).isEqualTo("""
                Lập kế hoạch năm
                Hạn: Thứ Ba, 09/01/2024

                xã A · 1/1
                ✅ Lan

                xã B · 0/1
                ⚠️ Nam""");
        Button paste = TaskTestBot.button(people, "chưa xong");
        assertThat(TaskTestBot.text(message(town.taps(ban, paste)))).isEqualTo("""
                Chưa xong “Lập kế hoạch năm”, hạn 09/01 (1 người):
                1. Nam – xã B""");
        assertThat(town.texts(town.taps(nam, paste))).containsExactly("(toast) Chỉ phụ trách đơn vị xem được.");
        assertThat(TaskTestBot.text(town.says(nam, "/team").get(0))).startsWith("Bot chưa có lệnh");
    }

    @Test
    void theWeekIsDigestedOnceForLeadsAndOffice() {
        town.taps(lan, TaskTestBot.button(town.reminders(lan).get(0), "Đã xong"));
        town.goesTo("2024-01-15T08:00");
        town.restarts();
        assertThat(town.digests(ban)).hasSize(2);
        assertThat(TaskTestBot.text(town.digests(ban).get(1))).isEqualTo("""
                (file) tuan.png Tuần từ 15/01: việc theo đơn vị
                ✅ 1 · ⚠️ quá hạn 1 · ⬜ đang làm 0
                • Nam (xã B): 1
                Xem cả đơn vị: /donvi""");
        assertThat(town.content(town.digests(ban).get(1)))
                .contains("Bar[unit=xã B, done=0, late=1, open=0]", "Bar[unit=xã A, done=1, late=0, open=0]");
        assertThat(town.content(town.digests(minh).get(1)))
                .startsWith("Week of 15 Jan: tasks by unit")
                .contains("Bar[unit=huyện H, done=1, late=1, open=0]");
        // Tết takes the first days of its week and the whole of the week before that has no digest is none.
        town.goesTo("2024-02-16T08:00");
        assertThat(town.database()
                        .<List<String>>read(tx -> tx.list(
                                "SELECT DISTINCT week FROM task_digest ORDER BY week", row -> row.text("week"))))
                .startsWith("2024-01-08", "2024-01-15");
    }

    @Test
    void theCalendarHasStableIdsAndASecondFileUpdates() {
        Outgoing.File first = calendar(lan);
        assertThat(first.name()).isEqualTo("viec.ics");
        assertThat(first.mediaType()).as("a phone opens its calendar for it").isEqualTo("text/calendar");
        List<VEvent> events = Biweekly.parse(town.content(first)).first().getEvents();
        assertThat(events)
                .extracting(event -> event.getUid().getValue())
                .contains("2024-PLAN-2024-1@danvan-bot", "2024-QUARTERLY-2024-Q1-1@danvan-bot")
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(town.content(first)).contains("DTSTART;VALUE=DATE:20240109", "SUMMARY:Lập kế hoạch năm");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.getAlarms())
                        .extracting(alarm -> alarm.getTrigger().getDuration().toString())
                        .as("the phone reminds the morning before and on the day")
                        .containsExactly("-PT16H30M", "PT7H30M"));
        town.goesTo("2024-01-05T08:00");
        VEvent again = Biweekly.parse(town.content(calendar(lan))).first().getEvents().stream()
                .filter(event -> event.getUid().getValue().startsWith("2024-PLAN"))
                .findFirst()
                .orElseThrow();
        assertThat(again.getSequence().getValue())
                .isGreaterThan(events.get(0).getSequence().getValue());
    }

    /** By a rehearsal's clock they were years old on the day they were made, and gone at the next start. */
    @Test
    void whatWasSentIsStillThereAfterTheNightsCleaning() {
        Outgoing.File calendar = calendar(lan);
        town.goesTo("2024-01-15T08:00");
        Outgoing.File programme = town.says(minh, "/programme 2024").stream()
                .filter(Outgoing.File.class::isInstance)
                .map(Outgoing.File.class::cast)
                .findFirst()
                .orElseThrow();
        new Files(town.database(), Clock.systemUTC()).forgetExpired();
        assertThat(town.bytes(calendar)).isNotEmpty();
        assertThat(town.bytes(town.digests(ban).get(0))).isNotEmpty();
        assertThat(town.bytes(programme)).isNotEmpty();
    }

    private Outgoing.File calendar(TaskTestBot.TestMember who) {
        return town.says(who, "/calendar").stream()
                .filter(Outgoing.File.class::isInstance)
                .map(Outgoing.File.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Outgoing message(List<Outgoing> answers) {
        return answers.stream()
                .filter(Outgoing.Message.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
