package danvan.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Question;
import danvan.library.Validity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The search over many passages. Makes them of the sentences of the shipped documents, or of a folder of data sets
 * ({@code corpus.jsonl}), put together anew with some words changed, seven of ten Vietnamese where there are other
 * languages. Arguments: passages (10000), the folder (the shipped knowledge base).
 */
final class SearchBench {
    private static final int IN_A_DOCUMENT = 40;
    private static final int SENTENCES = 5;
    private static final double CHANGED = 0.1;
    private static final int QUESTIONS = 2_000;
    private static final int WARMING_UP = 1_000;
    private static final int UPDATES = 30;
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+|\\n+");

    private final Random random = new Random(20241124);

    private record Source(String language, List<String> sentences, List<String> words) {}

    private SearchBench() {}

    public static void main(String[] arguments) throws IOException {
        int passages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path folder = Path.of(arguments.length > 1 ? arguments[1] : "knowledge-base");
        new SearchBench().run(passages, folder);
    }

    private void run(int passages, Path folder) throws IOException {
        List<Source> sources = sources(folder);
        System.out.printf("load %.1f, %d passages from %s%n", load(), passages, folder.getFileName());
        Path base = Files.createTempDirectory("danvan-bench");
        List<List<Passage>> documents = new ArrayList<>();
        int made = 0;
        for (int n = 0; made < passages; n++) {
            Source source =
                    n % 10 < 7 || sources.size() == 1 ? sources.get(0) : sources.get(1 + n % (sources.size() - 1));
            List<Passage> one = document("d" + n, source, Math.min(IN_A_DOCUMENT, passages - made));
            documents.add(one);
            made += one.size();
            write(base, one);
        }
        long start = System.nanoTime();
        try (Library library = Library.open(base, problem -> System.err.println(problem))) {
            System.out.printf(Locale.ROOT, "opened, index and all: %.1f s%n", seconds(start));
            List<Question> questions = questions(documents);
            long first = System.nanoTime();
            library.find(questions.get(0));
            System.out.printf(Locale.ROOT, "first question (calibration perhaps): %.0f ms%n", seconds(first) * 1e3);
            questions.stream().limit(WARMING_UP).forEach(library::find);
            search(library, questions, "all");
            search(
                    library,
                    questions.stream().filter(q -> q.text().length() > 60).toList(),
                    "longer than 60 letters");
            update(library, sources.get(0));
            search(library, questions, "all, after the updates");
        }
        System.out.printf(Locale.ROOT, "load %.1f%n", load());
    }

    private static void search(Library library, List<Question> questions, String which) {
        double[] millis = questions.stream()
                .mapToDouble(question -> {
                    long from = System.nanoTime();
                    library.find(question);
                    return (System.nanoTime() - from) / 1e6;
                })
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%s (%d): p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                which,
                millis.length,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }

