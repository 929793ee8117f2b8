package danvan.form.xlsform;

import danvan.form.xform.FormLanguages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code or_other} adds to a select: a choice «other» in its list, and a question that asks what it is. Names are
 * the ones every XLSForm converter gives; the words are there in each language this bot speaks.
 */
final class OtherChoice {
    static final String VALUE = "other";

    private static final Map<String, String> CHOICE = Map.of("vi", "Khác", "tr", "Diğer", "en", "Other");
    private static final Map<String, String> QUESTION =
            Map.of("vi", "Xin ghi rõ.", "tr", "Lütfen belirtin.", "en", "Specify other.");

    private OtherChoice() {}

    static void addChoice(Row select, List<Row> list, List<String> languages) {
        if (list.stream().noneMatch(row -> SurveyReader.choiceValue(row).equals(VALUE))) {
            var cells = new LinkedHashMap<String, Row.Cell>();
            cells.put("name", cell("choices", select, VALUE));
            cells.putAll(labels("choices", select, CHOICE, languages));
            list.add(new Row("choices", select.number(), cells));
        }
    }

    /** The question asked when «other» is chosen. */
    static SurveyNode.Leaf question(SurveyNode.Leaf select, List<String> languages) {
        var cells = new LinkedHashMap<String, Row.Cell>();
        cells.put("relevant", cell("survey", select.row(), "selected(${" + select.name() + "}, '" + VALUE + "')"));
        cells.putAll(labels("survey", select.row(), QUESTION, languages));
        var row = new Row("survey", select.row().number(), cells);
        return new SurveyNode.Leaf(row, select.name() + "_other", select.parent(), RowType.TEXT, "");
    }

    private static Map<String, Row.Cell> labels(
            String sheet, Row select, Map<String, String> words, List<String> languages) {
        var labels = new LinkedHashMap<String, Row.Cell>();
        labels.put("label", cell(sheet, select, words.getOrDefault("en", "")));
        for (var language : languages) {
            var word = words.get(FormLanguages.primary(FormLanguages.code(language)));
            if (word != null) {
                labels.put("label::" + language, cell(sheet, select, word));
            }
        }
        return labels;
    }

    private static Row.Cell cell(String sheet, Row select, String text) {
        return new Row.Cell(sheet, "type", text, select.number());
    }
}
