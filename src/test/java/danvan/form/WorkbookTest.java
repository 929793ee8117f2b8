package danvan.form;

import static danvan.form.TestWorkbooks.workbook;
import static danvan.form.TestWorkbooks.zipped;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.check.FormCheck;
import danvan.text.Language;
import danvan.text.Texts;
import danvan.workbook.MarkedWorkbook;
import danvan.workbook.WorkbookParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that come as Excel files, good and bad. */
class WorkbookTest {
    private final List<Fault> problems = new ArrayList<>();

    private Optional<Form> read(byte[] content) {
        var check = FormCheck.of("form.xlsx", content, () -> {});
        check.problems().forEach(problem -> problems.add(Fault.of(problem)));
        return check.form().filter(form -> check.isFit());
    }

    private static final Object[][] CHOICES = {
        {"list name", "name", "label"}, {"fruit", "a", "Ổi"}, {"fruit", "b", "Nhãn"}
    };

    @Test
    void askWhatIsWrittenInThem() throws IOException {
        var form = read(workbook(
                        new Object[][] {
                            {"Type", "name", "Label", "required", "default", "parameters", "image", "guidance_hint"},
                            {"integer", "n", "Bao nhiêu?", true, 3.0, "", "map.png", "Đếm cả hai bên."},
                            {"select one from fruit or specify other", "f", "Quả gì?", "", "", "", "", ""},
                            {"range", "r", "Mấy điểm?", "", "", "start=0 end=10 step=5", "", ""},
                            {"percentage", "p", "Bao nhiêu phần trăm?", "", "", "", "", ""},
                            {"deviceid", "d", "", "", "", "", "", ""},
                            {"note", "", "Xong “${n}”.", "", "", "", "", ""}
                        },
                        CHOICES))
                .orElseThrow();
        var dialog = Dialog.with(form, "vi");

        assertThat(problems).isEmpty();
        assertThat(dialog.question().required()).isTrue();
        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("3");
        assertThat(dialog.question().hint()).contains("Đếm cả hai bên.");
        try (var session = dialog.open()) {
            assertThat(session.media()).containsExactly(new Media("image", "map.png"));
        }
        dialog.says("4");
        dialog.gives(new Answer.Chosen("other"));
        assertThat(dialog.at()).isEqualTo("/data/f_other");
        dialog.says("Mít");
        assertThat(dialog.question().hint()).contains("0–10 (5)");
        assertThat(dialog.isRefused("7").message()).contains("0–10");
        dialog.says("5");
        dialog.isRefused("101");
        dialog.says("100");
        assertThat(((Step.Note) dialog.step()).text()).isEqualTo("Xong “4”.");
        assertThat(dialog.says("").finishes().value("f_other")).contains("Mít");
    }

