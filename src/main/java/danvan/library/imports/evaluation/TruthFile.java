package danvan.library.imports.evaluation;

import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is true of a folder's documents: tab-separated, with a head line that names the columns; {@code file} is one of them.
 * A blank cell is not judged, "-" says that the document does not have the field.
 */
final class TruthFile {
    private static final Pattern NUMBER = Pattern.compile(DocumentNumber.PATTERN);

    private final Map<String, Map<String, String>> rows;

    private TruthFile(Map<String, Map<String, String>> rows) {
        this.rows = rows;
    }

    static TruthFile read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t", -1));
        if (!head.contains("file")) {
            throw new IOException(file + ": no column \"file\" in the head line");
        }
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(head.size(), cells.length); i++) {
                row.put(head.get(i), cells[i].strip());
            }
            if (!row.getOrDefault("file", "").isBlank()) {
                rows.put(row.get("file"), row);
            }
        }
        return new TruthFile(rows);
    }

    List<String> files() {
        return List.copyOf(rows.keySet());
    }

    /** A cell that is judged. */
    Optional<String> of(String file, String column) {
        return Optional.ofNullable(rows.getOrDefault(file, Map.of()).get(column))
                .filter(cell -> !cell.isBlank());
    }

    /** The numbers of a cell: "31/2021/QĐ-UBND; 06/2023/QĐ-UBND". */
    List<String> numbers(String file, String column) {
        String cell = of(file, column).orElse("");
        Matcher found = NUMBER.matcher(Plain.of(cell));
        List<String> numbers = new ArrayList<>();
        while (found.find()) {
            numbers.add(DocumentNumber.tight(cell.substring(found.start(), found.end())));
        }
        return numbers;
    }

    /** Whether a cell says that there are more than it names: "… and three more". */
    boolean isPartOnly(String file, String column) {
        return of(file, column)
                .filter(cell -> cell.contains(" and ") || cell.contains("…"))
                .isPresent();
    }
}
