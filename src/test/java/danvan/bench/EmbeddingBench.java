package danvan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import danvan.library.Document;
import danvan.library.Finding;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Question;
import danvan.library.Validity;
import danvan.library.embedding.Embedder;
import danvan.library.embedding.EmbeddingModel;
import danvan.library.embedding.SmallModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an embedding model brings and costs: the same questions with and without. Arguments: a folder with
 * {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels.tsv}, of whose passages every second is held (questions about
 * the others should be refused), or a sheet with columns lang, expect, question and passage over the starter knowledge
 * base; the language; a model's folder (the small English one).
 */
final class EmbeddingBench {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 15);

    /** @param expected keys or ids of passages; empty where nothing here answers */
    private record Asked(String text, Set<String> expected) {}

    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, List<Passage>> documents = new LinkedHashMap<>();
    private final String language;

    private EmbeddingBench(String language) {
        this.language = language;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        EmbeddingBench bench = new EmbeddingBench(arguments[1]);
        Path from = Path.of(arguments[0]);
        Path base = Path.of("knowledge-base");
        if (Files.isDirectory(from)) {
            bench.set(from);
            base = Files.createTempDirectory("danvan-embedding");
            Files.createDirectories(base.resolve("documents"));
        } else {
            bench.sheet(from);
        }
        Path model = arguments.length > 2
                ? Path.of(arguments[2])
                : SmallModel.in(Files.createTempDirectory("danvan-model").resolve("minilm"));
        System.out.printf(Locale.ROOT, "%d questions; RSS %d MB%n", bench.asked.size(), rss());
        bench.measure("words", base, Optional.empty());
        long before = rss();
        Embedder embedder = EmbeddingModel.in(model).load();
        System.out.printf(Locale.ROOT, "model loaded: RSS %d MB more%n", rss() - before);
        bench.measure("words and meaning", base, Optional.of(embedder));
    }

    private void set(Path folder) throws IOException {
        var json = new ObjectMapper();
        Map<String, Set<String>> relevant = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
            String[] parts = line.split("\t", -1);
            relevant.put(parts[0], Set.of(parts[1]));
        }
        Set<String> held = new java.util.HashSet<>();
        int n = 0;
        for (String line : Files.readAllLines(folder.resolve("corpus.jsonl"))) {
            JsonNode passage = json.readTree(line);
            if (n++ % 2 == 0) {
                String title = passage.path("title").asText().replace('_', ' ');
                String id = passage.path("id").asText();
                held.add(id);
                documents
                        .computeIfAbsent(title, any -> new ArrayList<>())
                        .add(new Passage(
                                title,
                                id,
                                language,
                                title,
                                passage.path("text").asText(),
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                Validity.ALWAYS));
            }
        }
        for (String line : Files.readAllLines(folder.resolve("queries.jsonl"))) {
            JsonNode query = json.readTree(line);
            Set<String> expected = relevant.getOrDefault(query.path("id").asText(), Set.of());
            asked.add(new Asked(query.path("text").asText(), held.containsAll(expected) ? expected : Set.of()));
        }
    }

    private void sheet(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells[columns.indexOf("lang")].equals(language)) {
                boolean answered = cells[columns.indexOf("expect")].equals("answer");
                asked.add(new Asked(
                        cells[columns.indexOf("question")],
                        answered ? Set.of(cells[columns.indexOf("passage")].split("; *", -1)) : Set.of()));
            }
        }
    }

    private void measure(String name, Path base, Optional<Embedder> embedder) throws InterruptedException {
        try (Library library = Library.open(base, embedder, problem -> {})) {
            library.batch(() -> documents.forEach((title, passages) -> library.put(document(title), passages)));
            long filling = System.nanoTime();
            int missing = library.passagesWithoutVectors().orElse(0);
            while (library.passagesWithoutVectors().orElse(0) > 0) {
                Thread.sleep(50);
            }
            System.out.printf(
                    Locale.ROOT, "%s: %d vectors made in %.1f s%n", name, missing, (System.nanoTime() - filling) / 1e9);
            asked.forEach(one -> library.find(new Question(one.text(), language, DAY)));
            Map<String, Integer> outcomes = new TreeMap<>();
            double cpu = cpuSeconds();
            double[] millis = asked.stream()
                    .mapToDouble(one -> {
                        long begun = System.nanoTime();
                        Finding finding = library.find(new Question(one.text(), language, DAY));
                        double took = (System.nanoTime() - begun) / 1e6;
                        outcomes.merge(outcome(one, finding), 1, Integer::sum);
                        return took;
                    })
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %s; p50 %.2f ms, p99 %.2f ms, processor %.2f ms a question; RSS %d MB%n",
                    name,
                    outcomes,
                    millis[millis.length / 2],
                    millis[millis.length * 99 / 100],
                    (cpuSeconds() - cpu) * 1e3 / millis.length,
                    rss());
        }
    }

    private static String outcome(Asked one, Finding finding) {
        Optional<Passage> shown = finding instanceof Finding.Found found
                ? Optional.of(found.best().passage())
                : finding instanceof Finding.Likely likely
                        ? Optional.of(likely.best().passage())
                        : Optional.empty();
        String grade = finding.getClass().getSimpleName();
        if (one.expected().isEmpty()) {
            return "absent " + grade;
        }
        boolean right = shown.filter(passage ->
                        one.expected().contains(passage.id()) || one.expected().contains(passage.key()))
                .isPresent();
        return "there " + (shown.isEmpty() ? "" : right ? "right " : "wrong ") + grade;
    }

    private static Document document(String title) {
        return new Document(
                title,
                "en",
                Optional.empty(),
                "Article",
                title,
                title,
                "",
                Optional.empty(),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of("made"));
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static long rss() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
