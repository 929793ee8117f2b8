package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.StatesPage;
import danvan.chat.Role;
import danvan.text.Language;
import danvan.text.Markup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks the tables of docs/states.md through the whole bot: each deed in each state by each role, by buttons that may
 * never have been shown. It does what the page says, or changes no row and answers.
 */
class StatesTest {
    private static final String HERE = "xa-tien-duc";
    private static final Pattern CODE = Pattern.compile("\\b[A-Z2-9]{4}-[A-Z2-9]{4}\\b");

    @TempDir
    private Path data;

    private Bot bot;
    private Rows rows;
    private final Map<String, Member> people = new LinkedHashMap<>();
    private long lan;
    private long next = 100;

    @BeforeEach
    void opens() throws SQLException {
        bot = new Bot(data, false);
        people.put("lan", bot.member("Trần Lan", Role.CADRE, HERE, Language.VI));
        people.put("colleague", bot.member("Bình", Role.CADRE, HERE, Language.VI));
        people.put("lead", bot.member("Trần Minh", Role.LEAD, HERE, Language.VI));
        people.put("otherLead", bot.member("Dũng", Role.LEAD, "xa-van-truong", Language.VI));
        people.put("office", bot.member("Phương", Role.OFFICE, "tinh-thai-binh", Language.VI));
        people.put("otherOffice", bot.member("Quý", Role.OFFICE, "tinh-thai-binh", Language.VI));
        people.put("administrator", bot.member("Trần Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI));
        rows = new Rows(data);
        lan = id("Trần Lan");
    }

    @AfterEach
    void closes() throws SQLException {
        rows.close();
        bot.close();
    }

    @Test
    void reports() throws SQLException {
        List<String> tables = List.of("report", "report_event", "report_edition", "report_draft", "audit");
        Map<String, String> verbs = Map.of(
                "REVIEW",
                "i",
                "RESOLVE",
                "D",
                "RETURN",
                "b",
                "ASSIGN",
                "G",
                "CHANGE",
                "e",
                "WITHDRAW",
                "W",
                "REPLY",
                "y",
                "LOOK",
                "o");
        for (String state : List.of("RECEIVED", "IN_REVIEW", "RETURNED", "RESOLVED", "WITHDRAWN")) {
            for (Map.Entry<String, Map<String, String>> row :
                    StatesPage.table("Reports").entrySet()) {
                String party = row.getKey().split(" ", -1)[0];
                String deed = row.getKey().split(" ", -1)[1];
                for (String who : List.of("lan", "colleague", "lead", "otherLead", "office", "administrator")) {
                    String side = who.equals("lan")
                            ? "REPORTER"
                            : List.of("colleague", "otherLead").contains(who) ? "NOBODY" : "HANDLER";
                    boolean mayLook = !side.equals("NOBODY");
                    String expected = mayLook && (party.equals("BOTH") || party.equals(side))
                            ? row.getValue().getOrDefault(state, "")
                            : "";
                    long number = report(state);
                    String button = "desk:" + verbs.get(deed) + ":" + String.format(Locale.ROOT, "BC-2024-%04d", number)
                            + ":0:" + id("Trần Minh");
                    Member asker = person(who);
                    walks(who + " " + deed + " " + state, tables, expected, asker, button, () -> {
                        if (deed.equals("RETURN") || deed.equals("REPLY")) {
                            asker.says("Đề nghị ghi rõ số hộ");
                        }
                    });
                    String status = rows.text("SELECT status FROM report WHERE year = 2024 AND number = " + number);
                    // A change of a returned report comes in when it is sent, not by the button that begins it.
                    boolean stays = expected.isEmpty() || expected.equals(StatesPage.STAYS) || deed.equals("CHANGE");
                    assertThat(status).as(who + " " + deed + " " + state).isEqualTo(stays ? state : expected);
                }
            }
        }
    }

    /** The button was good when it was tapped; the report was withdrawn while the words were typed. */
    @Test
    void wordsThatAreTypedTooLateChangeNothing() throws SQLException {
        List<String> tables = List.of("report", "report_event", "report_edition", "audit");
        Member lead = person("lead");
        for (String verb : List.of("y", "b", "d")) {
            long number = report("RECEIVED");
            tap(lead, "desk:" + verb + ":" + String.format(Locale.ROOT, "BC-2024-%04d", number) + ":0");
            rows.one("UPDATE report SET status = 'WITHDRAWN' WHERE year = 2024 AND number = " + number);
            String before = rows.dump(tables);
            String seen = seen(lead);
            lead.says("Đề nghị ghi rõ số hộ");
            assertThat(rows.dump(tables)).as(verb).isEqualTo(before);
            assertThat(seen(lead)).as(verb + ": an answer").isNotEqualTo(seen);
        }
    }

    private long report(String state) throws SQLException {
        long number = ++next;
        rows.one("INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,"
                + " submitted_at, urgent, instance_xml, status) VALUES (2024, " + number + ", 'f', '1', 'Báo cáo',"
                + " 'uuid:" + number + "', " + lan + ", '" + HERE + "', "
                + bot.app().clock().instant().toEpochMilli() + ", 0, '<data/>', '" + state + "')");
        return number;
    }

    @Test
    void broadcasts() throws SQLException {
        List<String> tables = List.of("broadcast", "broadcast_person", "job", "audit");
        Map<String, String> buttons = Map.of(
                "SENDING",
                "s:%s:",
                "DROPPED",
                "x:%s:",
                "CANCELLED",
                "c:%s:",
                "RECALLED",
                "y:%s:d",
                "PREPARED",
                "m:%s:");
        for (String state : List.of("PREPARED", "SCHEDULED", "SENDING", "SENT", "CANCELLED", "RECALLED", "DROPPED")) {
            for (Map.Entry<String, String> button : buttons.entrySet()) {
                String to = button.getKey();
                for (String who : List.of("office", "otherOffice", "administrator", "lead", "lan")) {
                    boolean authors = to.equals("SENDING")
                            || to.equals("PREPARED")
                            || (to.equals("DROPPED") && !state.equals("SCHEDULED"));
                    boolean may = authors
                            ? who.equals("office")
                            : List.of("office", "otherOffice", "administrator").contains(who);
                    String expected =
                            may ? StatesPage.table("Broadcasts").get(to).getOrDefault(state, "") : "";
                    String code = broadcast(state);
                    String what = who + " " + to + " " + state;
                    // A message of its own to take the place of: the same words again would not be seen.
                    person(who).says("/cancel");
                    walks(
                            what,
                            tables,
                            expected,
                            person(who),
                            "broadcast:" + button.getValue().formatted(code),
                            () -> {});
                    String after = rows.text("SELECT state FROM broadcast WHERE code = '" + code + "'");
                    if (expected.equals("SENDING")) {
                        assertThat(after).as(what).isIn("SENDING", "SENT");
                        // What is sent in the background is not what the next button does.
                        Await.until(
                                () -> "the broadcast to be sent",
                                () -> count("SELECT COUNT(*) FROM broadcast WHERE state = 'SENT' AND code = '" + code
                                                + "'")
                                        == 1);
                        bot.settles();
                    } else {
                        assertThat(after).as(what).isEqualTo(expected.isEmpty() ? state : expected);
                    }
                }
            }
        }
    }

    /** To somebody who is reached: what waits for a web page that nobody opens keeps a broadcast SENDING. */
    private String broadcast(String state) throws SQLException {
        String code = String.format(Locale.ROOT, "%08x", ++next);
        rows.one("INSERT INTO broadcast (code, author, from_unit, channel, chat, language, text, audience, state,"
                + " created_at, send_at, started_at) VALUES ('" + code + "', " + id("Phương") + ", 'tinh-thai-binh',"
                + " 'telegram', '1', 'vi', 'Họp lúc 7 giờ', '{\"unit\":\"" + HERE
                + "\",\"roles\":[],\"members\":[" + id("Trần Minh") + "]}', '" + state + "', 1, "
                + (state.equals("SCHEDULED") ? "4102444800000, " : "NULL, ")
                + (List.of("PREPARED", "SCHEDULED", "DROPPED").contains(state) ? "NULL" : "1") + ")");
        return code;
    }

    @Test
    void requestsForMoreTime() throws SQLException {
        bot.clockAdvances(Duration.ofMinutes(5));
        for (int week = 0; week < 5 && !hasButton(person("lan"), "task:i:"); week++) {
            bot.clockAdvances(Duration.ofDays(7));
        }
        String[] task = buttonOf(person("lan"), "task:i:").split(":", -1);
        for (String state : List.of("ASKED", "GRANTED", "REFUSED")) {
            for (Map.Entry<String, String> verb :
                    Map.of("GRANT", "g", "REFUSE", "r").entrySet()) {
                for (String who : List.of("lan", "colleague", "lead", "otherLead", "office", "administrator")) {
                    boolean may = List.of("lead", "office", "administrator").contains(who);
                    String expected = may
                            ? StatesPage.table("Requests for more time")
                                    .get(verb.getKey())
                                    .getOrDefault(state, "")
                            : "";
                    long id = ++next;
                    rows.one(
                            "INSERT INTO task_extension (id, task, period, member_id, wanted, reason, asked_at, decided_at, state,"
                                    + " until) VALUES (" + id + ", '" + task[2] + "', '" + task[3] + "', " + lan
                                    + ", '2024-01-25', 'đi vắng', 1, 2, '" + state + "', "
                                    + (state.equals("GRANTED") ? "'2024-01-20'" : "NULL") + ")");
                    String what = who + " " + verb.getKey() + " " + state;
                    Member asker = person(who);
                    walks(
                            what,
                            List.of("task_extension", "task_done", "audit"),
                            expected,
                            asker,
                            "task:" + verb.getValue() + ":" + id,
                            () -> {
                                if (verb.getKey().equals("REFUSE")) {
                                    asker.says("Không lùi được");
                                }
                            });
                    assertThat(rows.text("SELECT state FROM task_extension WHERE id = " + id))
                            .as(what)
                            .isEqualTo(expected.isEmpty() ? state : expected);
                    rows.one("DELETE FROM task_extension WHERE id = " + id);
                }
            }
        }
    }

    @Test
    void questions() throws SQLException {
        List<String> tables = List.of("question", "curated_answer", "audit");
        for (String state : List.of("ASKED", "HANDED_OVER", "REPLIED", "KEPT", "APPROVED", "ENDED")) {
            for (Map.Entry<String, Map<String, String>> row :
                    StatesPage.table("Questions").entrySet()) {
                String role = row.getKey().split(" ", -1)[0];
                String deed = row.getKey().split(" ", -1)[1];
                for (String who : List.of("lan", "colleague", "lead", "office", "administrator")) {
                    boolean may = switch (role) {
                        case "ASKER" -> who.equals("lan");
                        case "OFFICE" -> who.equals("office") || who.equals("administrator");
                        default -> who.equals("administrator");
                    };
                    String told = may ? row.getValue().getOrDefault(state, "") : "";
                    String expected = told.equals("KEPT") && who.equals("administrator") ? "APPROVED" : told;
                    long number = question(state);
                    String key = lan + ":" + number;
                    String button = switch (deed) {
                        case "HAND_OVER" -> "ask:o:" + number;
                        case "REPLY" -> "ask:r:" + key;
                        case "KEEP" -> "ask:k:" + key + ":6";
                        case "APPROVE" -> "ask:a:" + key;
                        default -> "ask:w:" + key;
                    };
                    Member asker = person(who);
                    String what = who + " " + deed + " " + state;
                    walks(what, tables, expected, asker, button, () -> {
                        if (deed.equals("REPLY")) {
                            asker.says("Nộp trước ngày 25");
                            tap(asker, buttonOf(asker, "ask:s:"));
                        }
                    });
                    boolean stays = expected.isEmpty() || expected.equals(StatesPage.STAYS);
                    assertThat(questionState(number)).as(what).isEqualTo(stays ? state : expected);
                }
            }
        }
    }

    private long question(String state) throws SQLException {
        long number = ++next;
        boolean replied = !List.of("ASKED", "HANDED_OVER").contains(state);
        rows.one(
                "INSERT INTO question (member_id, number, asked_at, language, asked_in, words, searched, outcome, shown,"
                        + " channel, chat, unit, handed_at, reply, replied_by, office, replied_at) VALUES (" + lan
                        + ", " + number
                        + ", 9999999999999, 'vi', 'vi', 'nộp khi nào " + number + "', 'nộp khi nào " + number
                        + "', 'NOT_FOUND', '{\"refs\":[]}', 'telegram', '1', '" + HERE + "', "
                        + (state.equals("ASKED") ? "NULL" : "1")
                        + (replied
                                ? ", 'Ngày 25', " + id("Phương") + ", 'tinh-thai-binh', 2)"
                                : ", NULL, NULL, NULL, NULL)"));
        if (List.of("KEPT", "APPROVED", "ENDED").contains(state)) {
            boolean kept = state.equals("KEPT");
            rows.one("INSERT INTO curated_answer (member_id, number, language, question, answer, author, office,"
                    + " written_at, expires_on, approved_by, approved_at, ended_at) VALUES (" + lan + ", " + number
                    + ", 'vi', 'nộp khi nào', 'Ngày 25', 1, 'tinh-thai-binh', 1, '2030-01-01', "
                    + (kept ? "NULL, NULL" : "1, 3") + (state.equals("ENDED") ? ", 4)" : ", NULL)"));
        }
        return number;
    }

    private String questionState(long number) throws SQLException {
        String where = " WHERE member_id = " + lan + " AND number = " + number;
        if (rows.number("SELECT COUNT(*) FROM curated_answer" + where) > 0) {
            return rows.text("SELECT CASE WHEN ended_at IS NOT NULL THEN 'ENDED' WHEN approved_at IS NOT NULL"
                    + " THEN 'APPROVED' ELSE 'KEPT' END FROM curated_answer" + where);
        }
        return rows.text("SELECT CASE WHEN replied_at IS NOT NULL THEN 'REPLIED' WHEN handed_at IS NOT NULL"
                + " THEN 'HANDED_OVER' ELSE 'ASKED' END FROM question" + where);
    }

    @Test
    void documents() throws SQLException {
        Member office = person("office");
        office.sendsFile("cong-van.txt", "text/plain", "Nội dung của văn bản.".getBytes(StandardCharsets.UTF_8));
        Await.until(
                () -> "the file to be read",
                () -> count("SELECT COUNT(*) FROM library_document WHERE state = 'WAITING'") == 1);
        long pattern = rows.number("SELECT MAX(id) FROM library_document");
        // The library's own work on what is live is not what a button does.
        String query = "SELECT id, state, document, particulars FROM library_document ORDER BY id";
        // What is UNREAD the bot reads at once.
        for (String state : List.of("WAITING", "LIVE", "SUPERSEDED", "WITHDRAWN", "DROPPED", "FAILED")) {
            for (Map.Entry<String, Map<String, String>> row :
                    StatesPage.table("Documents").entrySet()) {
                for (String who : List.of("lan", "lead", "office", "administrator")) {
                    boolean may = who.equals("office") || who.equals("administrator");
                    String expected = may ? row.getValue().getOrDefault(state, "") : "";
                    boolean rival = state.equals("WAITING")
                            && (row.getKey().equals("REPLACE") || row.getKey().equals("BESIDE"));
                    String name = "van-ban-" + ++next;
                    if (rival) {
                        document(pattern, name, "LIVE");
                    }
                    long id = document(pattern, name, state);
                    String what = who + " " + row.getKey() + " " + state;
                    String before = rows.dump("document", query);
                    String seen = seen(person(who));
                    tap(person(who), "doc:" + row.getKey() + ":" + id + ":0");
                    assertThat(seen(person(who))).as(what + ": an answer").isNotEqualTo(seen);
                    if (expected.isEmpty()) {
                        assertThat(rows.dump("document", query)).as(what).isEqualTo(before);
                    }
                    boolean stays = expected.isEmpty() || expected.equals(StatesPage.STAYS);
                    assertThat(rows.text("SELECT state FROM library_document WHERE id = " + id))
                            .as(what)
                            .isEqualTo(stays ? state : expected);
                    rows.any("DELETE FROM dialog");
                    // What is live would be on the shelf, and a twin of what comes next.
                    rows.any("UPDATE library_document SET state = 'DROPPED' WHERE id > " + pattern);
                }
            }
        }
        // Taken out, and another version has come into its place: it used to be told as brought back.
        document(pattern, "hai-ban", "LIVE");
        long old = document(pattern, "hai-ban", "WITHDRAWN");
        office.hasSeenAll();
        tap(office, "doc:BRING_BACK:" + old);
        office.sees("đang có bản khác");
        assertThat(rows.text("SELECT state FROM library_document WHERE id = " + old))
                .isEqualTo("WITHDRAWN");
    }

    private long document(long pattern, String name, String state) throws SQLException {
        rows.one("INSERT INTO library_document (state, document, language, file, sha256, file_name, media_type, pages,"
                + " recognised, particulars, brought_at, told_at) SELECT '" + state + "', '" + name
                + "', language, file, sha256, '" + name + ".txt', media_type, pages, recognised, particulars, 1, 1"
                + " FROM library_document WHERE id = " + pattern);
        long id = rows.number("SELECT MAX(id) FROM library_document");
        rows.any("INSERT INTO library_passage (document_id, place, name, heading, article, page, body) SELECT " + id
                + ", place, name, heading, article, page, body FROM library_passage WHERE document_id = " + pattern);
        return id;
    }

    @Test
    void members() throws SQLException {
        List<String> tables = List.of("member", "invitation", "unit", "audit", "shut_address");
        Map<String, Map<String, String>> page = StatesPage.table("Members");
        Map<String, Role> askers = Map.of(
                "lan",
                Role.CADRE,
                "lead",
                Role.LEAD,
                "otherLead",
                Role.LEAD,
                "office",
                Role.OFFICE,
                "administrator",
                Role.ADMINISTRATOR);
        for (Map.Entry<String, Role> asker : askers.entrySet()) {
            for (Role target : Role.values()) {
                for (String deed : List.of("y", "s:AUDITOR", "s:CADRE", "s:LEAD", "s:OFFICE", "s:ADMINISTRATOR")) {
                    String who = asker.getKey();
                    boolean may = reaches(page, who, asker.getValue(), target);
                    String to = deed.startsWith("s:") ? deed.substring(2) : target.name();
                    boolean done = may
                            && reaches(page, who, asker.getValue(), Role.valueOf(to))
                            && (deed.equals("y") || !to.equals(target.name()));
                    long id = ++next;
                    rows.one("INSERT INTO member (id, name, role, unit, created_at) VALUES (" + id + ", 'Người Số', '"
                            + target + "', '" + HERE + "', 1)");
                    String what = who + " " + deed + " " + target;
                    String verb = deed.equals("y") ? "members:y:" + id : "members:s:" + id + deed.substring(1);
                    walks(what, tables, done ? "done" : "", person(who), verb, () -> {});
                    assertThat(rows.text("SELECT role FROM member WHERE id = " + id))
                            .as(what)
                            .isEqualTo(done ? to : target.name());
                    assertThat(rows.number("SELECT COUNT(*) FROM member WHERE left_at IS NOT NULL AND id = " + id))
                            .as(what)
                            .isEqualTo(done && deed.equals("y") ? 1 : 0);
                    rows.any("UPDATE member SET left_at = 1 WHERE id = " + id);
                }
            }
        }
        String before = rows.dump(tables);
        for (String who : List.of("administrator", "office", "otherOffice", "lead")) {
            for (String verb : List.of("l", "y", "m", "r")) {
                tap(person(who), "members:" + verb + ":" + id("Trần Hoa"));
            }
            for (Role role : Role.values()) {
                tap(person(who), "members:s:" + id("Trần Hoa") + ":" + role);
            }
        }
        assertThat(rows.dump(tables)).as("the last administrator stays").isEqualTo(before);
    }

    private static boolean reaches(Map<String, Map<String, String>> page, String who, Role by, Role role) {
        String cell = page.get(by.name()).getOrDefault(role.name(), "");
        return cell.equals("everywhere") || (cell.equals("own unit") && !who.equals("otherLead"));
    }

    @Test
    void invitations() throws SQLException {
        List<String> tables = List.of("member", "invitation", "audit");
        String before = rows.dump(tables);
        for (Map.Entry<String, String> refused : Map.of(
                        "lan",
                        "cadre " + HERE,
                        "otherLead",
                        "cadre " + HERE,
                        "lead",
                        "office " + HERE,
                        "office",
                        "administrator " + HERE)
                .entrySet()) {
            person(refused.getKey()).says("/invite " + refused.getValue());
        }
        assertThat(rows.dump(tables)).isEqualTo(before);

        String used = invited();
        bot.stranger("Mai").says(used);
        String afterFirst = rows.dump(tables);
        assertThat(afterFirst).isNotEqualTo(before).contains("Mai");
        Member late = bot.stranger("Lạ");
        late.says(used);
        assertThat(rows.dump(tables)).isEqualTo(afterFirst);
        assertThat(seen(late)).isNotEmpty();

        String expired = invited();
        String open = rows.dump(tables);
        bot.clockAdvances(Duration.ofDays(8));
        late.says(expired);
        assertThat(rows.dump(tables)).isEqualTo(open);
    }

    private String invited() {
        Member administrator = person("administrator");
        administrator.says("/invite cadre " + HERE);
        // Its picture stands below the code.
        List<String> codes = bot.telegram().chat(administrator.chat()).stream()
                .flatMap(shown -> CODE.matcher(Markup.strip(shown.text())).results())
                .map(MatchResult::group)
                .toList();
        return codes.get(codes.size() - 1);
    }

    /** Taps; where nothing is expected, no row may change, and there must be an answer. */
    private void walks(
            String what, List<String> tables, String expected, Member asker, String button, Runnable afterwards)
            throws SQLException {
        String before = rows.dump(tables);
        String seen = seen(asker);
        tap(asker, button);
        assertThat(seen(asker)).as(what + ": an answer").isNotEqualTo(seen);
        if (expected.isEmpty()) {
            assertThat(rows.dump(tables)).as(what).isEqualTo(before);
        } else {
            afterwards.run();
        }
        rows.any("DELETE FROM dialog");
    }

    /** All that somebody was shown or told, and how often. */
    private String seen(Member asker) {
        return bot.telegram().chat(asker.chat()).stream()
                        .map(shown -> shown.text() + shown.buttons())
                        .toList()
                + " "
                + bot.telegram().toasts().stream()
                        .filter(toast -> !toast.isBlank())
                        .count();
    }

    private void tap(Member asker, String button) {
        List<FakeTelegram.Shown> chat = bot.telegram().chat(asker.chat());
        bot.telegram().taps(asker.chat(), "x", chat.get(chat.size() - 1).id(), button);
        bot.settles();
    }

    private boolean hasButton(Member asker, String action) {
        return bot.telegram().chat(asker.chat()).stream()
                .flatMap(shown -> shown.buttons().values().stream())
                .anyMatch(button -> button.startsWith(action));
    }

    /** The newest button whose action begins so. */
    private String buttonOf(Member asker, String action) {
        return bot.telegram().chat(asker.chat()).stream()
                .flatMap(shown -> shown.buttons().values().stream())
                .filter(button -> button.startsWith(action))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no button " + action + " in " + seen(asker)));
    }

    private Member person(String who) {
        return people.getOrDefault(who, people.get("lan"));
    }

    private long id(String name) throws SQLException {
        return rows.number("SELECT id FROM member WHERE name = '" + name + "'");
    }

    private long count(String sql) {
        try {
            return rows.number(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
