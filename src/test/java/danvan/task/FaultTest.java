package danvan.task;

import static danvan.text.Language.EN;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.task.programme.ProgrammeWriter;
import danvan.task.programme.Programmes;
import danvan.task.programme.Yaml;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with a programme is told in the language of who sent it, in the chat and in the cells' notes. */
class FaultTest {
    /** Words that every English sentence of ours has one of, and no Vietnamese or Turkish one. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?iU)\\b(the|is|are|there|expected|this|it|has|have|such|missing|stands|write|keep|from|more|than|programme)\\b");

    private static final Pattern QUOTED = Pattern.compile("«[^»]*»");
    private static final String TITLE =
            "    title: {vi: \"Giao ban tháng\", tr: \"Aylık toplantı\", en: \"Monthly meeting\"}\n";
    private static final String SOURCE = "    source: {document: hoi-nghi, passage: t1}\n";
    private static final String OFFICE = "audience: {level: province, roles: [office]}";
    private static final String DUE = "due: 2024-01-09";
    private static final String LAST = "lead_days: [3, 0]";

    /**
     * A faulty file.
     *
     * @param told the keys of what is to be said of it
     */
    private record Wrong(String name, ByteBuffer content, List<String> told) {
        Wrong(String name, byte[] content, String... told) {
            this(name, ByteBuffer.wrap(content), List.of(told));
        }
    }

    @TempDir
    Path folder;

    private TaskTestBot town;
    private final Map<Language, TaskTestBot.TestMember> office = new TreeMap<>();

