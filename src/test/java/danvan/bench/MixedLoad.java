package danvan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Members ask real questions, those of the test sheets, and tap the buttons of the answers, one of three updates, at an even
 * rate. Only buttons are tapped that show something or rate it: what begins a dialog would make the member's next question an
 * answer in it.
 */
final class MixedLoad {
    private static final List<Path> SHEETS = List.of(
            Path.of("src/test/resources/ask/questions.tsv"), Path.of("src/test/resources/library/questions.tsv"));
    /** A passage, contents, the whole of a passage, the menu, useful or not. */
    private static final String SHOWS = "ask:[pdmvu]:.*";

    private static final int ONE_OF = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountingTelegram telegram;
    private final Random random;
    private final int members;
    private final long between;
    private final List<String> questions = new ArrayList<>();

    /** What a run came to. */
    record Run(
            int asked,
            int tapped,
            List<Double> answers,
            List<Double> acknowledgements,
            List<Double> afterTaps,
            int unanswered,
            int tooMany,
            double cpuMillis) {}

    MixedLoad(CountingTelegram telegram, Random random, int members, int rate) throws IOException {
        this.telegram = telegram;
        this.random = random;
        this.members = members;
        this.between = TimeUnit.SECONDS.toNanos(1) / rate;
        for (Path sheet : SHEETS) {
            List<String> lines = Files.readAllLines(sheet);
            int column = List.of(lines.get(0).split("\t", -1)).indexOf("question");
            lines.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1)[column].replaceAll("[\\\\\"]", " "))
                    .forEach(questions::add);
        }
    }

    Run run(Process process, int updates) {
        int refused = telegram.tooMany();
        var unused = List.of(telegram.latencies(), telegram.acknowledgements(), telegram.afterTaps());
        double cpu = cpuMillis(process);
        int taps = 0;
        long next = System.nanoTime();
        for (int i = 0; i < updates; i++) {
            if (i % ONE_OF == ONE_OF - 1 && tap()) {
                taps++;
            } else {
                telegram.says(
                        Townspeople.FIRST_CHAT + random.nextInt(members),
                        questions.get(random.nextInt(questions.size())));
            }
            next += between;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        int unanswered = awaitAnswers();
        return new Run(
                updates - taps,
                taps,
                telegram.latencies(),
                telegram.acknowledgements(),
                telegram.afterTaps(),
                unanswered,
                telegram.tooMany() - refused,
                cpuMillis(process) - cpu);
    }

    /** Until all is answered, or nothing has been for a while: a peer may lose what was refused with 429. */
    private int awaitAnswers() {
        long since = System.nanoTime();
        int before = telegram.waiting();
        while (before > 0 && System.nanoTime() - since < PATIENCE.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            int now = telegram.waiting();
            since = now < before ? System.nanoTime() : since;
            before = now;
        }
        return telegram.forgetWaiting();
    }

    /** Whether there was something to tap. */
    private boolean tap() {
        for (var shown = telegram.takeShown(); shown.isPresent(); shown = telegram.takeShown()) {
            List<String> actions = shown.get().actions().stream()
                    .filter(action -> action.matches(SHOWS))
                    .toList();
            if (!actions.isEmpty()) {
                telegram.taps(shown.get(), actions.get(random.nextInt(actions.size())));
                return true;
            }
        }
        return false;
    }

    void print(Run run) {
        LoadBench.print("question to answer", run.answers());
        LoadBench.print("tap to acknowledgement", run.acknowledgements());
        LoadBench.print("tap to message or edit", run.afterTaps());
        System.out.printf(
                Locale.ROOT,
                "%d questions, %d taps, without an answer %d, answers 429: %d, processor time %.2f ms a turn%n",
                run.asked(),
                run.tapped(),
                run.unanswered(),
                run.tooMany(),
                run.cpuMillis() / (run.asked() + run.tapped()));
    }

    private static double cpuMillis(Process process) {
        return process.toHandle()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow(
                                () -> new IllegalStateException("no processor time is told of another process here"))
                        .toNanos()
                / 1e6;
    }
}
