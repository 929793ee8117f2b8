package danvan.bench;

import danvan.ChildJvm;
import danvan.scenario.BotProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Many members write to the bot, a process of its own, at an even rate: how long the first message back takes, and what
 * memory the process holds (Linux). Arguments: members (20000), passages (10000), updates a second (20), milliseconds of
 * network one way (40), seconds a kind of update (60), {@code mixed} where members ask and tap at once (see
 * {@link MixedLoad}), then options of the bot's Java machine; or, after {@code --}, the command of a peer that echoes, which
 * gets {@code TOKEN} and {@code API_URL} in its environment.
 */
final class LoadBench {
    /** Seconds of the mixed load that are not measured. */
    private static final int WARM_UP = 60;

    private static final List<String> COMMUNES = List.of("xa-tien-duc", "xa-chi-hoa", "xa-vu-ninh", "xa-van-truong");

    private final CountingTelegram telegram;
    private final Random random = new Random(20261126);
    private final long between;
    private final int members;
    private final int updates;
    private final int rate;
    private final boolean mixed;

    private LoadBench(CountingTelegram telegram, int members, int rate, int seconds, boolean mixed) {
        this.telegram = telegram;
        this.members = members;
        this.between = TimeUnit.SECONDS.toNanos(1) / rate;
        this.updates = rate * seconds;
        this.rate = rate;
        this.mixed = mixed;
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int members = argument(arguments, 0, 20_000);
        int passages = argument(arguments, 1, 10_000);
        int rate = argument(arguments, 2, 20);
        int network = argument(arguments, 3, 40);
        int seconds = argument(arguments, 4, 60);
        boolean mixed = arguments.length > 5 && arguments[5].equals("mixed");
        List<String> rest =
                Arrays.asList(arguments).subList(Math.min(mixed ? 6 : 5, arguments.length), arguments.length);
        try (CountingTelegram telegram = new CountingTelegram(network, 0)) {
            LoadBench bench = new LoadBench(telegram, members, rate, seconds, mixed);
            if (!rest.isEmpty() && rest.get(0).equals("--")) {
                bench.peer(rest.subList(1, rest.size()));
            } else {
                bench.bot(passages, rest);
            }
        }
    }

    private void bot(int passages, List<String> options) throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("load-bench");
        Path base = copied(Path.of("knowledge-base"), folder.resolve("knowledge-base"));
        List<String> questions = new MadePassages(Path.of("knowledge-base"), random)
                .write(base, passages).stream()
                        .flatMap(List::stream)
                        .map(passage -> passage.text().replaceAll("[\\\\\"\\s]+", " "))
                        .map(text -> text.substring(0, Math.min(text.length(), 70)))
                        .toList();
        Files.writeString(folder.resolve("bot.yml"), """
                rehearsal: false
                data: %s
                knowledge-base: %s
                telegram:
                  token: %s
                  api-url: %s
                web:
                  port: 0
                people:
                  administrators: [telegram:1]
                """.formatted(
                        folder.resolve("data"), base, CountingTelegram.TOKEN, telegram.url()));
        Process bot = BotProcess.launch(folder, ChildJvm.CLASS_PATH, options);
        try {
            telegram.says(1, "/help");
            settle();
            Townspeople.add("jdbc:sqlite:" + folder.resolve("data").resolve("danvan.db"), members, COMMUNES);
            // The first answer waits until the library is read.
            telegram.says(Townspeople.FIRST_CHAT, questions.get(0));
            settle();
            if (mixed) {
                mixed(bot);
                return;
            }
            load("warming up", List.of("/help", "/tasks", questions.get(0)));
            telegram.latencies();
            print("/help", load("/help", List.of("/help")));
            print("/tasks", load("/tasks", List.of("/tasks")));
            print("questions", load("questions", questions));
            memory(bot);
        } finally {
            bot.destroy();
            if (!bot.waitFor(20, TimeUnit.SECONDS)) {
                bot.destroyForcibly().waitFor();
            }
        }
    }

    private void peer(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put("TOKEN", CountingTelegram.TOKEN);
        builder.environment().put("API_URL", telegram.url());
        Process peer = builder.start();
        try {
            if (mixed) {
                mixed(peer);
                return;
            }
            load("warming up", List.of("/help"));
            print("echo", load("echo", List.of("/help")));
            memory(peer);
        } finally {
            peer.destroyForcibly().waitFor();
        }
    }

    private void mixed(Process process) throws IOException {
        MixedLoad load = new MixedLoad(telegram, random, members, rate);
        load.run(process, Math.min(updates, rate * WARM_UP));
        System.out.println("warmed up");
        load.print(load.run(process, updates));
        memory(process);
    }

    private List<Double> load(String what, List<String> words) {
        telegram.latencies();
        long next = System.nanoTime();
        for (int i = 0; i < updates; i++) {
            telegram.says(Townspeople.FIRST_CHAT + random.nextInt(members), words.get(random.nextInt(words.size())));
            next += between;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        settle();
        System.out.println(what + ": all answered");
        return telegram.latencies();
    }

    private void settle() {
        while (!telegram.allAnswered()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    static void print(String what, List<Double> latencies) {
        List<Double> sorted = latencies.stream().sorted().toList();
        if (sorted.isEmpty()) {
            System.out.println(what + " n=0");
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%-24s n=%d p50 %.1f p95 %.1f p99 %.1f most %.1f ms%n",
                what,
                sorted.size(),
                at(sorted, 50),
                at(sorted, 95),
                at(sorted, 99),
                at(sorted, 100));
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void memory(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            lines.filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .forEach(System.out::println);
        }
    }

    private static Path copied(Path from, Path to) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(all::add);
        }
        for (Path file : all) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
        return to;
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
