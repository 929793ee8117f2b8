package danvan.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A data set of questions whose right passages are known.
 *
 * @param variants the same questions as typed in different ways: "clean", "nodia", ...
 * @param relevant question id → passage id → relevance
 */
record EvaluationSet(
        String name, List<Row> corpus, Map<String, List<Row>> variants, Map<String, Map<String, Integer>> relevant) {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Row(String id, String title, String text, String lang) {}

    static EvaluationSet read(Path folder) throws IOException {
        Map<String, List<Row>> variants = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith("queries") && name.endsWith(".jsonl")) {
                    String variant = name.replaceFirst("^queries\\.?", "").replaceFirst("\\.?jsonl$", "");
                    variants.put(variant.isEmpty() ? "clean" : variant, rows(file));
                }
            }
        }
        Map<String, Map<String, Integer>> relevant = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
            String[] cells = line.strip().split("\\s+", -1);
            if (cells.length >= 3) {
                relevant.computeIfAbsent(cells[0], q -> new LinkedHashMap<>())
                        .put(cells[1], Integer.parseInt(cells[cells.length - 1]));
            }
        }
        return new EvaluationSet(
                String.valueOf(folder.getFileName()), rows(folder.resolve("corpus.jsonl")), variants, relevant);
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode json = JSON.readTree(line);
                rows.add(new Row(
                        json.path("id").asText(),
                        json.path("title").asText(""),
                        json.path("text").asText(""),
                        json.path("lang").asText("")));
            }
        }
        return rows;
    }
}
