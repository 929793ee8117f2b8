package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads and the office see who belongs where, and put it right. */
class MembersByChatTest {
    private static final String OWN = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path data;

    private Bot bot;
    private Member hoa;
    private Member minh;
    private Member nam;

    @BeforeEach
    void opens() {
        bot = new Bot(data, false, Pace.unlimited(), Map.of("DANVAN_WEB_PORT", "0"));
        hoa = bot.member("Trần Thị Hòa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        minh = bot.member("Lê Minh Đức", Role.LEAD, "xa-tien-duc", Language.VI);
        nam = bot.member("Vũ Văn Nam", Role.CADRE, "xa-tien-duc", Language.EN);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void theOfficeMovesAMemberWhoIsToldAndIsTheOldLeadsNoMore() {
        hoa.says("/canbo vu van nam");
        hoa.taps("Vũ Văn Nam · Cán bộ · xã Tiến Đức");
        hoa.sees("Vũ Văn Nam · Cán bộ\nxã Tiến Đức\nTham gia từ 02/01/2024", "🔀 Đổi đơn vị", "🔑 Lối vào mới");
        hoa.taps("🔀 Đổi đơn vị");
        hoa.sees("Chuyển Vũ Văn Nam (xã Tiến Đức) sang đơn vị nào?", "xã Chí Hòa ›", "‹ tỉnh Thái Bình");
        hoa.taps("xã Chí Hòa ›");
        hoa.taps("✅ xã Chí Hòa");
        hoa.sees("✅ Vũ Văn Nam: Cán bộ, xã Chí Hòa.");
        nam.sees("You are now Cadre of xã Chí Hòa (changed by Trần Thị Hòa)");
        minh.says("/canbo nam");
        minh.sees("Không có ai tên “nam” trong đơn vị của đồng chí");
    }

    @Test
    void aLeadSeesTheOwnUnitAndDecidesNeitherAboveNorElsewhereNorAboutOneself() {
        minh.says("/canbo");
        minh.sees("xã Tiến Đức:", "Lê Minh Đức · Phụ trách", "Vũ Văn Nam · Cán bộ");
        minh.doesNotSeeButton("‹ huyện Hưng Hà");
        minh.taps("Lê Minh Đức · Phụ trách");
        minh.sees("Lê Minh Đức · Phụ trách");
        minh.doesNotSeeButton("🚪 Nghỉ");
        minh.says("/canbo hoa");
        minh.sees("Không có ai tên “hoa” trong đơn vị của đồng chí");
        minh.says("/canbo nam");
        minh.taps("Vũ Văn Nam · Cán bộ · xã Tiến Đức");
        minh.doesNotSeeButton("🔑 Lối vào mới");
        minh.taps("🎖 Đổi vai trò");
        minh.sees("Vũ Văn Nam đang là Cán bộ. Đổi thành:", "Phụ trách");
        minh.doesNotSeeButton("Văn phòng");
        Runnable again = minh.keepsButton("Phụ trách");
        minh.taps("Phụ trách");
        minh.sees("✅ Vũ Văn Nam: Phụ trách, xã Tiến Đức.");
        again.run();
        minh.seesToast("Nút này");
        nam.sees("You are now Lead of xã Tiến Đức");
        nam.says("/members");
        nam.sees("xã Tiến Đức:");
    }

    @Test
    void whoLeavesIsAStrangerAndIsNotReminded() {
        Member ba = bot.member("Bùi Thị Ba", Role.CADRE, "xa-tien-duc", Language.EN);
        minh.says("/canbo nam");
        minh.taps("Vũ Văn Nam · Cán bộ · xã Tiến Đức");
        minh.taps("🚪 Nghỉ");
        minh.sees("Cho Vũ Văn Nam thôi dùng bot?", "🚪 Cho nghỉ", "‹ Vũ Văn Nam");
        Runnable again = minh.keepsButton("🚪 Cho nghỉ");
        minh.taps("🚪 Cho nghỉ");
        minh.sees("Vũ Văn Nam đã nghỉ");
        nam.sees("Lê Minh Đức has removed you from the bot");
        again.run();
        minh.seesToast("Người này không còn trong danh sách");
        nam.hasSeenAll();
        bot.clockAdvances(Duration.ofDays(30));
        assertThat(ba.countOf("🔔")).as("who is still there is reminded").isPositive();
        nam.seesNothing();
        nam.says("/tasks");
        nam.sees("Bot này chỉ phục vụ cán bộ đã được mời");
        minh.says("/canbo");
        minh.doesNotSeeButton("Vũ Văn Nam · Cán bộ");
    }

    /** A member who had lost the personal link, and had no Telegram, had to begin anew as somebody else. */
    @Test
    void whoHasLostTheWayInComesInAgainAsTheSamePersonAndTheOldWayIsShut() {
        String code = newWay("🔒 Mất máy: đóng lối vào cũ");
        nam.hasSeenAll();
        nam.says("/tasks");
        nam.sees("Bot này chỉ phục vụ cán bộ đã được mời");
        Member phone = bot.stranger("Somebody's new phone");
        phone.says(code);
        phone.sees("Chào đồng chí Vũ Văn Nam! Bot đã nhận ra đồng chí.");
        phone.says("/name");
        phone.sees("The bot calls you Vũ Văn Nam.");
        Member other = bot.stranger("Other");
        other.says(code);
        other.sees("Mã mời này đã được dùng");
    }

    @Test
    void aSecondWayInIsToldToTheMemberAndOpensThePage() {
        String code = newWay("Vẫn giữ lối vào cũ");
        nam.sees("Trần Thị Hòa has made a code for you");
        Browser browser = new Browser(bot.app().openPage());
        assertThat(browser.opens(code.replace("-", "")).body()).contains("value=\"Vũ Văn Nam\"");
        assertThat(browser.joins(code.replace("-", ""), OWN, "Vũ Văn Nam").statusCode())
                .isEqualTo(200);
        bot.settles();
        assertThat(browser.talk(OWN)).contains("Chào đồng chí <b>Vũ Văn Nam</b>");
        nam.says("/name");
        nam.sees("The bot calls you Vũ Văn Nam.");
    }

    @Test
    void aNewerCodeEndsTheOneBeforeAndLeavingEndsThemAll() {
        String first = newWay("Vẫn giữ lối vào cũ");
        String second = newWay("Vẫn giữ lối vào cũ");
        Member phone = bot.stranger("Phone");
        phone.says(first);
        phone.sees("Mã mời này đã hết hạn");
        hoa.says("/canbo nam");
        hoa.taps("Vũ Văn Nam · Cán bộ · xã Tiến Đức");
        hoa.taps("🚪 Nghỉ");
        hoa.taps("🚪 Cho nghỉ");
        phone.says(second);
        phone.sees("Mã mời này đã hết hạn");
    }

    /** A code typed by who is in already was looked for in the library, and stood among the questions for all to read. */
    @Test
    void aCodeTypedByAMemberIsNoQuestionAndStaysGood() {
        String code = newWay("Vẫn giữ lối vào cũ");
        minh.says(code);
        minh.sees("Đồng chí đã vào bot rồi, với tên Lê Minh Đức");
        minh.says("/start " + code);
        Member phone = bot.stranger("Phone");
        phone.says(code);
        phone.sees("Chào đồng chí Vũ Văn Nam!");
    }

    private String newWay(String how) {
        hoa.says("/canbo nam");
        hoa.taps("Vũ Văn Nam · Cán bộ · xã Tiến Đức");
        hoa.taps("🔑 Lối vào mới");
        hoa.taps(how);
        return hoa.reads("Mã vào lại của Vũ Văn Nam:");
    }
}
