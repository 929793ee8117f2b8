package danvan.bench;

import danvan.library.Document;
import danvan.library.Finding;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The library at any size, its index on disk, beside default BM25 (Lucene) and SQLite FTS5 on the same passages; each in a
 * process of its own with the same heap. To be run with {@code -Xmx256m}. Arguments: how many {@linkplain MadePassages
 * passages} (100000), the folder they are made of (the shipped knowledge base), and one engine where not all are wanted.
 */
final class ScaleBench {
    private static final int DOCUMENTS_AT_ONCE = 100;
    private static final int QUESTIONS = 600;
    private static final int WARMING_UP = 300;
    private static final int CHANGES = 15;
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final List<String> ENGINES = List.of("library", "bm25", "fts5");

    private final Random random = new Random(20261130);
    /** Of its own, so that the texts are the same whoever asks. */
    private final Random asking = new Random(20261201);

    private final MadePassages made;
    private final int passages;
    private final List<String> questions = new ArrayList<>();

    private ScaleBench(int passages, Path from) throws IOException {
        this.passages = passages;
        this.made = new MadePassages(from, random);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int passages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        String from = arguments.length > 1 ? arguments[1] : "knowledge-base";
        if (arguments.length > 2) {
            new ScaleBench(passages, Path.of(from)).run(arguments[2]);
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%,d passages, most heap %d MB, load %.1f%n",
                passages,
                megabytes(Runtime.getRuntime().maxMemory()),
                load());
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        for (String engine : ENGINES) {
            all.put(engine, child(passages, from, engine));
        }
        Map<String, Double> own = all.getOrDefault(ENGINES.get(0), Map.of());
        own.forEach((figure, value) -> {
            System.out.printf(Locale.ROOT, "| %s | %.3g |", figure, value);
            for (String peer : ENGINES.subList(1, ENGINES.size())) {
                double other = all.getOrDefault(peer, Map.of()).getOrDefault(figure, Double.NaN);
                System.out.printf(Locale.ROOT, " %.3g (x %.2f) |", other, value / other);
            }
            System.out.println();
        });
    }

