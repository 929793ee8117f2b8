package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who belongs where is seen and changed at the desk, and those whom it concerns hear of it as they always did. */
class DeskMembersTest {
    @TempDir
    private Path data;

    private Bot bot;
    private Member lan;
    private Member minh;
    private Member hoa;
    private OfficePc pc;
    private String root = "";

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        lan = bot.member("Nguyễn Thị Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        minh = bot.member("Trần Minh", Role.LEAD, "huyen-hung-ha", Language.VI);
        hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        pc = new OfficePc(bot, root);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private String number(String name) {
        try (Rows rows = new Rows(data)) {
            return Long.toString(rows.number("SELECT id FROM member WHERE name = '" + name + "'"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private OfficePc opensLan() {
        return pc.opens("desk/members/" + number("Nguyễn Thị Lan")).isAnswered(200);
    }

    @Test
    void theTableIsFilteredSortedAndToldByPages() {
        for (int i = 0; i < 60; i++) {
            bot.app()
                    .people()
                    .example(
                            "Cán bộ số " + (char) ('A' + i % 26) + (char) ('a' + i / 26),
                            Role.CADRE,
                            i % 2 == 0 ? "xa-chi-hoa" : "xa-tien-duc",
                            List.of(new Address("telegram", "9" + i)),
                            bot.app().clock().instant());
        }
        pc.comesInAs(hoa).opens("desk/members").sees("trang 1 / 2");
        assertThat(pc.rows()).hasSize(50);
        pc.opens("desk/members?page=99").sees("trang 2 / 2");
        pc.opens("desk/members?q=can+bo+so&unit=xa-tien-duc").sees("30 người");
        pc.opens("desk/members?q=can+bo+so&unit=huyen-hung-ha").sees("60 người");
        pc.opens("desk/members?q=minh&unit=huyen-hung-ha&exact=on").sees("1 người", "Trần Minh");
        pc.opens("desk/members?unit=khong+co").sees("0 người", "Không rõ đơn vị nào");
        pc.opens("desk/members?q=NGUYEN+thi").sees("1 người", "Nguyễn Thị Lan", "Tiếng Việt");
        pc.opens("desk/members?role=LEAD&q=tran").sees("1 người", "Trần Minh");
        pc.opens("desk/members?role=rubbish&sort=rubbish&page=-3").isAnswered(200);
        pc.opens("desk/members?reached=NO").sees("0 người", "Không có ai");
        pc.opens("desk/members?q=n&unit=huyen-hung-ha&sort=role&down=on");
        assertThat(pc.rows().get(0)).doesNotContain("Cán bộ |");
        pc.opens("desk/members?q=n&unit=huyen-hung-ha&sort=role");
        assertThat(pc.rows().get(0)).contains("Cán bộ |");
        // By the given name: Lan before Minh.
        pc.opens("desk/members?q=n&down=on");
        assertThat(pc.rows().stream().filter(row -> row.contains("Thị Lan |") || row.contains("Trần Minh |")))
                .hasSize(2)
                .first()
                .asString()
                .contains("Trần Minh");
    }

    @Test
    void aMemberMovesRisesAndIsTold() {
        pc.comesInAs(minh);
        opensLan().presses("Chuyển", "unit", "xã Chí Hòa [xa-chi-hoa]").sees("Nguyễn Thị Lan", "xã Chí Hòa");
        lan.sees("xã Chí Hòa (Trần Minh vừa ghi nhận)");
        pc.presses("Đổi vai trò", "role", "LEAD").sees("Phụ trách");
        lan.sees("Phụ trách");
        // Above one's own role, and outside one's own unit, nothing is given.
        pc.presses("Đổi vai trò", "role", "OFFICE").isAnswered(422);
        pc.presses("Chuyển", "unit", "huyen-dong-hung").isAnswered(422).sees("Không rõ đơn vị nào");
        pc.presses("Chuyển", "unit", "xa-chi-hoa").isAnswered(422).sees("Không có gì thay đổi");
        pc.presses("Đổi vai trò", "role", "KING").isAnswered(404);
        new OfficePc(bot, root)
                .comesInAs(hoa)
                .opens("desk/audit?q=Lan")
                .sees("xa-tien-duc → xa-chi-hoa", "CADRE → LEAD", "Trần Minh");
    }

    @Test
    void whatWasChangedMeanwhileIsShownBeforeItIsDecidedAgain() throws SQLException {
        pc.comesInAs(minh);
        opensLan();
        try (Rows rows = new Rows(data)) {
            rows.one("UPDATE member SET unit = 'xa-chi-hoa' WHERE name = 'Nguyễn Thị Lan'");
        }
        pc.presses("Cho nghỉ", "sure", "on").isAnswered(409).sees("vừa được thay đổi", "xã Chí Hòa");
        lan.says("/trogiup");
        lan.sees("/baocao");
    }

    @Test
    void lettingGoIsConfirmedAndShutsTheWaysIn() {
        pc.comesInAs(minh);
        opensLan().presses("Cho nghỉ").isAnswered(422).sees("Xin đánh dấu vào ô xác nhận");
        pc.presses("Cho nghỉ", "sure", "on").isAnswered(200).sees("Nguyễn Thị Lan");
        assertThat(pc.address()).endsWith("desk/members");
        pc.opens("desk/members/" + number("Nguyễn Thị Lan")).isAnswered(404);
        lan.says("/trogiup");
        lan.doesNotSee("/baocao");
    }

    @Test
    void nobodyDecidesAboutThemselvesOrThoseAbove() {
        pc.comesInAs(minh).opens("desk/members/" + number("Trần Minh")).isAnswered(200);
        assertThat(pc.page().select(".acts")).isEmpty();
        pc.posts(
                        "desk/members/" + number("Trần Minh") + "/act",
                        "act=ROLE&role=CADRE&seenRole=LEAD&seenUnit=huyen-hung-ha&csrf=" + pc.token())
                .isAnswered(422);
        pc.opens("desk/members/" + number("Hoa")).isAnswered(404);
        pc.opens("desk/members/x").isAnswered(404);
        pc.opens("desk/members/99999999999999999999").isAnswered(404);
    }

    @Test
    void somebodyIsInvitedByACodeThatIsShownOnce() {
        pc.comesInAs(minh).opens("desk/members").presses("Tạo mã mời", "role", "CADRE", "unit", "xã Tiến Đức");
        pc.isAnswered(200).sees("Mã vào bot", "xã Tiến Đức", "chỉ hiện một lần");
        String said = pc.page().select(".told").text();
        String code = said.replaceFirst("(?s).*?([A-Z0-9]{4}-[A-Z0-9]{4}).*", "$1");
        assertThat(code).matches("[A-Z0-9]{4}-[A-Z0-9]{4}");
        assertThat(pc.cookies()).noneMatch(cookie -> cookie.getName().equals("desk-said"));
        Member stranger = bot.stranger("Tân");
        stranger.says(code);
        stranger.sees("xã Tiến Đức");
        pc.opens("desk/members?unit=xa-tien-duc&q=tan").sees("1 người");

        pc.presses("Tạo mã mời", "role", "OFFICE", "unit", "xã Tiến Đức").isAnswered(422);
        pc.presses("Tạo mã mời", "role", "CADRE", "unit", "huyen-dong-hung").isAnswered(422);
    }

    @Test
    void theOfficeGivesAnotherWayInAndLeadsDoNot() {
        pc.comesInAs(minh);
        opensLan().doesNotSee("mất máy");
        pc.posts(
                        "desk/members/" + number("Nguyễn Thị Lan") + "/act",
                        "act=ACCESS&seenRole=CADRE&seenUnit=xa-tien-duc&csrf=" + pc.token())
                .isAnswered(404);
        pc = new OfficePc(bot, root).comesInAs(hoa);
        opensLan().presses("Cấp lối vào mới").isAnswered(200).sees("Mã vào bot");
        lan.sees("Hoa");
        opensLan().presses("Mất máy", "sure", "on").isAnswered(200).sees("Mã vào bot");
        lan.says("/trogiup");
        lan.doesNotSee("/baocao");
    }
}