    private static byte[] edited(Object[][] survey, boolean from1904, Consumer<XSSFWorkbook> edit) throws IOException {
        var sheets = new LinkedHashMap<String, Object[][]>();
        sheets.put("survey", survey);
        sheets.put("choices", CHOICES);
        sheets.put("settings", new Object[][] {{"form_id", "version", "form_title"}, {"f", 1.1, 2024.0}});
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(TestWorkbooks.of(sheets)));
                var out = new ByteArrayOutputStream()) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(from1904);
            edit.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void set(XSSFWorkbook workbook, String cell, double value, String format) {
        var sheet = workbook.getSheet(cell.substring(0, cell.indexOf('!')));
        var address = new CellAddress(cell.substring(cell.indexOf('!') + 1));
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        var target =
                sheet.getRow(address.getRow()).getCell(address.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        target.setCellValue(value);
        target.setCellStyle(style);
    }

    /** On a Mac, Excel counted days from 1904; the bot put a default of 5 March 2024 into the year 2020. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDateIsTheAuthorsWhereverTheWorkbookCountsItsDaysFrom(boolean from1904) throws IOException {
        var content = edited(
                new Object[][] {
                    {"type", "name", "label", "default"},
                    {"date", "d", "Ngày nào?", ""},
                    {"datetime", "t", "Lúc nào?", ""}
                },
                from1904,
                workbook -> {
                    var day = LocalDate.of(2024, 3, 5).atStartOfDay();
                    set(workbook, "survey!D2", DateUtil.getExcelDate(day, from1904), "dd/mm/yyyy");
                    set(
                            workbook,
                            "survey!D3",
                            DateUtil.getExcelDate(day.withHour(19).withMinute(45), from1904),
                            "d/m/yy h:mm");
                });

        var dialog = Dialog.with(read(content).orElseThrow(), "vi");
        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("05/03/2024");
        var sent = dialog.gives(new Answer.Typed("5/3/2024"))
                .says("5/3/2024 19:45")
                .finishes();
        assertThat(sent.value("d")).contains("2024-03-05");
    }

    /** Choices were 0.5, 2 and 7, and version 1.10 was 1.1, which is older than 1.9. */
    @Test
    void peopleReadWhatExcelShowsAndTheEngineTheNumberBehindIt() throws IOException {
        var content = edited(
                new Object[][] {
                    {"type", "name", "label", "hint", "default"},
                    {"select_one fruit", "f", "Quả gì?", "", ""},
                    {"decimal", "p", "Phần?", "", ""},
                    {"text", "code", "Mã?", "", ""}
                },
                false,
                workbook -> {
                    set(workbook, "choices!C2", 0.5, "0%");
                    set(workbook, "choices!C3", 2, "0.00");
                    set(workbook, "survey!D2", 1000, "#,##0");
                    set(workbook, "survey!E3", 0.5, "0%");
                    set(workbook, "survey!E4", 7, "000");
                    set(workbook, "settings!B2", 1.1, "0.00");
                });

        var form = read(content).orElseThrow();
        assertThat(form.version()).isEqualTo("1.10");
        assertThat(form.title("vi")).isEqualTo("2024");
        var dialog = Dialog.with(form, "vi");
        assertThat(dialog.question().choices()).extracting(Choice::label).containsExactly("50%", "2.00");
        assertThat(dialog.question().hint()).contains("1,000");
        dialog.says("50%");
        assertThat(dialog.question().answer())
                .map(given -> given.values().get(0))
                .contains("0.5");
        dialog.says("0,5");
        assertThat(dialog.question().answer()).map(CurrentAnswer::text).contains("007");
    }

    /** Cells with an error or without a result looked empty, and the form went live without them. */
    @Test
    void aCellThatShowsNothingBecauseItsFormulaIsBrokenIsTold() throws IOException {
        var survey = new Object[][] {{"type", "name", "label", "hint"}, {"text", "a", "A", ""}};
        var noResult = edited(
                survey,
                false,
                workbook -> workbook.getSheet("survey").getRow(1).createCell(3).setCellFormula("1+1"));
        var error = edited(
                survey,
                false,
                workbook ->
                        workbook.getSheet("survey").getRow(1).getCell(3).setCellErrorValue(FormulaError.NA.getCode()));

        assertTold(noResult, "=1+1");
        assertTold(error, "#N/A");
        assertThat(problems).singleElement().satisfies(p -> {
            assertThat(p.row()).isEqualTo(2);
            assertThat(p.column()).isEqualTo("hint");
        });
    }

    @Test
    void nameSheetRowAndColumnOfEveryFaultAndCarryThemInTheFile() throws IOException {
        var content = workbook(
                new Object[][] {
                    {"type", "name", "label", "appearance"},
                    {"txet", "a", "A", ""},
                    {"image", "b", "B", "signature"},
                    {"osm fruit", "c", "C", ""},
                    {"text", "d", "", ""}
                },
                CHOICES);

        assertThat(read(content)).isEmpty();
        assertThat(problems)
                .extracting(p -> p.sheet() + " " + p.row() + " " + p.column())
                .containsExactly("survey 2 type", "survey 3 appearance", "survey 4 type", "survey 5 label");
        var marked = marked(content, Language.EN).orElseThrow();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
            var cell = workbook.getSheet("Survey").getRow(2).getCell(3);
            assertThat(cell.getStringCellValue()).isEqualTo("signature");
            assertThat(cell.getCellComment().getString().getString()).contains("no drawing surface");
            assertThat(cell.getCellStyle().getFillForegroundColorColor()).isNotNull();
            assertThat(workbook.getSheet("choices").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("Ổi");
        }
    }

    @Test
    void aRepeatCountOfAMillionIsTooMuchAndNotMade() throws IOException {
        var form = read(workbook(
                        new Object[][] {
                            {"type", "name", "label", "repeat_count"},
                            {"integer", "n", "Bao nhiêu hộ?", ""},
                            {"begin repeat", "h", "Hộ", "${n}"},
                            {"text", "t", "Gì?", ""},
                            {"end repeat", "", "", ""}
                        },
                        CHOICES))
                .orElseThrow();
        var dialog = Dialog.with(form, "vi");

        assertThat(dialog.isRefused("1000000").reason()).isEqualTo(Outcome.Reason.NUMBER_TOO_LARGE);
        assertThat(dialog.says("2").at()).isEqualTo("/data/h/t");
    }

    @Test
    void chanceIsTheSameAfterARestart() throws IOException {
        var form = read(workbook(
                new Object[][] {
                    {"type", "name", "label", "calculation"},
                    {"calculate", "id", "", "uuid()"},
                    {"calculate", "dice", "", "round(random() * 6, 0)"},
                    {"text", "t", "Gì?", ""}
                },
                CHOICES));

        assertThat(problems).isEmpty();
        assertThat(form).isPresent();
    }

    /** Such a file was called damaged: its parts say how long they are only behind their content. */
    @Test
    void areReadWhereTheBotWroteThem() throws IOException {
        var sheets = Map.<String, Object[][]>of(
                "survey", new Object[][] {{"type", "name", "label"}, {"text", "road", "Đường nào hỏng?"}});

        assertThat(read(TestWorkbooks.asOurs(sheets))).isPresent();
        assertThat(problems).isEmpty();
        var faulty = TestWorkbooks.asOurs(Map.of(
                "survey", new Object[][] {{"type", "name", "label"}, {"txet", "road", "Đường?"}}));
        assertTold(faulty, "txet");
        assertThat(marked(faulty, Language.VI)).isNotEmpty();
    }

    @Test
    void areNotOpenedWhenTheyUnfoldWithoutEnd() throws IOException {
        assertTold(zipped("xl/worksheets/sheet1.xml", 200 << 20), "expands to an abnormal size");
    }

    /** POI reads such a file from its beginning, past what the guard has counted. */
    @Test
    void areMarkedWithoutPartsThatTheyDoNotList() throws IOException {
        var hidden = zipped("xl/media/hidden.bin", 10);
        var survey = TestWorkbooks.asOurs(Map.of("survey", new Object[][] {{"type"}}));
        var both = new ByteArrayOutputStream();
        both.write(hidden, 0, hidden.length - 22);
        both.write(survey);

        assertThat(both.toString(StandardCharsets.ISO_8859_1)).contains("hidden.bin");
        assertThat(new String(WorkbookParts.listed(both.toByteArray()), StandardCharsets.ISO_8859_1))
                .contains("xl/workbook.xml")
                .doesNotContain("hidden.bin");
    }

    @Test
    void areNotOpenedWithMacros() throws IOException {
        assertTold(zipped("xl/vbaProject.bin", 10), "macros");
    }

    @Test
    void areToldWhenTheyAreEmptyOrSomethingElse() throws IOException {
        assertTold(new byte[0], "is empty");
        assertTold(new byte[50 << 20], "too large");
        assertTold("PK and more".getBytes(StandardCharsets.UTF_8), "not an Excel workbook");
        assertTold(zipped("word/document.xml", 10), "not an Excel workbook");
        assertTold(zipped("xl/workbook.xml", 10), "damaged");
        assertTold(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "old Excel format");
        assertTold(workbook(new Object[][] {{"budget"}}, new Object[][] {{"x"}}), "has no rows");
    }

    private void assertTold(byte[] content, String found) {
        problems.clear();
        assertThat(read(content)).isEmpty();
        assertThat(problems)
                .singleElement()
                .satisfies(p -> assertThat(p.found()).contains(found));
    }

    /** Rows of headings were looked for in the first row only: "no rows", though they were there. */
    @Test
    void titlesAboveTheHeadingsAreSkippedAndVietnameseHeadingsUnderstood() throws IOException {
        var sheets = new LinkedHashMap<String, Object[][]>();
        sheets.put("survey", new Object[][] {
            {"ỦY BAN NHÂN DÂN XÃ"},
            {},
            {"Mẫu báo cáo đường hỏng (ghi chú: không sửa dòng này)"},
            {"Loại câu hỏi", "Mã câu hỏi", "Câu hỏi", "Bắt buộc", "Gợi ý", "name of the author"},
            {"text", "duong", "Đường nào hỏng?", "có", "Tên đường", "Hoa"},
            {"select_one muc", "muc_do", "Hỏng mức nào?", "không", "", ""}
        });
        sheets.put("choices", new Object[][] {
            {"Các lựa chọn"}, {"Danh sách", "Mã", "Nhãn"}, {"muc", "nhe", "Nhẹ"}, {"muc", "nang", "Nặng"}
        });
        sheets.put("settings", new Object[][] {
            {"Thông tin chung"}, {"Mã biểu mẫu", "Phiên bản", "Tên biểu mẫu"}, {"duong-hong", "3", "Đường hỏng"}
        });
        var form = FormLoader.read("mau.xlsx", TestWorkbooks.of(sheets), problem -> problems.add(Fault.of(problem)));

        assertThat(problems).isEmpty();
        assertThat(form).hasValueSatisfying(read -> {
            assertThat(read.id() + " " + read.version() + " " + read.title("vi"))
                    .isEqualTo("duong-hong 3 Đường hỏng");
            assertThat(read.fields("vi").stream().filter(Field::asked).map(Field::label))
                    .containsExactly("Đường nào hỏng?", "Hỏng mức nào?");
            assertThat(read.source().xform()).contains("required=\"true()\"").doesNotContain("\"có\"", "\"không\"");
        });
    }

    /** A fault below a title is told, and marked, at its own row. */
    @Test
    void aFaultBelowATitleIsMarkedWhereItStands() throws IOException {
        var content = TestWorkbooks.workbook(
                new Object[][] {{"MẪU BÁO CÁO"}, {"type", "name", "label", "Loại"}, {"txet", "a", "A", "ghi chú"}},
                new Object[][] {{"list_name", "name", "label"}});
        var check = FormCheck.of("form.xlsx", content, () -> {});

        assertThat(check.problems())
                .singleElement()
                .satisfies(problem -> assertThat(Fault.of(problem))
                        .extracting(Fault::row, Fault::column)
                        .containsExactly(3, "type"));
        try (var marked = new XSSFWorkbook(
                new ByteArrayInputStream(marked(content, Language.VI).orElseThrow()))) {
            assertThat(marked.getSheetAt(0).getRow(2).getCell(0).getCellComment())
                    .isNotNull();
        }
    }

    private static Optional<byte[]> marked(byte[] content, Language language) {
        return MarkedWorkbook.noted(
                content,
                FormCheck.of("form.xlsx", content, () -> {}).problems().stream()
                        .map(problem -> MarkedWorkbook.Note.of(problem.withoutFile(), new Texts().in(language)))
                        .toList(),
                FormCheck::column);
    }
}
