package danvan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of docs/states.md. Tests beside the decisions compare them with the code; the scenario walks them through
 * the whole bot.
 */
public final class StatesPage {
    private static final Path PAGE = Path.of("docs", "states.md");
    /** What stands in a cell where the state stays. */
    public static final String STAYS = "stays";

    private StatesPage() {}

    /**
     * The table below a heading: row, then column, then what stands there; a cell that is empty is left out.
     *
     * @throws AssertionError where there is none
     */
    public static Map<String, Map<String, String>> table(String heading) {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        boolean here = false;
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                here = line.equals("## " + heading);
            } else if (here && line.startsWith("|") && !line.startsWith("|---")) {
                List<String> cells = Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList();
                if (columns.isEmpty()) {
                    columns.addAll(cells);
                } else {
                    table.put(cells.get(0), row(columns, cells));
                }
            }
        }
        if (table.isEmpty()) {
            throw new AssertionError(PAGE + " has no table below \"" + heading + "\"");
        }
        return table;
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i < columns.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(columns.get(i), cells.get(i));
            }
        }
        return row;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + PAGE, e);
        }
    }
}
