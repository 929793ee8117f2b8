package danvan.report;

import danvan.form.Form;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A form of 25 questions in three languages over 2,000 places (ten districts, 200 communes, ten hamlets each, chosen one
 * below the other), filled in through the report dialog as a phone does it: each message is a turn of the dialog and its
 * transaction on SQLite, from the stored draft to the reply. Argument: dialogs (20). Prints the restores a message and
 * its time, elapsed and of the processor: on a busy machine only the second is the bot's own.
 */
final class FormBench {
    private static final int DISTRICTS = 10;
    private static final int COMMUNES = 20;
    private static final int HAMLETS = 10;

    private final ReportConversation talk;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Long> nanos = new ArrayList<>();
    private final List<Long> processorNanos = new ArrayList<>();

    private FormBench(ReportConversation talk) {
        this.talk = talk;
    }

    public static void main(String[] arguments) throws IOException {
        int dialogs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Path folder = Files.createTempDirectory("form-bench");
        Path shelf = Files.createDirectories(folder.resolve("forms"));
        Files.write(shelf.resolve("bench.yml"), yaml().getBytes(StandardCharsets.UTF_8));
        long start = System.nanoTime();
        Forms forms = Forms.load(shelf, problem -> {
            throw new IllegalStateException(problem.toString());
        });
        System.out.printf("read and compiled in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        Form form = forms.find("bench").orElseThrow();
        try (Database database = Database.open(TestDatabase.sqlite(folder))) {
            FormBench bench = new FormBench(
                    new ReportConversation(database, forms, new StartOptions(any -> false, any -> false), folder));
            for (int person = 0; person < Math.max(1, dialogs / 4); person++) {
                bench.dialog(person);
            }
            bench.nanos.clear();
            bench.processorNanos.clear();
            long before = form.usage().restores();
            for (int person = 0; person < dialogs; person++) {
                bench.dialog(person);
            }
            bench.print(dialogs + " dialogs", form.usage().restores() - before);
        }
    }

    /** One report; every message after the choice of the form is timed. */
    private void dialog(int person) {
        talk.says("/report").taps("Bench");
        int place = person % 5;
        tap("Câu d" + person % 5);
        tap("Câu c" + person % 5 + "_" + place);
        tap("Câu h" + person % 5 + "_" + place + "_" + person % 5);
        says("01/01/2024");
        for (int i = 1; i <= 12; i++) {
            says(Integer.toString(person + i));
        }
        for (int i = 1; i <= 8; i++) {
            says("person " + person + " message " + i);
        }
        tap("Câu h" + person % 5 + "_" + place + "_0");
        tap("✅ Gửi báo cáo");
    }

    private void says(String words) {
        timed(() -> talk.says(words));
    }

    private void tap(String label) {
        timed(() -> talk.taps(label));
    }

    private void timed(Runnable message) {
        long start = System.nanoTime();
        long processorStart = THREADS.getCurrentThreadCpuTime();
        message.run();
        processorNanos.add(THREADS.getCurrentThreadCpuTime() - processorStart);
        nanos.add(System.nanoTime() - start);
    }

    private void print(String what, long restores) {
        System.out.printf(
                "%s: %d messages, restores a message %.2f%n", what, nanos.size(), (double) restores / nanos.size());
        print("elapsed", nanos);
        print("processor", processorNanos);
    }

    private static void print(String what, List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%s ms a message: p50 %.2f, p90 %.2f, p99 %.2f, worst %.2f%n",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 9 / 10] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static String yaml() {
        StringBuilder survey = new StringBuilder("settings: {form_id: bench, form_title: Bench, version: '1',"
                + " default_language: Tiếng Việt (vi)}\nsurvey:\n");
        survey.append(row("select_one district", "district", "required: 'yes'"));
        survey.append(row("select_one commune", "commune", "required: 'yes', choice_filter: 'district = ${district}'"));
        survey.append(row("select_one hamlet", "hamlet", "required: 'yes', choice_filter: 'commune = ${commune}'"));
        survey.append(row("date", "day", "constraint: '. <= today()'"));
        for (int i = 1; i <= 12; i++) {
            survey.append(row("integer", "n" + i, "required: 'yes', constraint: '. >= 0 and . < 100000'"));
        }
        survey.append("- {type: calculate, name: total, calculation: '")
                .append(Arrays.stream(new int[] {1, 2, 3, 4, 5, 6})
                        .mapToObj(i -> "${n" + i + "}")
                        .collect(Collectors.joining(" + ")))
                .append("'}\n");
        for (int i = 1; i <= 8; i++) {
            survey.append(row("text", "t" + i, "relevant: '${n" + i + "} >= 0'"));
        }
        survey.append(row("select_one hamlet", "other", "choice_filter: 'commune = ${commune}'"));
        survey.append("choices:\n");
        for (int d = 0; d < DISTRICTS; d++) {
            survey.append(choice("district", "d" + d, ""));
            for (int c = 0; c < COMMUNES; c++) {
                String commune = "c" + d + "_" + c;
                survey.append(choice("commune", commune, ", district: d" + d));
                for (int h = 0; h < HAMLETS; h++) {
                    survey.append(choice("hamlet", "h" + d + "_" + c + "_" + h, ", commune: " + commune));
                }
            }
        }
        return survey.toString();
    }

    private static String row(String type, String name, String more) {
        return "- {type: " + type + ", name: " + name + ", " + labels(name) + ", " + more + "}\n";
    }

    private static String choice(String list, String name, String more) {
        return "- {list_name: " + list + ", name: " + name + ", " + labels(name) + more + "}\n";
    }

    private static String labels(String name) {
        return "'label::Tiếng Việt (vi)': 'Câu " + name + "', 'label::Türkçe (tr)': 'Soru " + name
                + "', 'label::English (en)': 'Question " + name + "'";
    }
}
