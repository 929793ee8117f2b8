package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.chat.Role;
import danvan.text.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excel and Power BI read a form's reports at an address, with a token that ends. */
class DeskLinksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Bot bot;
    private Member lan;
    private Member minh;
    private Member hoa;
    private OfficePc pc;
    private String root;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        pc = new OfficePc(bot, root);
        lan = bot.member("Nguyễn Thị Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        minh = bot.member("Trần Minh", Role.LEAD, "huyen-hung-ha", Language.VI);
        hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void excelReadsTheReportsAsCsvAndAsODataAndNeverPersonalAnswers() throws Exception {
        sends(lan, "Thôn 2");
        sends(lan, "Thôn 5");
        sends(bot.member("Ba", Role.CADRE, "huyen-dong-hung", Language.VI), "Thôn 2");
        Link link = makes(minh, "");

        String csv = asks(link, "data.csv").body();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).startsWith("\uFEFF\"receipt\"").contains("\"BC-2024-0001\"", "Thôn 5", "xã Tiến Đức");
        assertThat(csv).doesNotContain("BC-2024-0003", "Nguyễn Thị Lan", "Ba");
        // A spreadsheet would run this.
        try (Rows rows = new Rows(data)) {
            rows.one(
                    "UPDATE report_answer SET text = '=HYPERLINK(\"http://x\")' WHERE path LIKE '%village' AND report_id = 1");
        }
        assertThat(asks(link, "data.csv").body()).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
        assertThat(asks(link, "data.csv?after=1").body().lines()).hasSize(2);

        JsonNode service = json(asks(link, "odata/"));
        assertThat(service.at("/value/0/url").asText()).isEqualTo("Reports");
        assertThat(asks(link, "odata/$metadata").body())
                .contains(
                        "<EntitySet Name=\"Reports\"",
                        "Name=\"submitted\" Type=\"Edm.DateTimeOffset\"",
                        "Name=\"village\"");
        JsonNode all = json(asks(link, "odata/Reports?$count=true"));
        assertThat(all.get("@odata.count").asLong()).isEqualTo(2);
        assertThat(all.at("/value/0/receipt").asText()).isEqualTo("BC-2024-0001");
        assertThat(all.at("/value/0/urgent").isBoolean()).isTrue();
        JsonNode second = json(asks(link, "odata/Reports?$skip=1&$top=1&$select=receipt,unit_code"));
        assertThat(second.get("value")).hasSize(1);
        assertThat(second.at("/value/0").toString())
                .isEqualTo("{\"receipt\":\"BC-2024-0002\",\"unit_code\":\"xa-tien-duc\"}");
    }

    @Test
    void whatAFilterDoesNotKnowIsRefusedAndNotPassedOver() throws Exception {
        sends(lan, "Thôn 2");
        sends(minh, "Thôn 2");
        Link link = makes(hoa, "");
        assertThat(found(link, "unit_code eq 'xa-tien-duc'")).isEqualTo(1);
        assertThat(found(link, "unit_code eq 'xa-tien-duc' and state eq 'RESOLVED'"))
                .isZero();
        assertThat(found(link, "submitted ge 2024-01-01T00:00:00+07:00")).isEqualTo(2);
        assertThat(found(link, "submitted lt 2024-01-01")).isZero();
        assertThat(found(link, "period eq '2023-12'")).isZero();
        assertThat(asks(link, "odata/Reports?" + filter("contains(village,'2')"))
                        .statusCode())
                .isEqualTo(501);
        assertThat(asks(link, "odata/Reports?" + filter("submitted ge 2024-01-01T10:00:00Z"))
                        .statusCode())
                .isEqualTo(501);
        assertThat(asks(link, "odata/Reports?" + filter("state eq 'X'")).statusCode())
                .isEqualTo(400);
        assertThat(asks(link, "odata/Reports?$orderby=receipt").statusCode()).isEqualTo(501);
        assertThat(asks(link, "odata/Reports?$select=phone").statusCode()).isEqualTo(400);
        assertThat(asks(link, "odata/Reports?$top=x").statusCode()).isEqualTo(400);
        assertThat(asks(link, "odata/Members").statusCode()).isEqualTo(404);
        assertThat(json(asks(link, "odata/Reports?$expand=x"))
                        .at("/error/message")
                        .asText())
                .contains("$expand");

        // Of one unit and below.
        Link commune = makes(hoa, "xa-tien-duc");
        assertThat(json(asks(commune, "odata/Reports")).get("value")).hasSize(1);
        assertThat(found(commune, "unit_code eq 'huyen-hung-ha'")).isZero();
    }

    @Test
    void aThousandRowsAreAPageAndTheAddressOfTheNextStandsInIt() throws Exception {
        sends(lan, "Thôn 2");
        try (Rows rows = new Rows(data)) {
            for (int i = 2; i <= 1_203; i++) {
                rows.one(
                        "INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,"
                                + " submitted_at, urgent, instance_xml, sealed, nil, period, status) SELECT year, " + i
                                + ", form_id, form_version, form_title, 'made-" + i
                                + "', member_id, unit, submitted_at, urgent,"
                                + " instance_xml, sealed, nil, period, status FROM report WHERE number = 1");
            }
        }
        Link link = makes(minh, "");
        JsonNode page = json(asks(link, "odata/Reports?$top=1100"));
        assertThat(page.get("value")).hasSize(1_000);
        String next = page.get("@odata.nextLink").asText();
        assertThat(next).startsWith(root + "desk/live/").contains("$top=100");
        JsonNode rest = json(asks(link, next.substring(next.indexOf("odata/"))));
        assertThat(rest.get("value")).hasSize(100);
        assertThat(rest.at("/value/0/receipt").asText()).isEqualTo("BC-2024-1001");
        assertThat(rest.has("@odata.nextLink")).isFalse();
        assertThat(asks(link, "data.csv").body().lines()).hasSize(1 + 1_203);
    }

    @Test
    void aTokenIsShownOnceAndEndsWithItsMember() throws Exception {
        sends(lan, "Thôn 2");
        Link link = makes(minh, "");
        pc.opens("desk/links").sees("Hằng tháng", "odata/").doesNotSee(link.token());
        try (Rows rows = new Rows(data)) {
            assertThat(rows.dump(java.util.List.of("live_link", "audit"))).doesNotContain(link.token());
        }
        // Excel asks without anything first.
        HttpResponse<String> asked = http.send(
                HttpRequest.newBuilder(URI.create(link.address() + "odata/")).build(), BodyHandlers.ofString());
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(asks(new Link(link.address(), "wrong"), "odata/").statusCode())
                .isEqualTo(401);
        assertThat(asks(new Link(root + "desk/live/99/", link.token()), "odata/")
                        .statusCode())
                .isEqualTo(401);
        assertThat(asks(link, "odata/").statusCode()).isEqualTo(200);
        new OfficePc(bot, root).comesInAs(hoa).opens("desk/audit").sees("đọc liên kết dữ liệu", "tạo liên kết dữ liệu");

        // Nobody else's; an administrator's to end.
        OfficePc lead = new OfficePc(bot, root).comesInAs(bot.member("Sáu", Role.LEAD, "xa-chi-hoa", Language.VI));
        lead.opens("desk/links").doesNotSee("Hằng tháng");
        lead.posts("desk/links/end", "id=1&csrf=" + lead.token()).isAnswered(404);
        assertThat(asks(link, "odata/").statusCode()).isEqualTo(200);

        try (Rows rows = new Rows(data)) {
            rows.one("UPDATE member SET role = 'CADRE' WHERE name = 'Trần Minh'");
            assertThat(asks(link, "data.csv").statusCode()).isEqualTo(401);
            rows.one("UPDATE member SET role = 'LEAD' WHERE name = 'Trần Minh'");
            assertThat(asks(link, "data.csv").statusCode()).isEqualTo(200);
            rows.one("UPDATE live_link SET until_at = 1");
            assertThat(asks(link, "data.csv").statusCode()).isEqualTo(401);
            rows.one("UPDATE live_link SET until_at = 99999999999999");
        }
        new OfficePc(bot, root)
                .comesInAs(hoa)
                .opens("desk/links")
                .sees("Trần Minh")
                .presses("Thu hồi");
        assertThat(asks(link, "data.csv").statusCode()).isEqualTo(401);
    }

    @Test
    void whoTriesTokensIsHeldBackAndSoIsALinkThatAsksAllTheTime() throws Exception {
        sends(lan, "Thôn 2");
        Link link = makes(minh, "");
        for (int i = 0; i < 200; i++) {
            assertThat(asks(link, "odata/").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> more = asks(link, "odata/");
        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(more.headers().firstValue("Retry-After")).contains("60");
        for (int i = 0; i < 20; i++) {
            assertThat(asks(new Link(link.address(), "guess" + i), "odata/").statusCode())
                    .isEqualTo(401);
        }
        assertThat(asks(new Link(link.address(), "guess"), "odata/").statusCode())
                .isEqualTo(429);
    }

    @Test
    void aFormIsChosenAndAUnitIsOneOfMine() {
        pc.comesInAs(minh).opens("desk/links");
        pc.posts("desk/links/make", "name=x&form=none&csrf=" + pc.token())
                .isAnswered(422)
                .sees("chọn một mẫu");
        sends(lan, "Thôn 2");
        pc.opens("desk/links")
                .presses("Tạo liên kết", "name", "x", "unit", "huyen-dong-hung")
                .isAnswered(422);
        pc.sees("Không rõ đơn vị");
        pc.opens("desk/links")
                .presses("Tạo liên kết", "name", " ")
                .isAnswered(422)
                .sees("đặt tên");
    }

    /** @param address of the link, up to {@code odata/} */
    private record Link(String address, String token) {}

    private Link makes(Member member, String unit) {
        OfficePc desk = member == minh ? pc.comesInAs(minh) : new OfficePc(bot, root).comesInAs(member);
        desk.opens("desk/links").presses("Tạo liên kết", "name", "Hằng tháng", "form", "nhanh", "unit", unit);
        desk.isAnswered(200).sees("chỉ hiện một lần");
        String odata = desk.page().select(".made code").eachText().get(0);
        return new Link(
                odata.replaceFirst("odata/$", ""),
                desk.page().select(".made .secret").text());
    }

    private HttpResponse<String> asks(Link link, String what) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("danvan:" + link.token()).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(link.address() + what))
                        .header("Authorization", "Basic " + basic)
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static String filter(String filter) {
        return "$filter="
                + java.net.URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private int found(Link link, String filter) throws IOException, InterruptedException {
        HttpResponse<String> answer = asks(link, "odata/Reports?" + filter(filter));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("value").size();
    }

    private static void sends(Member reporter, String village) {
        reporter.says("/baocao");
        reporter.taps("Báo nhanh");
        reporter.taps(village);
        if (village.equals("Thôn 5")) {
            reporter.taps("Hôm nay");
        }
        reporter.taps("✅ Gửi báo cáo");
    }
}
