package danvan.form;

import danvan.text.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a form: texts of {@code texts/form.*.properties}, whose values are named {@code a}, {@code b} and
 * {@code c}.
 */
public final class FormProblem {
    private FormProblem() {}

    /** Words on their own. Numbers and codes stand as they were written: a year of 2.024 is none. */
    public static Problem of(String key, Object... values) {
        List<Object> named = new ArrayList<>();
        for (Object value : values) {
            named.add(String.valueOf((char) ('a' + named.size() / 2)));
            named.add(value instanceof Problem ? value : value.toString());
        }
        return Problem.of("form." + key, named.toArray());
    }

    /**
     * A fault at its place.
     *
     * @param file the file's name
     * @param sheet {@code survey}, {@code choices} or {@code settings}; empty when the file as a whole is meant
     * @param row the sheet's row, or in a {@code .yml} file the line; 0 when no row is meant
     * @param column the column's heading; empty when the row as a whole is meant
     * @param found what is wrong
     * @param expected what would be right
     */
    public static Problem at(String file, String sheet, int row, String column, Problem found, Problem expected) {
        return Problem.at(
                new Problem.InFile(file, new Problem.Cell(sheet, row, column, "")),
                "form.fault",
                "found",
                found,
                "expected",
                expected);
    }
}
