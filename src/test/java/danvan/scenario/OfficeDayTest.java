package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of the office: twelve reports have come in, three are returned, the missing are reminded, the month's Word leaves. */
class OfficeDayTest {
    private static final List<String> COMMUNES = List.of("xa-tien-duc", "xa-chi-hoa", "xa-vu-ninh");

    @TempDir
    private Path data;

    private static void sends(Member reporter, String village) {
        reporter.says("/baocao");
        reporter.taps("Báo nhanh");
        reporter.taps(village);
        if (village.equals("Thôn 5")) {
            reporter.taps("Hôm nay");
        }
        reporter.taps("✅ Gửi báo cáo");
    }

    @Test
    void fromTheFirstCountToTheFileThatLeaves() {
        try (Bot bot = Bot.withPages(data, Clock.systemUTC(), Map.of())) {
            String root = bot.app().openPage();
            List<Member> reporters = new ArrayList<>();
            COMMUNES.forEach(
                    commune -> reporters.add(bot.member("Cán bộ " + commune, Role.CADRE, commune, Language.VI)));
            Member late = bot.member("Người chưa gửi", Role.CADRE, "xa-van-truong", Language.VI);
            Member hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
            for (int i = 0; i < 12; i++) {
                sends(reporters.get(i % 3), i < 3 ? "Thôn 5" : "Thôn 2");
            }
            OfficePc pc = new OfficePc(bot, root).comesInAs(hoa);
            pc.opens("desk").sees("12 chờ xử lý").follows("chờ xử lý").sees("12 báo cáo");

            // Three are wrong: each is opened from the list, and the next one follows by itself.
            pc.opens("desk/reports?state=RECEIVED&q=%22thon+5%22&sort=receipt&up=on")
                    .sees("3 báo cáo")
                    .follows("BC-2024-0001");
            for (int i = 1; i <= 3; i++) {
                pc.presses("Trả lại", "words", "Nhầm thôn, xin xem lại").sees("BC-2024-000" + i);
            }
            reporters.forEach(reporter -> reporter.sees("Nhầm thôn, xin xem lại"));
            pc.opens("desk").sees("3 đã trả lại, chưa sửa", "9 chờ xử lý");

            // What is right is dealt with in one go.
            pc.opens("desk/reports?state=RECEIVED")
                    .presses("Đã giải quyết", "which", "all")
                    .sees("Đã giải quyết 9 báo cáo");
            // One has corrected it by noon.
            Member first = reporters.get(0);
            first.taps("✏️ Sửa báo cáo");
            first.taps("✏️ Sửa");
            first.taps("Thôn nào?");
            first.taps("Thôn 2");
            first.taps("✅ Gửi báo cáo");
            pc.opens("desk").sees("2 đã trả lại, chưa sửa", "1 chờ xử lý");

            // The month is over: who has not sent anything is reminded, who has is not.
            bot.clockAdvances(Duration.ofDays(31));
            pc.opens("desk/coverage/missing?form=nhanh&period=2024-01").sees("Người chưa gửi");
            assertThat(pc.text()).doesNotContain("Cán bộ xa-");
            pc.presses("Nhắc ").sees("Đã nhắc");
            late.sees("🔔 Hoa nhắc: đơn vị của đồng chí chưa gửi «Báo nhanh» kỳ 1/2024");
            assertThat(first.countOf("🔔 Hoa nhắc")).isZero();

            // And the month's figures leave as a Word file.
            pc.opens("desk/figures?form=nhanh&period=2024-01");
            assertThat(pc.rows()).anyMatch(row -> row.startsWith("Số báo cáo | 12 |"));
            pc.presses("Lập báo cáo Word");
            bot.settles();
            pc.opens("desk/files").follows(".docx").isAnswered(200);
            assertThat(pc.bytes()).startsWith('P', 'K');
            pc.opens("desk/audit")
                    .sees("trả lại báo cáo", "giải quyết báo cáo", "nhắc đơn vị chưa báo cáo", "lập báo cáo kỳ");
        }
    }
}
