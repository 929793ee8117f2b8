package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.StatesPage;
import danvan.chat.Role;
import danvan.text.Language;
import danvan.text.Markup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number that can stand in a button, tapped by those whose it is not. Each tap must change nothing, and the answer
 * must be the one that is given for what does not exist. The table is told in docs/security.md.
 */
class AccessTest {
    private static final String DRAFT = "3b0f8d5e-1111-4222-8333-444455556666";
    private static final String NO_DRAFT = "3b0f8d5e-9999-4222-8333-444455556666";

    /** Whatever a tap might change; the pipe itself, and when somebody was seen, are left out. */
    private static final List<String> TABLES = List.of(
            "report",
            "report_draft",
            "report_event",
            "report_edition",
            "question",
            "curated_answer",
            "learned_words",
            "task_extension",
            "task_done",
            "task_snooze",
            "broadcast",
            "broadcast_person",
            "member",
            "invitation",
            "unit",
            "library_document",
            "form_sent",
            "reviewed_upload",
            "glossary_entry",
            "programme",
            "dialog",
            "job",
            "audit");

    @TempDir
    private Path data;

    private Bot bot;
    private Member writer;
    private Member colleague;
    private Member lead;
    private Member gone;
    private Member stranger;
    private long lan;
    private Rows rows;

    @BeforeEach
    void opens() throws SQLException {
        bot = new Bot(data, false);
        Member hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        writer = bot.member("Lan Báo Cáo", Role.CADRE, "xa-tien-duc", Language.VI);
        colleague = bot.member("Bình", Role.CADRE, "xa-tien-duc", Language.VI);
        lead = bot.member("Dũng", Role.LEAD, "xa-van-truong", Language.VI);
        gone = bot.member("Em Đã Nghỉ", Role.LEAD, "xa-tien-duc", Language.VI);
        stranger = bot.stranger("Lạ");
        rows = new Rows(data);
        lan = number("SELECT id FROM member WHERE name = 'Lan Báo Cáo'");
        hoa.says("/canbo Em Đã Nghỉ");
        hoa.taps(bot.telegram().chat(hoa.chat()).stream()
                .flatMap(shown -> shown.buttons().keySet().stream())
                .filter(label -> label.startsWith("Em Đã Nghỉ"))
                .findFirst()
                .orElseThrow());
        for (String verb : List.of("l", "y")) {
            tap(hoa, "members:" + verb + ":" + number("SELECT id FROM member WHERE name = 'Em Đã Nghỉ'"));
        }
        assertThat(number("SELECT COUNT(*) FROM member WHERE left_at IS NOT NULL"))
                .isOne();
        fills();
    }

    @AfterEach
    void closes() throws SQLException {
        rows.close();
        bot.close();
    }

