package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The glossary and the units at the desk. */
class DeskGlossaryTest {
    @TempDir
    private Path data;

    private Bot bot;
    private String root;
    private Member nhan;
    private OfficePc pc;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        nhan = bot.member("Nhàn", Role.CADRE, "xa-chi-hoa", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(bot.member("Hòa", Role.OFFICE, "tinh-thai-binh", Language.VI));
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void anEntryIsPutInAndUnderstoodAtOnceAndWithdrawn() {
        nhan.says("ntc la gi");
        nhan.doesNotSee("Năm tiêu chí");
        pc.opens("desk/glossary")
                .presses(
                        "Thêm hoặc sửa",
                        "name",
                        "NTC",
                        "second",
                        "năm tiêu chí của mô hình chính quyền thân thiện",
                        "third",
                        "ntc; 5tc");
        pc.isAnswered(200).sees("1 mới, 0 đổi, 0 bỏ");
        bot.settles();
        nhan.says("ntc la gi");
        nhan.sees("Năm tiêu chí");
        pc.opens("desk/glossary?q=nam+tieu+chi+cua").sees("1 mục", "NTC", "ntc; 5tc");
        pc.follows("Sửa");
        assertThat(pc.page().select("input[name=third]").val()).isEqualTo("ntc; 5tc");
        pc.presses("Thêm hoặc sửa", "third", "ntc").sees("0 mới, 1 đổi, 0 bỏ");
        pc.opens("desk/glossary?q=nam+tieu+chi+cua+mo&kind=ABBREVIATION")
                .presses("Rút")
                .sees("0 mới, 0 đổi, 1 bỏ", "0 mục");
        bot.settles();
        nhan.says("ntc la gi");
        nhan.doesNotSee("Năm tiêu chí");
        bot.restarts();
        OfficePc admin = new OfficePc(bot, bot.app().openPage())
                .comesInAs(bot.member("Ba", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI));
        admin.opens("desk/glossary?q=nam+tieu+chi+cua+mo&kind=ABBREVIATION").sees("0 mục");
        admin.opens("desk/audit").sees("sửa bảng từ", "Hòa");
    }

    @Test
    void whatClashesOrIsNothingIsRefusedAndStays() {
        pc.opens("desk/glossary").sees("mục");
        pc.presses("Thêm hoặc sửa", "name", "ABC", "second", " ").isAnswered(422);
        assertThat(pc.page().select("input[name=name]").val()).isEqualTo("ABC");
        pc.opens("desk/glossary")
                .presses("Thêm hoặc sửa", "name", "x".repeat(3_000), "second", "y")
                .isAnswered(422);
        // Another entry's short form.
        pc.opens("desk/glossary")
                .presses("Thêm hoặc sửa", "name", "QWX", "second", "một điều", "third", "antt")
                .isAnswered(422);
        String token = pc.token();
        pc.posts("desk/glossary", "kind=NONE&name=a&second=b&csrf=" + token).isAnswered(404);
        pc.posts("desk/glossary/withdraw", "kind=TERM&name=khong-co&csrf=" + token)
                .isAnswered(409);
        pc.opens("desk/glossary?q=" + "a".repeat(7_000) + "&page=99&kind=x").isAnswered(200);
        Member auditor = bot.member("Kiểm", Role.AUDITOR, "tinh-thai-binh", Language.VI);
        OfficePc audits = new OfficePc(bot, root)
                .comesInAs(auditor)
                .opens("desk/glossary")
                .isAnswered(200);
        assertThat(audits.page().select("main form[method=post]")).isEmpty();
    }

    @Test
    void theUnitsAreATreeWithTheirMembersAndALeadSeesTheOwnPart() {
        pc.opens("desk/units").sees("xã Chí Hòa", "xa-chi-hoa", "30/6/2025");
        assertThat(pc.page().select("tr:has(#xa-chi-hoa) td.number").first().text())
                .isEqualTo("1");
        pc.opens("desk/units?q=chi+hoa");
        // With those above it, so that it has its place.
        assertThat(pc.rows()).hasSize(3);
        pc.follows("1").sees("Nhàn");
        pc.opens("desk/units?q=" + "b".repeat(7_000)).sees("Không có đơn vị nào khớp");
        Member lead = bot.member("Sáu", Role.LEAD, "huyen-hung-ha", Language.VI);
        OfficePc leads =
                new OfficePc(bot, root).comesInAs(lead).opens("desk/units").sees("xã Chí Hòa");
        leads.doesNotSee("Đông Hưng", "tỉnh Thái Bình");
    }
}
