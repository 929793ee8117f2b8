package danvan.bench;

import danvan.scenario.BotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A reminder run over the Bot API by a bot that is a process of its own and is killed (kill -9) at random moments of it.
 * Arguments: people (2000), kills (10), milliseconds of network one way (20), seed (1).
 */
final class ReminderKillBench {
    private static final long ADMINISTRATOR = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PLAN = "FROM reminder WHERE task = '2024/T1' AND lead = 1";

    private final Path folder;
    private final CountingTelegram telegram;

    private ReminderKillBench(Path folder, CountingTelegram telegram) {
        this.folder = folder;
        this.telegram = telegram;
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int people = argument(arguments, 0, 2_000);
        int kills = argument(arguments, 1, 10);
        int network = argument(arguments, 2, 20);
        int seed = argument(arguments, 3, 1);
        Path folder = Files.createTempDirectory("reminder-kill-bench");
        try (CountingTelegram telegram = new CountingTelegram(network, 0)) {
            new ReminderKillBench(folder, telegram).run(people, kills, new Random(seed));
        }
    }

    private void run(int people, int kills, Random random) throws IOException, SQLException, InterruptedException {
        Files.writeString(folder.resolve("bot.yml"), """
                rehearsal: true
                data: %s
                telegram:
                  token: %s
                  api-url: %s
                web:
                  enabled: false
                people:
                  administrators: [telegram:%d]
                """.formatted(
                        folder.resolve("data"), CountingTelegram.TOKEN, telegram.url(), ADMINISTRATOR));
        Process bot = BotProcess.launch(folder);
        try {
            asks("/help");
            String url = "jdbc:sqlite:" + database();
            // What is due on the first morning is over before the people come, or they would be reminded of that too.
            while (Townspeople.count(url, "SELECT COUNT(*) FROM reminder_round WHERE task = '2024/T1'") == 0) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            bot.destroyForcibly().waitFor();
            Townspeople.add(url, people, List.of("xa-tien-duc"));
            bot = BotProcess.launch(folder);
            long begun = System.nanoTime();
            asks("/clock 2024-01-08 07:31");
            int[] moments = random.ints(kills, 1, people).sorted().toArray();
            long doubledBefore = 0;
            for (int moment : moments) {
                // A kill may give some a second one, so this counts what was accepted, not who has it.
                if (!telegram.awaitReminders(moment, PATIENCE)) {
                    throw new IllegalStateException(
                            "only " + telegram.reminded().size() + " were reminded");
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(70));
                bot.destroyForcibly().waitFor();
                long doubled = doubled(telegram.reminded());
                System.out.printf(
                        "killed at %4d of %d, %d ms after the last 30 began; second ones since the last kill: %d%n",
                        telegram.reminded().size(), people, telegram.lastThirty(), doubled - doubledBefore);
                doubledBefore = doubled;
                bot = BotProcess.launch(folder);
            }
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (waiting(url) > 0 && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
            System.out.printf("at the end 30 took %d ms%n", telegram.lastThirtyTook());
            Map<Long, Integer> reminded = telegram.reminded();
            long reached = reminded.keySet().stream()
                    .filter(chat -> chat >= Townspeople.FIRST_CHAT)
                    .count();
            System.out.printf("%d people, %d kills, %.0f s%n", people, kills, (System.nanoTime() - begun) / 1e9);
            System.out.printf(
                    "reminded: %d; a second time: %d; answers 429: %d%n",
                    reached, doubled(reminded), telegram.tooMany());
            System.out.printf(
                    "ledger: %d rows, %d people; delivered in the outbox: %d%n",
                    Townspeople.count(url, "SELECT COUNT(*) " + PLAN),
                    Townspeople.count(url, "SELECT COUNT(DISTINCT member_id) " + PLAN),
                    Townspeople.count(
                            url,
                            "SELECT COUNT(*) FROM outbox WHERE state = 'DELIVERED' AND CAST(chat AS INTEGER) >= "
                                    + Townspeople.FIRST_CHAT));
            System.out.printf(
                    "of these the outbox says that they may have come twice: %d%n",
                    Townspeople.count(url, "SELECT COUNT(*) FROM outbox WHERE reason = 'may have come twice'"));
        } finally {
            bot.destroyForcibly().waitFor();
        }
    }

    private static long doubled(Map<Long, Integer> reminded) {
        return reminded.values().stream().mapToLong(count -> count - 1L).sum();
    }

    private static long waiting(String url) throws SQLException {
        return Townspeople.count(url, "SELECT COUNT(*) FROM outbox WHERE state = 'QUEUED' AND channel = 'telegram'");
    }

    private Path database() throws IOException {
        try (var files = Files.list(folder.resolve("data"))) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void asks(String words) throws InterruptedException {
        telegram.says(ADMINISTRATOR, words);
        while (!telegram.allAnswered()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
