package danvan.bench;

import com.sun.management.ThreadMXBean;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.library.Finding;
import danvan.library.Library;
import danvan.library.Question;
import danvan.library.imports.shelving.Shelving;
import danvan.storage.Database;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Processor time of a question, over what is installed: the questions of some sheets, asked again and again, each by what
 * became of it. Arguments: the data folder, how often, and sheets with a column {@code question}.
 */
final class QuestionBench {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final LocalDate DAY = LocalDate.of(2025, 12, 15);

    private QuestionBench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> questions = new ArrayList<>();
        for (String sheet : Arrays.asList(arguments).subList(2, arguments.length)) {
            List<String> lines = Files.readAllLines(Path.of(sheet));
            int column = List.of(lines.get(0).split("\t", -1)).indexOf("question");
            lines.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> questions.add(line.split("\t", -1)[column]));
        }
        Config config = ConfigReader.read(Optional.empty(), Optional.of(Path.of(arguments[0])), Map.of());
        try (Library library = Library.open(Path.of("knowledge-base"), problem -> {});
                Database database = Database.open(config.storage())) {
            new Shelving(database, library).step();
            int rounds = Integer.parseInt(arguments[1]);
            Map<String, List<double[]>> asked = new TreeMap<>();
            for (int round = 0; round < 2 * rounds; round++) {
                for (String text : questions) {
                    long cpu = THREADS.getCurrentThreadCpuTime();
                    long bytes = THREADS.getThreadAllocatedBytes(
                            Thread.currentThread().getId());
                    Finding finding = library.find(new Question(text, null, DAY));
                    if (round >= rounds) {
                        double[] cost = {
                            (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6,
                            (THREADS.getThreadAllocatedBytes(
                                                    Thread.currentThread().getId())
                                            - bytes)
                                    / 1e6
                        };
                        asked.computeIfAbsent(finding.getClass().getSimpleName(), kind -> new ArrayList<>())
                                .add(cost);
                        asked.computeIfAbsent("all", kind -> new ArrayList<>()).add(cost);
                    }
                }
            }
            asked.forEach(QuestionBench::print);
        }
    }

    private static void print(String kind, List<double[]> costs) {
        double[] millis = costs.stream().mapToDouble(cost -> cost[0]).sorted().toArray();
        double megabytes = costs.stream().mapToDouble(cost -> cost[1]).average().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%s: %d questions, processor time p50 %.2f ms, p90 %.2f ms, p99 %.2f ms; %.1f MB allocated each; load %.1f%n",
                kind,
                millis.length,
                millis[millis.length / 2],
                millis[millis.length * 9 / 10],
                millis[millis.length * 99 / 100],
                megabytes,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
