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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The library at any size, its index on disk, beside default BM25 (Lucene) and SQLite FTS5 on the same passages. To be run
 * with {@code -Xmx256m}. Arguments: how many {@linkplain MadePassages passages} (100000), the folder they are made of (the
 * shipped knowledge base), {@code peers} or {@code alone}.
 */
final class ScaleBench {
    private static final int DOCUMENTS_AT_ONCE = 100;
    private static final int QUESTIONS = 600;
    private static final int WARMING_UP = 300;
    private static final int CHANGES = 15;
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private final Random random = new Random(20261130);
    private final MadePassages made;
    private final int passages;
    private final List<String> questions = new ArrayList<>();

    private ScaleBench(int passages, Path from) throws IOException {
        this.passages = passages;
        this.made = new MadePassages(from, random);
    }

    public static void main(String[] arguments) throws IOException {
        int passages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path from = Path.of(arguments.length > 1 ? arguments[1] : "knowledge-base");
        Path folder = Files.createTempDirectory("danvan-scale");
        System.out.printf(
                Locale.ROOT,
                "%,d passages, most heap %d MB, load %.1f%n",
                passages,
                megabytes(Runtime.getRuntime().maxMemory()),
                load());
        ScaleBench bench = new ScaleBench(passages, from);
        bench.library(folder.resolve("library"));
        if (arguments.length < 3 || arguments[2].equals("peers")) {
            bench.peer("default BM25", ScalePeers.bm25(folder.resolve("bm25")), folder.resolve("bm25"));
            bench.peer("SQLite FTS5", ScalePeers.sqlite(folder.resolve("fts5")), folder.resolve("fts5"));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private void library(Path index) throws IOException {
        Path base = Files.createTempDirectory("danvan-scale-base");
        Files.createDirectories(base.resolve("documents"));
        int documents = (passages + MadePassages.IN_A_DOCUMENT - 1) / MadePassages.IN_A_DOCUMENT;
        long start = System.nanoTime();
        double cpu = cpuSeconds();
        double making = 0;
        try (Library library = Library.open(base, index, problem -> {})) {
            for (int from = 0; from < documents; from += DOCUMENTS_AT_ONCE) {
                long making0 = System.nanoTime();
                List<List<Passage>> some = new ArrayList<>();
                for (int n = from; n < Math.min(from + DOCUMENTS_AT_ONCE, documents); n++) {
                    some.add(made.document(n, MadePassages.IN_A_DOCUMENT));
                }
                some.forEach(this::ask);
                making += seconds(making0);
                library.batch(() -> some.forEach(one -> library.put(document(one.get(0)), one)));
            }
        }
        double took = seconds(start) - making;
        System.out.printf(
                Locale.ROOT,
                "library: indexed in %.1f s (%.1f s of processor time with the making of texts): %,.0f passages/s; %d MB on disk%n",
                took,
                cpuSeconds() - cpu,
                passages / took,
                megabytes(size(index)));
        long open = System.nanoTime();
        try (Library library = Library.open(base, index, problem -> {})) {
            double opened = seconds(open);
            long first = System.nanoTime();
            library.find(question(questions.get(0)));
            System.out.printf(Locale.ROOT, "library: open %.2f s, first answer %.2f s%n", opened, seconds(first));
            questions.stream().limit(WARMING_UP).forEach(text -> library.find(question(text)));
            int[] found = new int[1];
            measure("library", text -> found[0] += library.find(question(text)) instanceof Finding.Found ? 1 : 0);
            System.out.printf(Locale.ROOT, "library: answered %d of %d%n", found[0], questions.size());
            double[] changes = new double[CHANGES];
            for (int i = 0; i < CHANGES; i++) {
                List<Passage> one = made.document(i * 10, MadePassages.IN_A_DOCUMENT);
                long from = System.nanoTime();
                library.put(document(one.get(0)), one);
                changes[i] = seconds(from);
            }
            Arrays.sort(changes);
            System.out.printf(
                    Locale.ROOT,
                    "library: one document of %d passages changed, shown and safe: p50 %.0f ms, most %.0f ms%n",
                    MadePassages.IN_A_DOCUMENT,
                    changes[CHANGES / 2] * 1e3,
                    changes[CHANGES - 1] * 1e3);
            measure("library after the changes", text -> library.find(question(text)));
            memory("library");
        }
    }

    private void peer(String name, ScalePeers.Peer peer, Path folder) throws IOException {
        random.setSeed(20261130);
        int documents = (passages + MadePassages.IN_A_DOCUMENT - 1) / MadePassages.IN_A_DOCUMENT;
        double took = 0;
        try (peer) {
            for (int n = 0; n < documents; n++) {
                List<Passage> one = made.document(n, MadePassages.IN_A_DOCUMENT);
                long from = System.nanoTime();
                one.forEach(peer::add);
                took += seconds(from);
            }
            long from = System.nanoTime();
            peer.ready();
            took += seconds(from);
            System.out.printf(
                    Locale.ROOT,
                    "%s: indexed in %.1f s: %,.0f passages/s; %d MB on disk%n",
                    name,
                    took,
                    passages / took,
                    megabytes(size(folder)));
            questions.stream().limit(WARMING_UP).forEach(peer::search);
            measure(name, peer::search);
            memory(name);
        }
    }

    private interface Asking {
        void ask(String question);
    }

    private void measure(String name, Asking asking) {
        double cpu = cpuSeconds();
        double[] millis = questions.stream()
                .mapToDouble(text -> {
                    long from = System.nanoTime();
                    asking.ask(text);
                    return seconds(from) * 1e3;
                })
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: %d questions, p50 %.1f ms, p99 %.1f ms, most %.1f ms; processor time a question %.1f ms; load %.1f%n",
                name,
                millis.length,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                (cpuSeconds() - cpu) * 1e3 / millis.length,
                load());
    }

    /** A window of a passage now and then: as typed, without marks, and with a letter wrong. */
    private void ask(List<Passage> document) {
        int every = Math.max(1, passages / QUESTIONS);
        for (Passage passage : document) {
            if (random.nextInt(every) == 0 && questions.size() < QUESTIONS) {
                String[] words = passage.text().split("\\s+", -1);
                int length = Math.min(words.length, 5 + random.nextInt(14));
                int from = random.nextInt(words.length - length + 1);
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

    private static void memory(String name) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "%s: heap in use %d MB; %s%n",
                name,
                megabytes(heap),
                Files.exists(Path.of("/proc/self/status"))
                        ? String.join(
                                ", ",
                                Files.readAllLines(Path.of("/proc/self/status")).stream()
                                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("RssAnon"))
                                        .map(line -> line.replaceAll("\\s+", " "))
                                        .toList())
                        : "");
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