    private void update(Library library, Source source) {
        double[] millis = new double[UPDATES];
        for (int i = 0; i < UPDATES; i++) {
            List<Passage> passages = document("d" + i % 7, source, IN_A_DOCUMENT);
            Document document = library.document("d" + i % 7, source.language()).orElseThrow();
            long from = System.nanoTime();
            library.put(document, passages);
            millis[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "one document of %d passages changed (%d times): p50 %.0f ms, most %.0f ms%n",
                IN_A_DOCUMENT,
                UPDATES,
                millis[UPDATES / 2],
                millis[UPDATES - 1]);
    }

    /** Windows of passages: as typed, without marks, and with a letter wrong. */
    private List<Question> questions(List<List<Passage>> documents) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            List<Passage> document = documents.get(random.nextInt(documents.size()));
            String[] words =
                    document.get(random.nextInt(document.size())).text().split("\\s+", -1);
            int length = Math.min(words.length, 5 + random.nextInt(14));
            int from = random.nextInt(words.length - length + 1);
            String text = String.join(" ", Arrays.copyOfRange(words, from, from + length));
            String typed = i % 3 == 0 ? text : bare(text);
            questions.add(new Question(i % 3 == 2 ? slipped(typed) : typed, null, DAY));
        }
        return questions;
    }

    private String slipped(String text) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replace('ı', 'i')
                .toLowerCase(Locale.ROOT);
    }

    private List<Passage> document(String id, Source source, int passages) {
        List<Passage> made = new ArrayList<>();
        for (int i = 0; i < passages; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < SENTENCES; j++) {
                text.append(text.length() == 0 ? "" : " ").append(changed(source));
            }
            String heading = changed(source).replaceAll("[#<>\\n]", " ").strip();
            made.add(new Passage(
                    id,
                    "p" + i,
                    source.language(),
                    heading.length() > 80 ? heading.substring(0, 80).strip() : heading,
                    text.toString().replaceAll("[#<>]", " "),
                    Optional.empty(),
                    Optional.empty(),
                    "V1",
                    Validity.ALWAYS));
        }
        return made;
    }

    private String changed(Source source) {
        String sentence =
                source.sentences().get(random.nextInt(source.sentences().size()));
        StringBuilder out = new StringBuilder();
        for (String word : sentence.split("\\s+", -1)) {
            boolean other = random.nextDouble() < CHANGED;
            out.append(out.length() == 0 ? "" : " ")
                    .append(
                            other
                                    ? source.words()
                                            .get(random.nextInt(source.words().size()))
                                    : word);
        }
        return out.toString();
    }

    private static void write(Path base, List<Passage> passages) throws IOException {
        Passage first = passages.get(0);
        StringBuilder text = new StringBuilder("---\nkind: \"Tài liệu\"\ntitle: \"Tài liệu ")
                .append(first.documentId())
                .append("\"\nshort: \"")
                .append(first.documentId())
                .append("\"\nissuer: \"Bench\"\nverification: V1\n---\n# ")
                .append(first.documentId())
                .append('\n');
        for (Passage passage : passages) {
            text.append("\n## ")
                    .append(passage.heading())
                    .append("\n<!-- {id: \"")
                    .append(passage.id());
            text.append("\", status: V1} -->\n").append(passage.text()).append('\n');
        }
        Path file = base.resolve("documents").resolve(first.documentId()).resolve(first.language() + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<Source> sources(Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String language : List.of("vi", "tr", "en")) {
            List<String> sentences = new ArrayList<>();
            for (String text : Files.isDirectory(folder.resolve("documents"))
                    ? shipped(folder, language)
                    : sets(folder, language)) {
                SENTENCE.splitAsStream(text)
                        .map(String::strip)
                        .filter(s -> s.length() > 20)
                        .forEach(sentences::add);
            }
            List<String> words = sentences.stream()
                    .flatMap(sentence -> Arrays.stream(sentence.split("\\s+", -1)))
                    .toList();
            if (!sentences.isEmpty()) {
                sources.add(new Source(language, sentences, words));
            }
        }
        return sources;
    }

    private static List<String> shipped(Path folder, String language) {
        try (Library library = Library.open(folder, problem -> System.err.println(problem))) {
            return library.documents().stream()
                    .filter(document -> document.language().equals(language))
                    .flatMap(document -> library.passages(document.id(), language).stream())
                    .map(Passage::text)
                    .toList();
        }
    }

    /** The language is the end of a set's name, as in xquad_tr; Vietnamese where it says none. */
    private static List<String> sets(Path folder, String language) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> sets = Files.list(folder)) {
            for (Path set : sets.sorted().toList()) {
                String name = String.valueOf(set.getFileName());
                String own = name.endsWith("_tr") ? "tr" : name.endsWith("_en") ? "en" : "vi";
                if (own.equals(language) && Files.exists(set.resolve("corpus.jsonl"))) {
                    for (String line : Files.readAllLines(set.resolve("corpus.jsonl"))) {
                        texts.add(new ObjectMapper().readTree(line).path("text").asText());
                    }
                }
            }
        }
        return texts;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
