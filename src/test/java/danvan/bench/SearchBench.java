package danvan.bench;

import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Question;
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
import java.util.Random;

/**
 * The search over many {@linkplain MadePassages passages}. Arguments: passages (10000), the folder they are made of (the
 * shipped knowledge base).
 */
final class SearchBench {
    private static final int QUESTIONS = 2_000;
    private static final int WARMING_UP = 1_000;
    private static final int UPDATES = 30;
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private final Random random = new Random(20241124);

    private SearchBench() {}

    public static void main(String[] arguments) throws IOException {
        int passages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path folder = Path.of(arguments.length > 1 ? arguments[1] : "knowledge-base");
        new SearchBench().run(passages, folder);
    }

    private void run(int passages, Path folder) throws IOException {
        MadePassages made = new MadePassages(folder, random);
        System.out.printf("load %.1f, %d passages from %s%n", load(), passages, folder.getFileName());
        Path base = Files.createTempDirectory("danvan-bench");
        List<List<Passage>> documents = made.write(base, passages);
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
            update(library, made);
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

    private static void update(Library library, MadePassages made) {
        double[] millis = new double[UPDATES];
        for (int i = 0; i < UPDATES; i++) {
            List<Passage> passages = made.document("d" + i % 7);
            Document document = library.document("d" + i % 7, "vi").orElseThrow();
            long from = System.nanoTime();
            library.put(document, passages);
            millis[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "one document of %d passages changed (%d times): p50 %.0f ms, most %.0f ms%n",
                MadePassages.IN_A_DOCUMENT,
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

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