    private void fills() throws SQLException {
        run("INSERT INTO report (id, year, number, form_id, form_version, form_title, instance_id, member_id, unit,"
                + " submitted_at, urgent, instance_xml, status) VALUES (7, 2024, 7, 'f', '1', 'Báo cáo', 'uuid:r', "
                + lan
                + ", 'xa-tien-duc', 1, 0, '<data/>', 'RECEIVED')");
        // A real one: what its own writer could not open either would show nothing.
        tap(writer, "report:f:f9");
        run("UPDATE report_draft SET id = 'uuid:" + DRAFT + "'");
        assertThat(answer(writer, "report:u:" + DRAFT)).isNotEqualTo(answer(writer, "report:u:" + NO_DRAFT));
        run("INSERT INTO question (member_id, number, asked_at, language, asked_in, words, searched, outcome, shown,"
                + " channel, chat, unit) VALUES (" + lan
                + ", 5, 9999999999999, 'vi', 'vi', 'bí mật', 'bí mật', 'NOT_FOUND', '{\"refs\":[]}', 'telegram', '1',"
                + " 'xa-tien-duc')");
        run("INSERT INTO curated_answer (member_id, number, language, question, answer, author, office, written_at,"
                + " expires_on) VALUES (" + lan
                + ", 5, 'vi', 'bí mật', 'bí mật', 1, 'tinh-thai-binh', 1, '2030-01-01')");
        run(
                "INSERT INTO learned_words (member_id, number, language, words, document, passage, passage_language, source,"
                        + " proposed_by, proposed_at) VALUES (" + lan
                        + ", 5, 'vi', 'bí mật', 'd', 'p', 'vi', 'TAPPED', " + lan
                        + ", 1)");
        run("INSERT INTO task_extension (id, task, period, member_id, wanted, reason, asked_at) VALUES"
                + " (7, '2024/T1', '2024-Q1', " + lan + ", '2024-05-01', 'bí mật', 1)");
        broadcast("aaaaaaaa", "PREPARED");
        broadcast("bbbbbbbb", "SENT");
        List<String> states = List.of("WAITING", "WITHDRAWN", "DROPPED", "FAILED", "SUPERSEDED");
        for (int i = 0; i < states.size(); i++) {
            run(
                    "INSERT INTO library_document (id, state, document, language, file, sha256, file_name, media_type, pages,"
                            + " recognised, particulars, told_at, brought_at) VALUES (" + (7 + i) + ", '"
                            + states.get(i) + "', 'd" + i
                            + "', 'vi', 'f7', 'x', 'bí mật.pdf', '', 1, 0, '{}', 1, 1)");
        }
        run("INSERT INTO file (id, sha256, bytes, created_at) VALUES ('f7', 'x', 1, 1)");
        run("INSERT INTO form_sent (file_id, file_name, form_id, version, title, state, sent_by, sent_at) VALUES"
                + " ('f7', 'a.xlsx', 'f', '2', 'bí mật', 'WAITING', 1, 1)");
        run("INSERT INTO form_sent (file_id, file_name, form_id, version, title, state, sent_by, sent_at) VALUES"
                + " ('f8', 'a.xlsx', 'f', '3', 'bí mật', 'DROPPED', 1, 1)");
        for (String kind : List.of("form", "glossary", "roster", "programme")) {
            run("INSERT INTO reviewed_upload (file_id, kind, file_name, state, sent_by, sent_at) VALUES ('" + kind
                    + "7', '" + kind + "', 'a.xlsx', 'WAITING', 1, 1)");
        }
    }

    private void broadcast(String code, String state) throws SQLException {
        run(
                "INSERT INTO broadcast (code, author, from_unit, channel, chat, language, text, audience, state, created_at,"
                        + " started_at) VALUES ('" + code + "', " + lan
                        + ", 'tinh-thai-binh', 'telegram', '1', 'vi', 'bí mật',"
                        + " '{\"unit\":\"xa-tien-duc\",\"roles\":[\"CADRE\"],\"members\":[]}', '" + state + "', 1, 1)");
        run("INSERT INTO broadcast_person (broadcast, member_id, name, unit, channel, chat, language, state) VALUES ('"
                + code + "', " + lan + ", 'Lan', 'xa-tien-duc', 'telegram', '1', 'vi', 'DELIVERED')");
    }

    /** Every enum of what buttons ask for, with the features whose buttons have its codes, and what may stand behind a code. */
    private List<Buttons> kinds() {
        String broadcast = "broadcast";
        return List.of(
                new Buttons("report.DeskAction", "desk", named("BC-2024-0007", "BC-2024-9999", ":0:" + lan)),
                new Buttons("report.dialog.DialogAction", "report", named(DRAFT, NO_DRAFT, "")),
                new Buttons("report.export.ExportAction", "export", named("f7", "f9", ":-:cl")),
                new Buttons("report.period.PeriodAction", "periodreport", named("7", "987", "")),
                new Buttons("ask.AskAct", "ask", named("5", "987", "", ":0")),
                new Buttons("ask.AskAct", "ask", named(lan + ":5", lan + ":987", "", ":3")),
                new Buttons("task.chat.Act", "task", named("7", "987", "")),
                new Buttons("task.chat.TeamAct", "team", named("7", "987", ":2024-Q1")),
                new Buttons("task.chat.ProgrammeAct", "programme", named("2024/T1", "2024/T999", ":1:0")),
                new Buttons("broadcast.BroadcastAct", broadcast, named("aaaaaaaa", "cccccccc", ":xa-tien-duc")),
                new Buttons("broadcast.BroadcastAct", broadcast, named("bbbbbbbb", "cccccccc", ":")),
                new Buttons(
                        "organization.chat.MemberAct",
                        "members",
                        named(Long.toString(lan), "987654", ":xa-van-truong")),
                new Buttons("organization.chat.MemberAct", "members", named("xa-tien-duc", "xa-nowhere", ":0")),
                new Buttons(
                        "organization.chat.PeopleAct", "people", named("CADRE:xa-tien-duc", "CADRE:xa-nowhere", "")),
                new Buttons("library.imports.desk.DocumentAct", "doc", named("7", "987", ":0")),
                new Buttons("desk.session.EntryAct", "pc", named("7", "987", "", ":42")),
                new Buttons("form.admin.FormAct", "form", named("f7", "f9", "")),
                new Buttons("form.admin.FormAct", "form", named("f8", "f9", "")),
                new Buttons("workbook.UploadAct", "form", named("form7", "f9", ":0")),
                new Buttons("workbook.UploadAct", "glossary", named("glossary7", "f9", ":0")),
                new Buttons("workbook.UploadAct", "roster", named("roster7", "f9", ":0")),
                new Buttons("workbook.UploadAct", "programme", named("programme7", "f9", ":0")));
    }