    @BeforeEach
    void open() {
        town = new TaskTestBot(folder, "programmes");
        town.addUnit("tinh", "tỉnh T", "");
        for (Language language : Language.values()) {
            office.put(language, town.addMember("Minh " + language, Role.OFFICE, "province", language, "tinh"));
        }
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void everyFaultIsToldInTheSendersLanguageInTheChatAndInTheCells() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (Wrong wrong : all()) {
            for (Language language : Language.values()) {
                List<Outgoing> answer = sends(language, wrong);
                String chat = TaskTestBot.text(answer.get(0));
                for (String key : wrong.told()) {
                    softly.assertThat(chat).as(language + " chat").containsPattern(pattern(language, key));
                }
                softly.assertThat(foreign(language, chat)).as(chat).isEmpty();
                if (answer.size() > 1) {
                    String notes = notes(answer.get(1));
                    for (String key : wrong.told()) {
                        softly.assertThat(notes).as(language + " notes").containsPattern(pattern(language, key));
                    }
                    softly.assertThat(foreign(language, notes)).as(notes).isEmpty();
                    softly.assertThat(foreign(language, TaskTestBot.text(answer.get(1))))
                            .isEmpty();
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsWrongInTheFolderIsToldInTheLanguageOfWhoLooks(Language language) throws IOException {
        String sound = small();
        Files.writeString(folder.resolve("a.yml"), sound);
        Files.writeString(folder.resolve("b.yml"), sound);
        Files.write(folder.resolve("c.yml"), "ngày".getBytes(StandardCharsets.UTF_16));
        Files.createDirectory(folder.resolve("d.yml"));
        Files.writeString(folder.resolve("e.yml"), sound.replace(DUE, "due: soon"));
        String told = Programmes.in(folder).problems().stream()
                .map(problem -> problem.in(new Texts().in(language)))
                .collect(Collectors.joining("\n"));
        for (String key : ofFolder()) {
            assertThat(told).containsPattern(pattern(language, key));
        }
        assertThat(foreign(language, told)).isEmpty();
    }

    /** A fault that is added without a text, or without a case above, is found here. */
    @Test
    void everyFaultHasATextAndIsShownHere() throws IOException {
        Set<String> shown = new TreeSet<>(ofFolder());
        all().forEach(wrong -> shown.addAll(wrong.told()));
        assertThat(inTheSource()).isEqualTo(shown);
        for (Language language : Language.values()) {
            assertThat(new Texts()
                            .keys("task", language).stream()
                                    .filter(key -> key.startsWith("fault."))
                                    .map(key -> key.substring("fault.".length())))
                    .as(language.name())
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    private static List<String> ofFolder() {
        return List.of("otherProgramme", "notUtf8", "unread");
    }

    private static Set<String> inTheSource() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/danvan/task"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Pattern.compile("Problems\\.of\\(\\s*\"([^\"]+)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static List<Wrong> all() throws IOException {
        List<Wrong> all = new ArrayList<>();
        all.add(workbook(yaml -> yaml.replace(DUE, "due: 2024-02-30"), "noDate"));
        all.add(workbook(yaml -> yaml.replace(DUE, "due: 2025-01-09"), "otherYear"));
        all.add(workbook(yaml -> yaml.replace(DUE, DUE + "\n    every: {weekly: FRIDAY}"), "dueOrEvery"));
        all.add(workbook(yaml -> yaml.replace("monthly: 20", "monthly: 0"), "unexpected", "want.number", "is.written"));
        all.add(workbook(yaml -> yaml.replace("monthly: 20", "monthly: 31"), "noDayInMonth"));
        all.add(workbook(yaml -> yaml.replace("10-15", "02-30"), "noDay"));
        all.add(workbook(yaml -> yaml.replace("10-15", "02-29").replace("year: 2024", "year: 2023"), "noDayInYear"));
        all.add(workbook(yaml -> yaml.replace("weekly: FRIDAY", "weekly: SOMEDAY"), "unexpected", "want.oneOf"));
        all.add(workbook(yaml -> yaml.replace(TITLE, ""), "missing", "want.texts"));
        all.add(workbook(yaml -> yaml.replace(TITLE, "    title: {en: Meeting}\n"), "noVietnamese"));
        all.add(workbook(yaml -> yaml.replace(TITLE, "    title: {vi: " + "dài ".repeat(60) + "}\n"), "tooLong"));
        all.add(workbook(
                yaml -> yaml.replace(TITLE, "    title: {vi: Gọi bà Hoa số CCCD 034085001234}\n"), "personal"));
        all.add(workbook(yaml -> yaml.replace(SOURCE, ""), "missing", "want.source"));
        all.add(workbook(yaml -> yaml.replace(SOURCE, "    source: {document: d}\n"), "missing", "want.text"));
        all.add(workbook(yaml -> yaml.replace("    " + OFFICE + "\n", ""), "missing", "want.audience"));
        all.add(workbook(yaml -> yaml.replace(OFFICE, "audience: {level: province}"), "missing", "want.list"));
        all.add(workbook(yaml -> yaml.replace(OFFICE, "audience: {roles: [office]}"), "noAudience"));
        all.add(workbook(yaml -> yaml.replace("level: province", "level: phường"), "noLevel"));
        all.add(workbook(yaml -> yaml.replace("id: CUSTOM", "id: Việc 1"), "badId"));
        all.add(workbook(yaml -> yaml.replace("id: WEEKLY", "id: PLAN"), "otherTask", "row"));
        all.add(workbook(yaml -> yaml.replace(LAST, "owner: {unit: xa-khong}"), "noUnit"));
        all.add(workbook(yaml -> yaml.replace(LAST, "owner: {member: 4711}"), "noMember"));
        all.add(workbook(yaml -> yaml.replace(LAST, "owner: {unit: tinh, role: lead}"), "notOne"));
        all.add(workbook(yaml -> yaml.replace(LAST, "form: NONE"), "formOnly", "noForm"));
        all.add(workbook(yaml -> yaml.replace(LAST, "lead_days: [7, 7]"), "twice"));
        all.add(workbook(yaml -> yaml.replace(LAST, "period: 2024-Q1"), "periodOfRecurring"));
        all.add(workbook(
                yaml -> yaml.replaceFirst("(?m)^year.*\\n", "").replaceFirst("(?m)^name.*\\n", ""), "notOneHead"));
        all.add(workbook(yaml -> yaml.substring(0, yaml.indexOf("tasks:")) + "tasks: []", "noTasks"));
        all.add(edited(
                workbook -> {
                    var heads = workbook.getSheet("tasks").getRow(0);
                    heads.createCell(40).setCellValue("due");
                    heads.createCell(41).setCellValue("Ghi chú");
                    workbook.getSheet("tasks").getRow(2).createCell(0).setCellErrorValue(FormulaError.NA.getCode());
                },
                "columnTwice",
                "unknownColumn",
                "brokenCell"));
        all.add(edited(
                workbook -> {
                    for (int row = 7; row <= 2_001; row++) {
                        workbook.getSheet("tasks").createRow(row).createCell(50).setCellValue("X" + row);
                    }
                },
                "tooManyRows"));
        all.add(edited(workbook -> workbook.setSheetName(workbook.getSheetIndex("tasks"), "viec"), "noSheet"));
        all.add(new Wrong("programme.xlsx", new byte[] {1, 2, 3}, "notXlsx"));
        all.add(new Wrong("programme.xlsx", with("xl/vbaProject.bin", 3), "macros"));
        all.add(new Wrong("programme.xlsx", with("xl/media/picture.png", 65 << 20), "unfolds"));
        all.add(yaml(yaml -> yaml.replace(DUE, "when: now"), "unknownKey"));
        all.add(yaml(yaml -> yaml.replace("id: WEEKLY", "id: PLAN"), "otherTask", "line"));
        all.add(yaml(yaml -> yaml.replace(DUE, "due:"), "unexpected", "want.date", "is.nothing"));
        all.add(yaml(yaml -> yaml.replace(DUE, "due: [1]"), "unexpected", "is.list"));
        all.add(yaml(yaml -> yaml.replace(DUE, "due: {on: 1}"), "unexpected", "is.fields"));
        all.add(yaml(yaml -> yaml.replace(OFFICE, "audience: all"), "unexpected", "want.fields"));
        all.add(yaml(yaml -> yaml.replace("level: province", "level: [a]"), "unexpected", "want.level"));
        all.add(yaml(yaml -> yaml.replace("level: province", "units: [[a]]"), "unexpected", "want.unit"));
        all.add(yaml(yaml -> yaml.replace("roles: [office]", "roles: []"), "rolesEmpty"));
        all.add(yaml(yaml -> yaml.replace(LAST, "form: [a]"), "unexpected", "want.form"));
        all.add(yaml(yaml -> yaml.replace("\"10-15\"", "[1]"), "unexpected", "want.day"));
        all.add(yaml(yaml -> yaml.replace("status: proposed", "id: B"), "atLine", "keyTwice"));
        all.add(yaml(yaml -> yaml.replace("id: PLAN", "id: [PLAN"), "atLine", "notYaml"));
        all.add(new Wrong("programme.yml", "a: b".getBytes(StandardCharsets.UTF_8), "noTasksKey"));
        return all;
    }

    private List<Outgoing> sends(Language language, Wrong wrong) {
        town.sent = wrong.content().array();
        return town.sends(
                Optional.ofNullable(office.get(language)).orElseThrow(),
                new Incoming.File(
                        Incoming.Medium.DOCUMENT, "ref", wrong.name(), "application/octet-stream", 0, "", ""));
    }

    /** The English words in what somebody of another language is told; quotations, commands and the names of sheets are no words. */
    private static List<String> foreign(Language language, String told) {
        return language == EN
                ? List.of()
                : ENGLISH.matcher(QUOTED.matcher(told)
                                .replaceAll("")
                                .replaceAll("/\\w+|(?:tasks|programme)(?=[,:])|programme.yml", ""))
                        .results()
                        .map(MatchResult::group)
                        .toList();
    }

    /** A fault's sentence with anything in the places of its values. */
    private static Pattern pattern(Language language, String key) {
        String text = new Texts().pattern(language, "task.fault." + key).replace("''", "'");
        return Pattern.compile(
                Stream.of(text.split("\\{\\w+}", -1)).map(Pattern::quote).collect(Collectors.joining("(?s:.+)")));
    }

    private String notes(Outgoing answer) throws IOException {
        StringBuilder notes = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(town.bytes((Outgoing.File) answer)))) {
            workbook.forEach(sheet -> sheet.getCellComments()
                    .values()
                    .forEach(note -> notes.append(note.getString().getString()).append('\n')));
        }
        return notes.toString();
    }

    private static String small() {
        try {
            return Files.readString(Path.of("src/test/resources/task/programmes/small.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wrong yaml(UnaryOperator<String> edit, String... told) {
        return new Wrong("2024.yml", edit.apply(small()).getBytes(StandardCharsets.UTF_8), told);
    }

    private static Wrong workbook(UnaryOperator<String> edit, String... told) {
        return new Wrong("chuong-trinh.xlsx", workbook(edit.apply(small())), told);
    }

    private static byte[] workbook(String yaml) {
        try {
            return ProgrammeWriter.bytes(Yaml.parse(yaml));
        } catch (Yaml.Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static Wrong edited(Consumer<XSSFWorkbook> edit, String... told) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(small())));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.accept(workbook);
            workbook.write(out);
            return new Wrong("chuong-trinh.xlsx", out.toByteArray(), told);
        }
    }

    /** The small programme with one part more, of so many noughts. */
    static byte[] with(String part, int size) throws IOException {
        Path file = Files.createTempFile("with", ".xlsx");
        Files.write(file, workbook(small()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = from.getInputStream(entry)) {
                    in.transferTo(to);
                }
            }
            to.putNextEntry(new ZipEntry(part));
            to.write(new byte[size]);
        } finally {
            Files.deleteIfExists(file);
        }
        return out.toByteArray();
    }
}
