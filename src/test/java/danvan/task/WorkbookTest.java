package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.task.programme.Programme;
import danvan.task.programme.ProgrammeReader;
import danvan.task.programme.ProgrammeTree;
import danvan.task.programme.ProgrammeWorkbook;
import danvan.task.programme.ProgrammeWriter;
import danvan.task.programme.Programmes;
import danvan.task.programme.Yaml;
import danvan.text.Problem;
import danvan.text.Texts;
import danvan.workbook.TestParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year's programme as a workbook: out, back in, and what is told where it is wrong. */
class WorkbookTest {
    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;
    private TaskTestBot.TestMember minh;

    @BeforeEach
    void open() {
        town = new TaskTestBot(folder, "programmes");
        town.addUnit("tinh", "tỉnh T", "");
        lan = town.addMember("Lan", Role.CADRE, "commune", VI, "tinh");
        minh = town.addMember("Minh", Role.OFFICE, "province", EN, "tinh");
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    /** Label and due_note were columns of which the guide said nothing. */
    @Test
    void theGuideSpeaksOfEveryColumn() throws Exception {
        byte[] workbook = ProgrammeWriter.bytes(Yaml.parse("{year: 2024, tasks: []}"), Optional.of(new Texts().in(EN)));
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var guided = new HashSet<String>();
            opened.getSheetAt(2).forEach(row -> {
                guided.addAll(List.of(row.getCell(0).getStringCellValue().split(", ", -1)));
            });
            assertThat(guided).containsAll(ProgrammeTree.COLUMNS);
        }
    }

    @Test
    void everyStarterProgrammeComesBackAsItWentOut() throws Exception {
        for (Programme programme :
                Programmes.in(Path.of("knowledge-base/programmes")).programmes()) {
            List<Problem> problems = new ArrayList<>();
            byte[] workbook = ProgrammeWriter.bytes(programme.tree());
            Yaml tree = ProgrammeWorkbook.read(workbook).tree();
            Programme back = ProgrammeReader.read("p.xlsx", tree, ReferenceCheck.ANYTHING, problems::add)
                    .orElseThrow(() -> new AssertionError(problems));
            assertThat(back.tasks()).isEqualTo(programme.tasks());
            Programme kept = ProgrammeReader.read("p", ProgrammeTree.yaml(tree), ReferenceCheck.ANYTHING, problems::add)
                    .orElseThrow(() -> new AssertionError(problems));
            assertThat(kept.tasks()).isEqualTo(programme.tasks());
        }
    }