    /** What stands behind a code: something of Lan's, and the same of what does not exist. */
    private static Map<String, String> named(String real, String none, String... tails) {
        Map<String, String> values = new TreeMap<>();
        for (String tail : tails) {
            values.put(real + tail, none + tail);
        }
        return values;
    }

    private record Buttons(String type, String feature, Map<String, String> values) {
        void addTo(Map<String, String> buttons) {
            for (String code : codes()) {
                values.forEach((real, none) ->
                        buttons.put(feature + ":" + code + ":" + real, feature + ":" + code + ":" + none));
            }
        }

        /** The codes as the room's own enum has them: a new one is tapped without a word here. */
        private List<String> codes() {
            try {
                Class<?> acts = Class.forName("danvan." + type);
                Method code = acts.getDeclaredMethod("code");
                code.setAccessible(true);
                List<String> codes = new ArrayList<>();
                for (Object act : acts.getEnumConstants()) {
                    codes.add((String) code.invoke(act));
                }
                return codes;
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(type + " is no enum of codes", e);
            }
        }
    }

    /** Buttons about what is Lan's, each with the same button about what does not exist. */
    private Map<String, String> buttons() {
        Map<String, String> buttons = new TreeMap<>();
        kinds().forEach(kind -> kind.addTo(buttons));
        buttons.put("members:s:" + lan + ":LEAD", "members:s:987654:LEAD");
        StatesPage.table("Documents").keySet().forEach(verb -> {
            for (int id = 7; id <= 11; id++) {
                buttons.put("doc:" + verb + ":" + id + ":0", "doc:" + verb + ":987:0");
            }
        });
        for (String verb : List.of("WAITING_LIST", "HELD", "ALL_SURE")) {
            buttons.put("doc:" + verb + ":0", "doc:" + verb + ":987");
        }
        return buttons;
    }

