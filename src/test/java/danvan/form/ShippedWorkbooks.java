package danvan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes the workbooks in knowledge-base/forms from the short rows in src/test/resources/shipped-forms. Run after a
 * change: {@code mvn test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=danvan.form.ShippedWorkbooks}.
 */
final class ShippedWorkbooks {
    static final Path SOURCES = Path.of("src/test/resources/shipped-forms");
    static final Path FORMS = Path.of("knowledge-base/forms");
    private static final List<String> LANGUAGES = List.of("Tiếng Việt (vi)", "Türkçe (tr)", "English (en)");
    private static final List<String> TOO_LONG = List.of(
            "Dài quá %s ký tự. Xin viết ngắn lại.",
            "%s karakterden uzun. Lütfen kısaltın.", "This is longer than %s characters. Please shorten it.");
    private static final List<String> TOO_MANY =
            List.of("Số này phải từ 0 đến %s.", "Sayı 0 ile %s arasında olmalı.", "The number must be from 0 to %s.");

    private ShippedWorkbooks() {}

    public static void main(String[] args) throws IOException {
        for (var source : sources()) {
            var form = new ObjectMapper(new YAMLFactory()).readTree(source.toFile());
            try (var workbook = new XSSFWorkbook();
                    OutputStream out = Files.newOutputStream(workbook(form))) {
                sheets(form).forEach((name, rows) -> write(workbook.createSheet(name), rows));
                workbook.write(out);
            }
        }
    }

    static List<Path> sources() {
        try (var files = Files.list(SOURCES)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path workbook(JsonNode form) {
        return FORMS.resolve(form.path("file").asText() + ".xlsx");
    }

    /** The rows of each sheet: column to text. */
    static Map<String, List<Map<String, String>>> sheets(JsonNode form) {
        var survey = new ArrayList<Map<String, String>>();
        form.path("survey").forEach(row -> survey.add(survey(row)));
        var choices = new ArrayList<Map<String, String>>();
        form.path("lists")
                .properties()
                .forEach(list -> list.getValue().forEach(choice -> {
                    var row = new LinkedHashMap<>(Map.of("list_name", list.getKey()));
                    row.put("name", choice.path(0).asText());
                    translated(row, "label", choice, 1);
                    choices.add(row);
                }));
        var settings = new LinkedHashMap<String, String>();
        form.path("settings")
                .properties()
                .forEach(s -> settings.put(s.getKey(), s.getValue().asText()));
        settings.put("default_language", LANGUAGES.get(0));
        translated(settings, "form_title", form.path("title"), 0);
        var sheets = new LinkedHashMap<String, List<Map<String, String>>>();
        sheets.put("survey", survey);
        sheets.put("choices", choices);
        sheets.put("settings", List.of(settings));
        return sheets;
    }

    private static Map<String, String> survey(JsonNode source) {
        var row = new LinkedHashMap<String, String>();
        source.properties().forEach(cell -> {
            var value = cell.getValue();
            switch (cell.getKey()) {
                case "q" -> translated(row, "label", value, 0);
                case "h" -> translated(row, "hint", value, 0);
                case "m" -> translated(row, "constraint_message", value, 0);
                case "text" -> limit(row, "string-length(.) <= " + value.asText(), TOO_LONG, value.asText());
                case "count" -> limit(row, ". >= 0 and . <= " + value.asText(), TOO_MANY, value.asText());
                default -> row.put(cell.getKey(), value.asText());
            }
        });
        return row;
    }

    private static void limit(Map<String, String> row, String constraint, List<String> words, String limit) {
        row.put("constraint", constraint);
        for (int i = 0; i < LANGUAGES.size(); i++) {
            row.put("constraint_message::" + LANGUAGES.get(i), words.get(i).replace("%s", limit));
        }
    }

    private static void translated(Map<String, String> row, String column, JsonNode texts, int from) {
        for (int i = 0; i < LANGUAGES.size(); i++) {
            row.put(column + "::" + LANGUAGES.get(i), texts.path(from + i).asText());
        }
    }

    private static void write(Sheet sheet, List<Map<String, String>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        var order = List.copyOf(columns);
        var workbook = sheet.getWorkbook();
        var bold = workbook.createFont();
        bold.setBold(true);
        var heading = workbook.createCellStyle();
        heading.setFont(bold);
        var wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        var first = sheet.createRow(0);
        for (int c = 0; c < order.size(); c++) {
            first.createCell(c).setCellValue(order.get(c));
            first.getCell(c).setCellStyle(heading);
            sheet.setColumnWidth(c, (order.get(c).contains("::") ? 38 : 22) * 256);
        }
        for (int r = 0; r < rows.size(); r++) {
            var row = sheet.createRow(r + 1);
            for (int c = 0; c < order.size(); c++) {
                var text = rows.get(r).get(order.get(c));
                if (text != null) {
                    row.createCell(c).setCellValue(text);
                    row.getCell(c).setCellStyle(wrapped);
                }
            }
        }
        sheet.createFreezePane(2, 1);
    }
}
