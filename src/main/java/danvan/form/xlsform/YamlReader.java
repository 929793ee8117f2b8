package danvan.form.xlsform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import danvan.form.FormProblem;
import danvan.form.xform.XmlText;
import danvan.text.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads the sheets from YAML: {@code settings} (one row), {@code survey} and {@code choices} (lists of rows), each row a
 * map from XLSForm's column names to text. Read as a stream of tokens, because the author is told the line.
 */
public final class YamlReader {
    private static final Problem SHAPE = FormProblem.of("want.shapeYaml");

    private final String file;
    private final Consumer<Problem> problems;
    private Row settings = new Row("settings", 1, java.util.Map.of());
    private final List<Row> survey = new ArrayList<>();
    private final List<Row> choices = new ArrayList<>();
    private boolean sound = true;

    private YamlReader(String file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    public static Optional<XlsForm> read(String file, String yaml, Consumer<Problem> problems) {
        var rows = new YamlReader(file, problems);
        var factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(yaml)) {
            rows.readSheets(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            rows.report("", line, "", FormProblem.of("badYaml", essence(e.getOriginalMessage())), SHAPE);
        } catch (IOException e) {
            rows.report("", 0, "", FormProblem.of("unreadableYaml", String.valueOf(e.getMessage())), SHAPE);
        }
        return rows.sound ? Optional.of(new XlsForm(file, rows.settings, rows.survey, rows.choices)) : Optional.empty();
    }

    private void readSheets(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            report("", 1, "", FormProblem.of("noSheets"), SHAPE);
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var sheet = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            var first = parser.nextToken();
            if (sheet.equals("settings") && first == JsonToken.START_OBJECT) {
                settings = readRow(parser, sheet, line);
            } else if (sheet.equals("survey") && first == JsonToken.START_ARRAY) {
                readRows(parser, sheet, survey);
            } else if (sheet.equals("choices") && first == JsonToken.START_ARRAY) {
                readRows(parser, sheet, choices);
            } else {
                report(sheet, line, "", FormProblem.of("noSheet"), SHAPE);
                parser.skipChildren();
            }
        }
    }

    private void readRows(JsonParser parser, String sheet, List<Row> into) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                into.add(readRow(parser, sheet, line));
            } else {
                report(sheet, line, "", FormProblem.of("noRow"), FormProblem.of("want.cells"));
                parser.skipChildren();
            }
        }
    }

    private Row readRow(JsonParser parser, String sheet, int line) throws IOException {
        var cells = new LinkedHashMap<String, Row.Cell>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var heading = parser.currentName();
            int cellLine = parser.currentTokenLocation().getLineNr();
            var token = parser.nextToken();
            if (token.isStructStart()) {
                report(sheet, cellLine, heading, FormProblem.of("nested"), FormProblem.of("want.plain"));
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                var text = XmlText.clean(parser.getText()).strip();
                if (!text.isEmpty()) {
                    cells.put(Columns.canonical(heading), new Row.Cell(sheet, heading, text, cellLine));
                }
            }
        }
        return new Row(sheet, line, cells);
    }

    private void report(String sheet, int line, String column, Problem found, Problem expected) {
        sound = false;
        problems.accept(FormProblem.at(file, sheet, line, column, found, expected));
    }

    /** What the reader says, without its excerpts of the file. */
    private static String essence(String message) {
        return message.lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "))
                .strip();
    }
}
