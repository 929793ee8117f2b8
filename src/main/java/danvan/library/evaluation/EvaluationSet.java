package danvan.library.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final String CORPUS = "corpus.jsonl";

    /** @param lang as the file has it, or empty */
    record Row(String id, String title, String text, String lang) {}

    /** The sets in a folder: itself, or the folders in it. */
    static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new EvaluationProblem(folder, "no such folder", "give the folder the data set lies in");
        }
        if (Files.exists(folder.resolve(CORPUS))) {
            return List.of(folder.toAbsolutePath().normalize());
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> sets = inside.filter(path -> Files.exists(path.resolve(CORPUS)))
                    .sorted()
                    .toList();
            if (sets.isEmpty()) {
                throw new EvaluationProblem(
                        folder,
                        "no " + CORPUS + " here, nor in a folder in it",
                        "give a folder with corpus.jsonl, queries.jsonl and qrels.tsv");
            }
            return sets;
        } catch (IOException e) {
            throw new EvaluationProblem(folder, "cannot be listed", "check that it may be read");
        }
    }

    static EvaluationSet read(Path folder) {
        return new EvaluationSet(
                String.valueOf(folder.getFileName()),
                rows(folder.resolve(CORPUS)),
                variants(folder),
                relevance(qrels(folder)));
    }

    private static Map<String, List<Row>> variants(Path folder) {
        Map<String, List<Row>> variants = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith("queries") && name.endsWith(".jsonl")) {
                    String variant = name.replaceFirst("^queries[._-]?", "").replaceFirst("\\.?jsonl$", "");
                    variants.put(variant.isEmpty() ? "clean" : variant, rows(file));
                }
            }
        } catch (IOException e) {
            throw new EvaluationProblem(folder, "cannot be listed", "check that it may be read");
        }
        if (variants.isEmpty()) {
            throw new EvaluationProblem(
                    folder, "no queries.jsonl", "put the questions there: {\"id\", \"text\"} a line");
        }
        return variants;
    }

    /** BEIR keeps a folder of them: train, dev, test. */
    private static Path qrels(Path folder) {
        for (String name : List.of("qrels.tsv", "qrels/test.tsv", "qrels/dev.tsv", "qrels/train.tsv")) {
            if (Files.exists(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        throw new EvaluationProblem(
                folder, "no qrels.tsv", "put question, passage and relevance there, a line each, with tabs between");
    }

    private static Map<String, Map<String, Integer>> relevance(Path file) {
        Map<String, Map<String, Integer>> relevant = new HashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).strip().split("\\s+", -1);
            boolean counts =
                    cells.length >= 3 && WHOLE.matcher(cells[cells.length - 1]).matches();
            if (counts) {
                // TREC has a column more, between question and passage.
                relevant.computeIfAbsent(cells[0], q -> new LinkedHashMap<>())
                        .put(cells[cells.length - 2], Integer.parseInt(cells[cells.length - 1]));
            } else if (i > 0 && !lines.get(i).isBlank()) {
                throw new EvaluationProblem(
                        file + ":" + (i + 1),
                        "not question, passage and relevance",
                        "write three cells with tabs between, the last a whole number");
            }
        }
        return relevant;
    }

    private static List<Row> rows(Path file) {
        List<Row> rows = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(lines.get(i), file + ":" + (i + 1)));
            }
        }
        if (rows.isEmpty()) {
            throw new EvaluationProblem(file, "is empty", "put {\"id\", \"text\"} there, a line each");
        }
        return rows;
    }

    private static Row row(String line, String place) {
        try {
            JsonNode json = JSON.readTree(line);
            JsonNode id = json.has("id") ? json.path("id") : json.path("_id");
            if (id.isMissingNode() || !json.path("text").isTextual()) {
                throw new EvaluationProblem(place, "no id or no text", "write {\"id\": …, \"text\": …}");
            }
            return new Row(
                    id.asText(),
                    json.path("title").asText(""),
                    json.path("text").asText(),
                    json.path("lang").asText(""));
        } catch (JsonProcessingException e) {
            throw new EvaluationProblem(place, "not JSON", "write {\"id\": …, \"text\": …} in one line");
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new EvaluationProblem(file, "not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw new EvaluationProblem(file, "cannot be read", "check that the file is there and may be read");
        }
    }
}