    @Test
    void theOfficeGetsItChangesItAndAppliesItAndTheOldIsUntouchedUntilThen() {
        assertThat(town.says(minh, "/programme 2024")).anyMatch(Outgoing.File.class::isInstance);
        String yaml = programme().replace("due: 2024-01-09", "due: 2024-01-11");
        Outgoing diff = sends(workbook(yaml.replace("  - id: CUSTOM", "  - id: CUSTOM2")))
                .get(0);
        assertThat(TaskTestBot.text(diff)).isEqualTo("""
                🗂 Programme 2024
                1 new, 1 changed, 1 withdrawn.
                12 reminders this year to 1 unit.

                ➕ CUSTOM2 · Monthly meeting

                ✏️ PLAN · Draw up the plan: due 2024-01-09 → 2024-01-11

                ➖ CUSTOM · Monthly meeting

                ⚪ 1 new task is a proposal: it stays off until an administrator turns it on in /programme.""");
        assertThat(TaskTestBot.text(town.says(lan, "/tasks").get(0))).contains("09/01");
        town.taps(minh, TaskTestBot.button(diff, "Apply"));
        assertThat(TaskTestBot.text(town.says(lan, "/tasks").get(0))).contains("11/01");
        assertThat(town.taps(minh, TaskTestBot.button(diff, "Apply")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outgoing.Ack.class,
                        again -> assertThat(again.toast()).contains("decision on this file has already been made"));
        town.restarts();
        town.goesTo("2024-01-12T12:00");
        assertThat(town.ledger())
                .filteredOn(entry -> entry.who().equals("Lan"))
                .extracting(entry -> entry.day() + " " + entry.due() + " " + entry.lead())
                .containsExactly(
                        "2024-01-02 2024-01-09 7",
                        "2024-01-04 2024-01-11 7",
                        "2024-01-10 2024-01-11 1",
                        "2024-01-11 2024-01-11 0");
        assertThat(town.missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            due: 2024-01-09                         | due: 2024-02-30                        | tasks, row 2, column “due” (PLAN): there is no date '2024-02-30'
            every: {yearly: "10-15"}                | every: {yearly: "02-30"}               | tasks, row 6, column “every” (DAY): there is no day '02-30', so the task is never due
            every: {weekly: FRIDAY}                 | every: {weekly: FRIDAY}\\n    owner: {unit: xa-khong} | tasks, row 3, column “owner.unit” (WEEKLY): there is no unit 'xa-khong'
            id: WEEKLY                              | id: PLAN                               | tasks, row 3, column “id” (PLAN): there is another task with this id at tasks, row 2
            lead_days: [14]                         | lead_days: [7, 7]                      | tasks, row 6, column “lead_days” (DAY): 7 occurs twice
            """)
    void whatIsWrongIsToldByCellAndTheRunningProgrammeIsUntouched(String right, String wrong, String told) {
        List<Outgoing> answer = sends(workbook(programme().replace(right, wrong.replace("\\n", "\n"))));
        assertThat(TaskTestBot.text(answer.get(0))).contains("1 problem to fix").contains(told);
        assertThat(answer)
                .anyMatch(
                        one -> one instanceof Outgoing.File file && file.name().endsWith("errors.xlsx"));
        assertThat(town.database().<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM programme")))
                .isZero();
    }

    /** An office that sends back what it got was offered to apply nothing. */
    @Test
    void whatChangesNothingIsNotOffered() {
        Outgoing answer = sends(workbook(programme())).get(0);
        assertThat(TaskTestBot.text(answer))
                .isEqualTo("This file is identical to the current programme of 2024: there is nothing to change.");
        assertThat(TaskTestBot.buttons(answer)).isEmpty();
    }

    /** As a Vietnamese office writes them; they were refused. */
    @ParameterizedTest
    @CsvSource({"2024-01-09, 11/1/2024", "2024-01-09, 11/01", "2024-01-09, 11-1-2024", "2024-01-09, 11.1"})
    void aDateWithTheDayFirstIsOne(String iso, String dayFirst) {
        String yaml = programme().replace("due: " + iso, "due: \"" + dayFirst + "\"");
        town.taps(minh, TaskTestBot.button(sends(workbook(yaml)).get(0), "Apply"));
        assertThat(TaskTestBot.text(town.says(lan, "/tasks").get(0))).contains("11/01");
    }

    /** The columns have English keys, and nothing said what may stand in them. */
    @Test
    void theWorkbookSaysWhatToWriteAndIsReadBackWithThat() throws Exception {
        Outgoing.File sent = (Outgoing.File) town.says(minh, "/programme 2024").get(0);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(town.bytes(sent)))) {
            assertThat(workbook.getSheet("guide").getRow(8).getCell(1).getStringCellValue())
                    .startsWith("A recurring task: weekly FRIDAY; monthly 25");
        }
        assertThat(TaskTestBot.text(sends(town.bytes(sent)).get(0))).startsWith("This file is identical");
    }

    @Test
    void aYearWithoutAProgrammeSaysWhereToBegin() {
        assertThat(TaskTestBot.text(town.says(minh, "/programme 2025").get(0)))
                .isEqualTo("There is no programme for 2025. To start one, type /programme 2024, change the year, dates"
                        + " and tasks in the file to those of 2025, and send it back here.");
    }

    /** Excel makes a date of what is typed like one; the bot saw the number of a day and refused it. */
    @Test
    void aDateThatExcelMadeADateIsOne() throws Exception {
        byte[] edited = edited(workbook(programme()), sheet -> {
            XSSFCell due = cell(sheet, 1, "due");
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("[$-42A]dd/mm/yyyy"));
            due.setCellValue(LocalDate.of(2024, 1, 11));
            due.setCellStyle(style);
            cell(sheet, 1, "escalate_after").setCellFormula("1+1");
        });
        assertThat(TaskTestBot.text(sends(edited).get(0))).contains("0 new, 1 changed, 0 withdrawn.");
        town.taps(minh, TaskTestBot.button(sends(edited).get(0), "Apply"));
        assertThat(TaskTestBot.text(town.says(lan, "/tasks").get(0))).contains("11/01");
    }

    /** A Mac's workbooks count from 1904: the author was told of a day four years away that nobody had written. */
    @Test
    void aDateIsTheSameWhereDaysAreCountedFrom1904() throws Exception {
        byte[] edited = edited(workbook(programme()), sheet -> {
            TestParts.countFrom1904(sheet.getWorkbook());
            XSSFCell due = cell(sheet, 1, "due");
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("dd/mm/yyyy"));
            due.setCellValue(DateUtil.getExcelDate(LocalDate.of(2024, 1, 11), true));
            due.setCellStyle(style);
        });
        assertThat(TaskTestBot.text(sends(edited).get(0))).contains("0 new, 1 changed, 0 withdrawn.");
        town.taps(minh, TaskTestBot.button(sends(edited).get(0), "Apply"));
        assertThat(TaskTestBot.text(town.says(lan, "/tasks").get(0))).contains("11/01");

        byte[] faulty =
                edited(edited, sheet -> cell(sheet, 2, "escalate_after").setCellErrorValue(FormulaError.NA.getCode()));
        Outgoing.File marked = sends(faulty).stream()
                .filter(Outgoing.File.class::isInstance)
                .map(Outgoing.File.class::cast)
                .findFirst()
                .orElseThrow();
        try (XSSFWorkbook back = new XSSFWorkbook(new ByteArrayInputStream(town.bytes(marked)))) {
            assertThat(cell(back.getSheet("tasks"), 1, "due").getLocalDateTimeCellValue())
                    .isEqualTo("2024-01-11T00:00");
        }
    }

    /** The headings and words were English keys for everybody; a Vietnamese office reads and writes Vietnamese. */
    @Test
    void aVietnameseOfficeGetsAndSendsVietnameseHeadingsAndWords() throws Exception {
        TaskTestBot.TestMember hoa = town.addMember("Hoa", Role.OFFICE, "province", VI, "tinh");
        Outgoing.File file = (Outgoing.File) town.says(hoa, "/chuongtrinh 2024").get(0);
        byte[] workbook = town.bytes(file);
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            XSSFSheet tasks = opened.getSheet("Nhiệm vụ");
            assertThat(cell(tasks, 1, "Tên việc (tiếng Việt)").getStringCellValue())
                    .isNotBlank();
            assertThat(cell(tasks, 2, "Lặp lại").getStringCellValue()).isEqualTo("hằng tuần thứ Sáu");
            assertThat(cell(tasks, 5, "Lặp lại").getStringCellValue()).isEqualTo("hằng năm 15/10");
            assertThat(cell(tasks, 1, "Cấp được giao").getStringCellValue()).isEqualTo("Xã");
        }
        town.sent = workbook;
        assertThat(TaskTestBot.text(town.sends(hoa, file()).get(0))).contains("giống hệt chương trình 2024");
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet tasks = opened.getSheet("Nhiệm vụ");
            // In a hurry: without diacritics, another day, a word of the office's own.
            cell(tasks, 0, "Hạn").setCellValue("han");
            cell(tasks, 2, "Lặp lại").setCellValue("hang tuan thu nam");
            cell(tasks, 5, "Lặp lại").setCellValue("Hằng năm ngày 16/10");
            cell(tasks, 1, "Vai trò được giao").setCellValue("can bo, PHỤ TRÁCH");
            cell(tasks, 2, "Căn cứ").setCellValue("tự nghĩ ra");
            opened.write(out);
            town.sent = out.toByteArray();
        }
        List<Outgoing> told = town.sends(hoa, file());
        assertThat(TaskTestBot.text(told.get(0)))
                .contains("còn 1 chỗ cần sửa", "Nhiệm vụ, dòng 3, cột «Căn cứ» (WEEKLY)", "ghi «tự nghĩ ra»");
        town.sent =
                edited(town.sent, "Nhiệm vụ", sheet -> cell(sheet, 2, "Căn cứ").setCellValue("de xuat"));
        assertThat(TaskTestBot.text(town.sends(hoa, file()).get(0)))
                .contains("WEEKLY")
                .contains("Lặp lại hằng tuần thứ Sáu → hằng tuần thứ Năm")
                .contains("Lặp lại hằng năm 15/10 → hằng năm 16/10");
    }

    /** Offices put a title over a table; the title was told to be no column. */
    @Test
    void aTitleAboveTheHeadingsIsPassedOver() throws Exception {
        byte[] titled = edited(workbook(programme()), sheet -> {
            cell(sheet, 1, "due").setCellValue("11/1/2024");
            for (var each : sheet.getWorkbook()) {
                each.shiftRows(0, each.getLastRowNum(), 2);
                each.createRow(0).createCell(0).setCellValue("CHƯƠNG TRÌNH CÔNG TÁC NĂM 2024");
            }
        });
        assertThat(TaskTestBot.text(sends(titled).get(0))).contains("0 new, 1 changed, 0 withdrawn.");
    }

    /** The author moved a column and added one: the name of a cell in the chat was another cell in the file that came back. */
    @Test
    void cellsComeBackColouredWhereTheAuthorPutThem() throws Exception {
        byte[] edited = edited(workbook(programme()), sheet -> {
            sheet.getRow(0).createCell(40).setCellValue("due");
            sheet.getRow(1).createCell(40).setCellValue("2024-02-30");
            cell(sheet, 1, "due").setBlank();
            sheet.getRow(0).createCell(41).setCellValue("Ghi chú");
            sheet.getRow(1).createCell(41).setCellValue("hỏi lại anh Nam");
            cell(sheet, 2, "escalate_after").setCellErrorValue(FormulaError.NA.getCode());
            for (Row row : sheet) {
                if (row.getCell(13) != null) {
                    row.removeCell(row.getCell(13));
                }
            }
        });
        List<Outgoing> answer = sends(edited);
        assertThat(TaskTestBot.text(answer.get(0)))
                .contains("tasks, row 2, column “due” (PLAN): there is no date '2024-02-30'")
                .contains("tasks, row 1, column “Ghi chú”: unknown column")
                .contains("tasks, row 3, column “escalate_after”: the cell shows #N/A");
        Outgoing.File file = answer.stream()
                .filter(Outgoing.File.class::isInstance)
                .map(Outgoing.File.class::cast)
                .findFirst()
                .orElseThrow();
        try (XSSFWorkbook back = new XSSFWorkbook(new ByteArrayInputStream(town.bytes(file)))) {
            XSSFSheet sheet = back.getSheet("tasks");
            assertThat(sheet.getRow(1).getCell(40).getStringCellValue()).isEqualTo("2024-02-30");
            assertThat(sheet.getRow(1).getCell(41).getStringCellValue()).isEqualTo("hỏi lại anh Nam");
            assertThat(marked(sheet)).containsExactlyInAnyOrder("AO2", "AP1", "AC3");
            assertThat(sheet.getCellComments())
                    .hasEntrySatisfying(
                            new CellAddress("AO2"),
                            note -> assertThat(note.getString().getString())
                                    .startsWith("there is no date '2024-02-30'"));
        }
    }

    /** The form desk sees such a workbook first, but looks no farther than for the names of its sheets. */
    @Test
    void aWorkbookWithMacrosOrWithoutEndIsNotOpened() throws Exception {
        assertThat(TaskTestBot.text(
                        sends(FaultTest.with("xl/vbaProject.bin", 3)).get(0)))
                .contains("the file has macros");
        assertThat(TaskTestBot.text(
                        sends(FaultTest.with("xl/media/picture.png", 65 << 20)).get(0)))
                .contains("the file expands to more than 64 MB");
        assertThat(TaskTestBot.text(
                        sends(FaultTest.with("xl/media/picture.png", 1 << 20)).get(0)))
                .contains("identical to the current programme");
    }

    @Test
    void moreRowsThanAreReadAreNotPassedOver() throws Exception {
        byte[] edited = edited(workbook(programme()), sheet -> {
            for (int row = sheet.getLastRowNum() + 1; row <= 2_001; row++) {
                sheet.createRow(row).createCell(0).setCellValue("X" + row);
            }
        });
        assertThat(TaskTestBot.text(sends(edited).get(0))).contains("problems to fix");
        assertThat(town.database().<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM reviewed_upload")))
                .isZero();
    }

    @Test
    void yamlIsTakenAsAWorkbookIsAndToldByLine() {
        assertThat(TaskTestBot.text(sends("2024.yml", programme().replace("due: 2024-01-09", "due: 2024-01-11"))
                        .get(0)))
                .contains("0 new, 1 changed, 0 withdrawn.");
        String wrong = programme().replace("due: 2024-01-09", "due: 2024-02-30");
        int line = wrong.substring(0, wrong.indexOf("2024-02-30")).split("\n").length;
        assertThat(TaskTestBot.text(sends("2024.yml", wrong).get(0)))
                .startsWith("⚠️ 2024.yml cannot be used yet: 1 problem to fix. The current programme is unchanged.")
                .contains("• 2024.yml, line " + line + " (PLAN): due: there is no date '2024-02-30'");
        assertThat(TaskTestBot.text(sends("2024.yml", "tasks: [").get(0)))
                .contains("could not be read as a year's programme");
        assertThat(sends("notes.yml", "shopping: [milk]"))
                .noneMatch(one -> TaskTestBot.text(one).contains("programme"));
    }

    private List<Outgoing> sends(String name, String yaml) {
        town.sent = yaml.getBytes(StandardCharsets.UTF_8);
        return town.sends(
                minh, new Incoming.File(Incoming.Medium.DOCUMENT, "ref", name, "application/octet-stream", 0, "", ""));
    }

    private static byte[] edited(byte[] content, Consumer<XSSFSheet> edit) throws IOException {
        return edited(content, "tasks", edit);
    }

    private static byte[] edited(byte[] content, String sheet, Consumer<XSSFSheet> edit) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.accept(workbook.getSheet(sheet));
            new XSSFFormulaEvaluator(workbook).evaluateAll();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, String column) {
        for (Cell heading : sheet.getRow(0)) {
            if (heading.getStringCellValue().equals(column)) {
                return sheet.getRow(row).getCell(heading.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError("no column " + column);
    }

    private static List<String> marked(XSSFSheet sheet) {
        List<String> marked = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (((XSSFCell) cell).getCellStyle().getFillForegroundXSSFColor() != null
                        && "FFFFC7CE"
                                .equals(((XSSFCell) cell)
                                        .getCellStyle()
                                        .getFillForegroundXSSFColor()
                                        .getARGBHex())) {
                    marked.add(cell.getAddress().formatAsString());
                }
            }
        }
        return marked;
    }

    @Test
    void aWorkbookOfAnotherKindIsToldAndACadresIsNone() {
        assertThat(TaskTestBot.text(sends(new byte[] {1, 2, 3}).get(0))).contains("not an .xlsx workbook");
        town.sent = workbook(programme());
        assertThat(town.sends(lan, file()))
                .noneMatch(one -> TaskTestBot.text(one).contains("Chương trình"));
    }

    private List<Outgoing> sends(byte[] content) {
        town.sent = content;
        return town.sends(minh, file());
    }

    private static Incoming file() {
        return new Incoming.File(
                Incoming.Medium.DOCUMENT, "ref", "programme.xlsx", "application/octet-stream", 0, "", "");
    }

    private static String programme() {
        try {
            return java.nio.file.Files.readString(Path.of("src/test/resources/task/programmes/small.yml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] workbook(String yaml) {
        try {
            return ProgrammeWriter.bytes(Yaml.parse(yaml));
        } catch (Yaml.Malformed e) {
            throw new AssertionError(e);
        }
    }
}
