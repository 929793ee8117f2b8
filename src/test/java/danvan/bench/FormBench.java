package danvan.bench;

import danvan.form.Answer;
import danvan.form.Finish;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormState;
import danvan.form.Forms;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.Submission;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A form of 25 questions in three languages over 2,000 places (ten districts, 200 communes, ten hamlets each, chosen one
 * below the other), filled in as the bot does: each message restores the draft to see what is asked, restores it again
 * to take the answer, and once more to ask the next question. Arguments: dialogs one after the other (100), threads (8),
 * dialogs interleaved on them (60).
 */
final class FormBench {
    private static final int DISTRICTS = 10;
    private static final int COMMUNES = 20;
    private static final int HAMLETS = 10;
    private static final List<String> LANGUAGES = List.of("vi", "tr", "en");
    private static final ZonedDateTime NOW = ZonedDateTime.of(2024, 1, 2, 7, 30, 0, 0, ZoneId.of("Asia/Ho_Chi_Minh"));

    /** A person on the way through the form; each answers differently. */
    private record Going(int person, FormState state, int message) {}

    private final Form form;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    private FormBench(Form form) {
        this.form = form;
    }

    public static void main(String[] arguments) throws Exception {
        int dialogs = argument(arguments, 0, 100);
        int threads = argument(arguments, 1, 8);
        int interleaved = argument(arguments, 2, 60);
        long start = System.nanoTime();
        Form form = Forms.read("bench.yml", yaml().getBytes(StandardCharsets.UTF_8), problem -> {
                    throw new IllegalStateException(problem.toString());
                })
                .orElseThrow();
        System.out.printf("read and compiled in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        FormBench bench = new FormBench(form);
        for (int person = 0; person < dialogs / 4; person++) {
            bench.alone(person);
        }
        bench.nanos.clear();
        List<Submission> expected = new ArrayList<>();
        for (int person = 0; person < dialogs; person++) {
            expected.add(bench.alone(person));
        }
        bench.print("one after the other, " + dialogs + " dialogs");
        bench.interleaved(threads, interleaved);
        bench.nanos.clear();
        start = System.nanoTime();
        List<Submission> found = bench.interleaved(threads, interleaved);
        double seconds = (System.nanoTime() - start) / 1e9;
        int messages = bench.nanos.size();
        bench.print(threads + " threads, " + interleaved + " dialogs interleaved");
        boolean same = found.size() == interleaved
                && found.containsAll(expected.subList(0, Math.min(interleaved, expected.size())));
        System.out.printf("%.0f messages/s; mixed up: %s%n", messages / seconds, same ? "none" : "YES");
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private Submission alone(int person) {
        Going going = begun(person);
        while (!(form.current(going.state(), context(person)) instanceof Step.End)) {
            going = next(going);
        }
        return finished(going);
    }

    private List<Submission> interleaved(int threads, int dialogs) throws Exception {
        List<Going> all = new ArrayList<>();
        for (int person = 0; person < dialogs; person++) {
            all.add(begun(person));
        }
        Collections.shuffle(all, new java.util.Random(7));
        ConcurrentLinkedQueue<Going> waiting = new ConcurrentLinkedQueue<>(all);
        ConcurrentLinkedQueue<Submission> done = new ConcurrentLinkedQueue<>();
        Callable<Void> worker = () -> {
            for (Going going = waiting.poll(); going != null; going = waiting.poll()) {
                if (form.current(going.state(), context(going.person())) instanceof Step.End) {
                    done.add(finished(going));
                } else {
                    waiting.add(next(going));
                }
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (var result : pool.invokeAll(Collections.nCopies(threads, worker))) {
                result.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return List.copyOf(done);
    }

    private Going begun(int person) {
        return new Going(person, form.begin(context(person), "bench" + person), 0);
    }

    private static FormContext context(int person) {
        return new FormContext(NOW, LANGUAGES.get(person % LANGUAGES.size()), "person " + person);
    }

    /** One message: what is asked, the answer, what is asked next. */
    private Going next(Going going) {
        FormContext context = context(going.person());
        long start = System.nanoTime();
        Step step = form.current(going.state(), context);
        Outcome outcome = form.answer(going.state(), answer(step, going), context);
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            throw new IllegalStateException(step + " refused: " + outcome);
        }
        form.current(accepted.state(), context);
        nanos.add(System.nanoTime() - start);
        return new Going(going.person(), accepted.state(), going.message() + 1);
    }

    private Submission finished(Going going) {
        if (form.finish(going.state(), context(going.person())) instanceof Finish.Finished finished) {
            return finished.submission();
        }
        throw new IllegalStateException("person " + going.person() + " could not finish");
    }

    private static Answer answer(Step step, Going going) {
        if (!(step instanceof Step.Question question)) {
            return new Answer.Blank();
        }
        if (question.type() == QuestionType.SELECT_ONE) {
            return new Answer.Chosen(question.choices()
                    .get((going.person() + going.message()) % question.choices().size())
                    .value());
        }
        return switch (question.type()) {
            case INTEGER -> new Answer.Typed(Integer.toString(going.person() + going.message()));
            case DATE -> new Answer.Typed("01/01/2024");
            default -> new Answer.Typed("person " + going.person() + " message " + going.message());
        };
    }

    private void print(String what) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%s: %d messages, ms a message p50 %.2f, p90 %.2f, p99 %.2f, worst %.2f%n",
                what,
                sorted.length,
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
