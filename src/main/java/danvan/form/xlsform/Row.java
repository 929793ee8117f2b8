package danvan.form.xlsform;

import danvan.form.FormProblem;
import danvan.text.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One row of a sheet, by column.
 *
 * @param number the sheet's row, or in a {@code .yml} file the line where the row begins
 * @param cells the filled cells; the key is the column's heading in its canonical spelling ({@link Columns})
 */
public record Row(String sheet, int number, Map<String, Cell> cells) {

    /**
     * One cell.
     *
     * @param heading the column as the author wrote it
     * @param number the row or line of this very cell
     */
    public record Cell(String sheet, String heading, String text, int number) {
        Problem problem(String file, Problem found, Problem expected) {
            return FormProblem.at(file, sheet, number, heading, found, expected);
        }
    }

    public Row {
        cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    public Optional<String> text(String column) {
        return Optional.ofNullable(cells.get(column)).map(Cell::text);
    }

    String get(String column) {
        return text(column).orElse("");
    }

    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** The texts of a translatable column: language to text; the language is empty for the bare column. */
    Map<String, Cell> translations(String column) {
        var found = new LinkedHashMap<String, Cell>();
        cells.forEach((key, cell) -> {
            if (key.equals(column)) {
                found.put("", cell);
            } else if (key.startsWith(column + "::")) {
                found.put(key.substring(column.length() + 2), cell);
            }
        });
        return found;
    }

    /** The filled cells without their places. */
    public Map<String, String> texts() {
        return cells.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> cell.getValue().text()));
    }

    Set<String> columns() {
        return new LinkedHashSet<>(cells.keySet());
    }

    Problem problem(String file, String column, Problem found, Problem expected) {
        var cell = cells.get(column);
        return cell == null
                ? FormProblem.at(file, sheet, number, column, found, expected)
                : cell.problem(file, found, expected);
    }
}