    /** A feature that gets buttons, and is not listed here, is found. */
    @Test
    void everyEnumOfCodesIsTapped() throws IOException {
        Path sources = Path.of("src/main/java/danvan");
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).contains("implements Actions.Coded"))
                            .map(file -> sources.relativize(file)
                                    .toString()
                                    .replace(".java", "")
                                    .replace('/', '.')))
                    .isSubsetOf(kinds().stream().map(Buttons::type).toList())
                    .hasSizeGreaterThan(10);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsAnothersIsAsIfItWereNot() throws SQLException {
        String before = dump();
        for (Member asker : List.of(colleague, lead)) {
            asker.says("/start");
            for (Map.Entry<String, String> button : buttons().entrySet()) {
                if (button.getKey().startsWith("people:")) {
                    // A unit's code is no secret: the whole list of units is in the knowledge base.
                    tap(asker, button.getKey());
                } else {
                    assertThat(answer(asker, button.getKey()))
                            .as(asker.chat() + " " + button.getKey())
                            .isEqualTo(answer(asker, button.getValue()))
                            .noneMatch(text -> text.contains("bí mật") || text.contains("Lan Báo Cáo"));
                }
            }
        }
        assertThat(dump()).isEqualTo(before);
    }

    /** What the library answered stays between it and who asked, whatever a button of the office's says. */
    @Test
    void aQuestionThatWasAnsweredIsNotTheOffices() throws SQLException {
        run("INSERT INTO question (member_id, number, asked_at, language, asked_in, words, searched, outcome, shown,"
                + " channel, chat, unit) VALUES (" + lan
                + ", 6, 9999999999999, 'vi', 'vi', 'bí mật', 'bí mật', 'FOUND', '{\"refs\":[]}', 'telegram', '1',"
                + " 'xa-tien-duc')");
        Member office = bot.member("Phương", Role.OFFICE, "tinh-thai-binh", Language.VI);
        String before = dump();
        for (String verb : List.of("r", "k")) {
            String tail = verb.equals("k") ? ":3" : "";
            assertThat(answer(office, "ask:" + verb + ":" + lan + ":6" + tail))
                    .isEqualTo(answer(office, "ask:" + verb + ":" + lan + ":987" + tail))
                    .noneMatch(text -> text.contains("bí mật"));
        }
        assertThat(dump()).isEqualTo(before);
        assertThat(answer(office, "ask:r:" + lan + ":5"))
                .as("what was not answered is the office's")
                .anyMatch(text -> text.contains("bí mật"));
    }

    /** What stands behind a command is a name like any other; where the command takes none, it is not looked at. */
    @Test
    void whatIsTypedBehindACommandReachesNothingOfOthers() throws SQLException {
        String before = dump();
        Map<String, String> typed = new TreeMap<>();
        for (String command : List.of("reports", "dagui", "report", "ask", "canbo", "xuatfile", "baocaoky")) {
            typed.put("/" + command + " BC-2024-0007", "/" + command + " BC-2024-9999");
        }
        for (String command :
                List.of("tasks", "viec", "calendar", "lich", "team", "documents", "forms", "broadcasts")) {
            typed.put("/" + command + " 7", "/" + command + " 987");
        }
        typed.put("/tasks 2024/T1", "/tasks 2024/T999");
        typed.put("/broadcast aaaaaaaa", "/broadcast cccccccc");
        typed.put("/calendar " + lan, "/calendar 987654");
        typed.put("/canbo Lan Báo Cáo", "/canbo Không Có Ai");
        typed.put("/canbo " + lan, "/canbo 987654");
        typed.put("/start BC-2024-0007", "/start BC-2024-9999");
        typed.put("/cancel " + DRAFT, "/cancel " + NO_DRAFT);
        typed.put("BC-2024-0007", "BC-2024-9999");
        for (Member asker : List.of(colleague, lead)) {
            asker.says("/start");
            for (Map.Entry<String, String> words : typed.entrySet()) {
                List<String> real = answerTo(asker, words.getKey());
                List<String> none = answerTo(asker, words.getValue());
                assertThat(real)
                        .as(asker.chat() + " " + words.getKey())
                        .isNotEmpty()
                        .noneMatch(text ->
                                text.contains("bí mật") || text.contains("Lan Báo Cáo (") || text.contains("RECEIVED"))
                        .isEqualTo(none);
            }
        }
        rows.any("DELETE FROM question WHERE member_id <> " + lan);
        assertThat(dump()).isEqualTo(before);
    }

    /** The answers to what is typed, without the words typed and the numbers that count up. */
    private List<String> answerTo(Member asker, String words) {
        asker.hasSeenAll();
        List<String> before = shown(asker);
        asker.says(words);
        List<String> after = shown(asker);
        String argument = words.replaceFirst("^/\\w+ ", "").replaceAll("[0-9]+", "0");
        return after.subList(before.size(), after.size()).stream()
                .map(text -> text.replaceAll("[0-9]+", "0"))
                // A bare number is not looked for: it would also be taken out of "/clock +7d" in the help.
                .map(text -> argument.equals("0") ? text : text.replace(argument, "…"))
                .toList();
    }

    /** Lists and files that are made for somebody hold what that person may see, whatever the button asks for. */
    @Test
    void listsAndFilesOfOthersHoldNothing() throws Exception {
        run("UPDATE report SET submitted_at = " + bot.app().clock().instant().toEpochMilli() + " WHERE id = 7");
        Member here = bot.member("Minh", Role.LEAD, "xa-tien-duc", Language.VI);
        assertThat(answer(here, "desk:l:aa0::xa-tien-duc")).anyMatch(text -> text.contains("BC-2024-0007"));
        for (String unit : List.of("", "xa-tien-duc", "tinh-thai-binh")) {
            for (String what : List.of("l", "cs", "cp", "cf", "cu")) {
                for (String state : List.of("w", "m", "u", "r", "d", "a")) {
                    String button = "desk:" + what + ":" + state + "a0::" + unit;
                    for (Member asker : List.of(colleague, lead)) {
                        assertThat(answer(asker, button))
                                .as(asker.chat() + " " + button)
                                .noneMatch(text -> text.contains("BC-2024-0007") || text.contains("Lan Báo Cáo"));
                    }
                }
            }
        }
        run("INSERT INTO report (id, year, number, form_id, form_version, form_title, instance_id, member_id, unit,"
                + " submitted_at, urgent, instance_xml, status) SELECT 8, year, 8, form_id, form_version, form_title,"
                + " 'uuid:s', (SELECT id FROM member WHERE name = 'Dũng'), 'xa-van-truong', submitted_at, 0,"
                + " instance_xml, status FROM report WHERE id = 7");
        String form = formKey(here);
        for (String shape : List.of("cl", "cc", "xl", "xc", "clp", "xlp")) {
            String button = "export:g:" + form + ":-:" + shape;
            assertThat(filesFor(colleague, button)).as("a cadre's " + shape).isEmpty();
            List<byte[]> elsewhere = filesFor(lead, button);
            if (shape.endsWith("p")) {
                assertThat(elsewhere).as("personal answers " + shape).isEmpty();
            } else {
                assertThat(elsewhere)
                        .as("the lead of another unit " + shape)
                        .hasSize(1)
                        .allMatch(file -> holds(file, "BC-2024-0008") && !holds(file, "BC-2024-0007"));
                assertThat(filesFor(here, button))
                        .as("the lead of the unit " + shape)
                        .hasSize(1)
                        .allMatch(file -> holds(file, "BC-2024-0007") && !holds(file, "BC-2024-0008"));
            }
        }
    }

    /** The key by which buttons name the form. */
    private String formKey(Member asker) {
        asker.says("/export");
        return bot.telegram().chat(asker.chat()).stream()
                .flatMap(shown -> shown.buttons().values().stream())
                .filter(action -> action.startsWith("export:f:"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .substring("export:f:".length());
    }

    /** The files that a tap brings. */
    private List<byte[]> filesFor(Member asker, String button) {
        int before = files(asker).size();
        tap(asker, button);
        List<byte[]> after = files(asker);
        return after.subList(before, after.size());
    }

    private List<byte[]> files(Member asker) {
        return bot.telegram().chat(asker.chat()).stream()
                .flatMap(shown -> shown.file().stream())
                .map(file -> file.content().toByteArray())
                .toList();
    }

    /** Whether a file, or one packed into it, holds a word. */
    private boolean holds(byte[] file, String word) {
        if (file[0] != 'P') {
            return new String(file, StandardCharsets.UTF_8).contains(word);
        }
        try {
            Path workbook = Files.write(data.resolve("received.xlsx"), file);
            try (ZipFile zip = new ZipFile(workbook.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    if (new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).contains(word)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoLeftAndWhoNeverCameReachNothing() throws SQLException {
        String before = dump();
        for (Member asker : List.of(gone, stranger)) {
            asker.hasSeenAll();
            List<FakeTelegram.Shown> seen = bot.telegram().chat(asker.chat());
            for (String button : buttons().keySet()) {
                bot.telegram().taps(asker.chat(), "x", 1, button);
            }
            bot.settles();
            assertThat(bot.telegram().chat(asker.chat())).isEqualTo(seen);
        }
        assertThat(dump()).isEqualTo(before);
    }

    private List<String> answer(Member asker, String button) {
        List<String> before = shown(asker);
        int toasts = bot.telegram().toasts().size();
        tap(asker, button);
        List<String> after = shown(asker);
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (i >= before.size() || !after.get(i).equals(before.get(i))) {
                fresh.add(after.get(i));
            }
        }
        List<String> all = bot.telegram().toasts();
        fresh.addAll(all.subList(Math.min(toasts, all.size()), all.size()));
        return fresh;
    }

    private List<String> shown(Member asker) {
        return bot.telegram().chat(asker.chat()).stream()
                .map(shown -> Markup.strip(shown.text()) + shown.buttons())
                .toList();
    }

    private void tap(Member asker, String button) {
        // Where the button is said to stand: an answer may take the message's place.
        List<FakeTelegram.Shown> chat = bot.telegram().chat(asker.chat());
        bot.telegram().taps(asker.chat(), "x", chat.get(chat.size() - 1).id(), button);
        bot.settles();
    }

    private String dump() throws SQLException {
        return rows.dump(TABLES);
    }

    private long number(String sql) throws SQLException {
        return rows.number(sql);
    }

    private void run(String sql) throws SQLException {
        rows.one(sql);
    }
}