    private static Map<String, Double> child(int passages, String from, String engine)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Runtime.getRuntime().maxMemory(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(ScaleBench.class.getName(), String.valueOf(passages), from, engine));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Double> figures = new LinkedHashMap<>();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                System.out.println(line);
                String[] parts = line.split("\t", -1);
                if (parts.length == 3) {
                    figures.put(parts[1], Double.parseDouble(parts[2]));
                }
            });
        }
        process.waitFor();
        return figures;
    }

    private void run(String name) throws IOException {
        Path folder = Files.createTempDirectory("danvan-scale");
        Path base = folder.resolve("base");
        Files.createDirectories(base.resolve("documents"));
        Path index = folder.resolve("index");
        Supplier<ScalePeers.Engine> opening = switch (name) {
            case "bm25" -> () -> ScalePeers.bm25(index);
            case "fts5" -> () -> ScalePeers.sqlite(index);
            default -> () -> library(base, index);
        };
        double took = 0;
        double cpu = 0;
        int documents = (passages + MadePassages.IN_A_DOCUMENT - 1) / MadePassages.IN_A_DOCUMENT;
        try (ScalePeers.Engine engine = opening.get()) {
            for (int from = 0; from < documents; from += DOCUMENTS_AT_ONCE) {
                List<List<Passage>> some = new ArrayList<>();
                for (int n = from; n < Math.min(from + DOCUMENTS_AT_ONCE, documents); n++) {
                    some.add(made.document(n, MadePassages.IN_A_DOCUMENT));
                }
                some.forEach(this::ask);
                long begun = System.nanoTime();
                double before = cpuSeconds();
                engine.add(some);
                took += seconds(begun);
                cpu += cpuSeconds() - before;
            }
            long begun = System.nanoTime();
            double before = cpuSeconds();
            engine.ready();
            took += seconds(begun);
            cpu += cpuSeconds() - before;
            before = cpuSeconds();
            engine.settle();
            figure(name, "merged afterwards, s of processor time", cpuSeconds() - before);
        }
        figure(name, "passages indexed a second", passages / took);
        figure(name, "the same a second of processor time", passages / cpu);
        figure(name, "on disk, MB", (double) megabytes(size(index)));
        long open = System.nanoTime();
        try (ScalePeers.Engine engine = opening.get()) {
            figure(name, "opened in ms", seconds(open) * 1e3);
            long first = System.nanoTime();
            engine.search(questions.get(0));
            figure(name, "first answer, ms", seconds(first) * 1e3);
            questions.stream().limit(WARMING_UP).forEach(engine::search);
            measure(name, "", engine);
            change(name, engine);
            measure(name, " after the changes", engine);
            memory(name);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private void change(String name, ScalePeers.Engine engine) {
        double[] changes = new double[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            List<Passage> one = made.document(i * 10, MadePassages.IN_A_DOCUMENT);
            long from = System.nanoTime();
            engine.change(one);
            changes[i] = seconds(from) * 1e3;
        }
        Arrays.sort(changes);
        figure(name, "one document changed, p50 ms", changes[CHANGES / 2]);
        figure(name, "one document changed, most ms", changes[CHANGES - 1]);
    }

    private void figure(String name, String figure, double value) {
        System.out.printf(Locale.ROOT, "%s\t%s\t%.4g%n", name, figure, value);
    }

    private static ScalePeers.Engine library(Path base, Path index) {
        Library library = Library.open(base, index, problem -> System.err.println(problem));
        return new ScalePeers.Engine() {
            @Override
            public void add(List<List<Passage>> documents) {
                library.batch(() -> documents.forEach(one -> library.put(document(one.get(0)), one)), true);
            }

            @Override
            public void ready() {
                library.batch(() -> {});
            }

            @Override
            public void settle() {
                library.complete();
            }

            @Override
            public boolean search(String text) {
                return library.find(question(text)) instanceof Finding.Found;
            }

            @Override
            public void change(List<Passage> document) {
                library.put(document(document.get(0)), document);
            }

            @Override
            public void close() {
                library.close();
            }
        };
    }

    private void measure(String name, String when, ScalePeers.Engine engine) {
        double cpu = cpuSeconds();
        int[] found = new int[1];
        double[] millis = questions.stream()
                .mapToDouble(text -> {
                    long from = System.nanoTime();
                    found[0] += engine.search(text) ? 1 : 0;
                    return seconds(from) * 1e3;
                })
                .sorted()
                .toArray();
        figure(name, "p50 ms" + when, millis[millis.length / 2]);
        figure(name, "p99 ms" + when, millis[millis.length * 99 / 100]);
        figure(name, "processor ms a question" + when, (cpuSeconds() - cpu) * 1e3 / millis.length);
        figure(name, "questions answered, of " + millis.length + when, found[0]);
        System.out.printf(Locale.ROOT, "%s: load %.1f%n", name, load());
    }

    /** A window of a passage now and then: as typed, without marks, and with a letter wrong. */
    private void ask(List<Passage> document) {
        int every = Math.max(1, passages / QUESTIONS);
        for (Passage passage : document) {
            if (asking.nextInt(every) == 0 && questions.size() < QUESTIONS) {
                String[] words = passage.text().split("\\s+", -1);
                int length = Math.min(words.length, 5 + asking.nextInt(14));
                int from = asking.nextInt(words.length - length + 1);
                String text = String.join(" ", Arrays.copyOfRange(words, from, from + length));
                int i = questions.size();
                String typed = i % 3 == 0 ? text : bare(text);
                questions.add(i % 3 == 2 ? slipped(typed) : typed);
            }
        }
    }

    private static Question question(String text) {
        return new Question(text, null, DAY);
    }

    private static Document document(Passage first) {
        int number = Integer.parseInt(first.documentId().substring(1));
        String title = "Về việc " + first.heading();
        return new Document(
                first.documentId(),
                first.language(),
                Optional.of(number % 900 + 1 + "/QĐ-UBND"),
                "Quyết định",
                title,
                title,
                "Ủy ban nhân dân xã " + number % 300,
                Optional.of(LocalDate.of(2015, 1, 1).plusDays(number % 3_000)),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of("made"));
    }

    private String slipped(String text) {
        int at = asking.nextInt(text.length());
        return text.substring(0, at) + (char) ('a' + asking.nextInt(26)) + text.substring(at + 1);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replace('ı', 'i')
                .toLowerCase(Locale.ROOT);
    }

    private void memory(String name) throws IOException {
        System.gc();
        figure(name, "heap in use, MB", (double) megabytes(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()));
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS") || line.startsWith("RssAnon")) {
                    String[] parts = line.split("\\s+", -1);
                    figure(name, parts[0].replace(":", "") + ", MB", (double) (Long.parseLong(parts[1]) >> 10));
                }
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
