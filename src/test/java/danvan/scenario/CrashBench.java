package danvan.scenario;

import danvan.library.imports.TestFiles;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A bot that is a process of its own, killed (kill -9) at random while reports are written, questions are asked, the clock
 * brings reminders, broadcasts go out, documents are imported into library and index, the office uploads workbooks at its
 * desk and backups are made. What came is counted outside, at the server: every message must have its answer, and a second
 * one at most once a kill; whoever the ledger says was reminded must have been; what the desk said was done must be; every
 * backup must be whole. Arguments: kills (100), seed (1), most milliseconds that a life lasts (6000).
 */
final class CrashBench {
    private static final long ADMINISTRATOR = 500;
    private static final int REPORTERS = 5;
    private static final int ASKERS = 2;
    /** The office's chat, behind those of reporters and askers. */
    private static final long OFFICE = ADMINISTRATOR + REPORTERS + ASKERS + 1;

    private static final String EXPIRED = "đã hết hạn";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Path folder = Files.createTempDirectory("crash-bench");
    private final FakeTelegram telegram = new FakeTelegram();
    private final CrashCount counts = new CrashCount(telegram);
    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    private CrashBench() throws IOException {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = argument(arguments, 0, 100);
        int seed = argument(arguments, 1, 1);
        int longest = argument(arguments, 2, 6_000);
        new CrashBench().run(kills, new Random(seed), longest);
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private void run(int kills, Random random, int longest) throws IOException, InterruptedException {
        int port = freePort();
        Files.writeString(folder.resolve("bot.yml"), """
                rehearsal: true
                data: %s
                telegram:
                  token: %s
                  api-url: %s
                web:
                  port: %d
                people:
                  administrators: [telegram:%d]
                """.formatted(
                        folder.resolve("data"), FakeTelegram.TOKEN, telegram.url(), port, ADMINISTRATOR));
        Process bot = BotProcess.launch(folder);
        List<Thread> people = new ArrayList<>();
        for (int i = 1; i <= REPORTERS + ASKERS; i++) {
            long chat = ADMINISTRATOR + i;
            joins(chat, "cadre xa-tien-duc");
            people.add(
                    i <= REPORTERS
                            ? thread("reporter " + i, () -> reports(chat))
                            : thread("asker " + i, () -> asks(chat)));
        }
        people.add(thread("administrator", this::administers));
        joins(OFFICE, "office tinh-thai-binh");
        CrashDesk desk = new CrashDesk("http://127.0.0.1:" + port + "/", PATIENCE, this::opensDesk);
        people.add(thread("desk", () -> step(desk.step())));
        CrashBackups backups = new CrashBackups(folder, new Random(random.nextLong()), PATIENCE);
        // A backup needs no bot: it is no sign that a life has done something.
        people.add(thread("backups", () -> isWell(backups.step())));
        people.forEach(Thread::start);
        long begun = System.nanoTime();
        for (int kill = 1; kill <= kills; kill++) {
            int before = done.get();
            long limit = System.nanoTime() + PATIENCE.toNanos();
            // Each life does something, or starting again would be all that is tried.
            while (done.get() < before + 3 && lost.isEmpty() && System.nanoTime() < limit) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(longest));
            bot.destroyForcibly().waitFor();
            System.out.printf(
                    "kill %3d after %4d s: %d steps done, %d lost%n",
                    kill, (System.nanoTime() - begun) / 1_000_000_000, done.get(), lost.size());
            bot = BotProcess.launch(folder);
            if (!lost.isEmpty()) {
                break;
            }
        }
        over.set(true);
        for (Thread person : people) {
            person.join();
        }
        says(ADMINISTRATOR, "/help", "trợ giúp này");
        counts.awaitDelivered(folder.resolve("data"), PATIENCE);
        bot.destroy();
        boolean ended = bot.waitFor(60, TimeUnit.SECONDS);
        bot.destroyForcibly().waitFor();
        int doubled = counts.doubled(ADMINISTRATOR, OFFICE);
        lost.addAll(backups.check());
        lost.addAll(counts.unkept(folder.resolve("data"), ADMINISTRATOR, OFFICE));
        System.out.printf("words put into use at the desk %d%n", desk.done());
        System.out.printf(
                "%d kills, %d steps, lost %d, came twice %d (at most one a kill), ended by itself: %s%n",
                kills, done.get(), lost.size(), doubled, ended);
        lost.forEach(what -> System.out.println("lost: " + what));
        telegram.close();
        System.out.println("log: " + folder.resolve("bot.log"));
        System.exit(lost.isEmpty() && doubled <= kills ? 0 : 1);
    }

    private Thread thread(String name, Runnable work) {
        return new Thread(
                () -> {
                    try {
                        while (!over.get() && lost.isEmpty()) {
                            work.run();
                        }
                    } catch (Lost gone) {
                        lost.add(name + ": " + gone.getMessage());
                    } catch (RuntimeException | Error broken) {
                        lost.add(name + ": " + broken);
                    }
                },
                name);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void joins(long chat, String role) {
        says(ADMINISTRATOR, "/invite " + role, "Đã tạo mã mời");
        String code = counts.latest(ADMINISTRATOR, "Đã tạo mã mời")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        says(chat, code, "Chào mừng");
    }

    private void step(String wrong) {
        isWell(wrong);
        done.incrementAndGet();
    }

    private static void isWell(String wrong) {
        if (!wrong.isEmpty()) {
            throw new Lost(wrong);
        }
    }

    /** Each has a name of the own, or two who join one after the other would look like one who came twice. */
    private static String name(long chat) {
        return "Lan " + (char) ('A' + chat - ADMINISTRATOR);
    }

    /** A code is good for three minutes of the bot's clock, which the administrator moves on; then another is asked for. */
    private void opensDesk(OfficePc pc) {
        String number = pc.number();
        long before = counts.count(OFFICE, "Màn hình máy đó đang hiện số nào?") + counts.count(OFFICE, EXPIRED);
        telegram.says(OFFICE, name(OFFICE), pc.code());
        await(
                () -> counts.count(OFFICE, "Màn hình máy đó đang hiện số nào?") + counts.count(OFFICE, EXPIRED)
                        > before,
                OFFICE);
        long opened = counts.count(OFFICE, "Đã mở bàn làm việc");
        long expired = counts.count(OFFICE, EXPIRED);
        FakeTelegram.Shown asked =
                counts.button(OFFICE, number).orElseThrow(() -> new AssertionError("the code has expired"));
        telegram.taps(OFFICE, name(OFFICE), asked.id(), asked.buttons().get(number));
        await(
                () -> counts.count(OFFICE, "Đã mở bàn làm việc") > opened || counts.count(OFFICE, EXPIRED) > expired,
                OFFICE);
    }

    private void reports(long chat) {
        says(chat, "/report", "Chọn mẫu báo cáo");
        taps(chat, "Báo cáo đột xuất", "Việc gì đã xảy ra?");
        says(chat, "Ngập đường thôn 3", "Việc này thuộc loại nào?");
        taps(chat, "Thiên tai, cháy nổ", "Ở thôn, tổ dân phố nào?");
        says(chat, "thôn 3", "Xảy ra từ ngày nào?");
        taps(chat, "Hôm nay", "Khoảng bao nhiêu người");
        says(chat, "40", "Có ai bị thương");
        taps(chat, "Không", "Nguyên nhân bước đầu?");
        taps(chat, "⏭ Bỏ qua", "Thôn, xã đã làm gì?");
        taps(chat, "⏭ Bỏ qua", "Đề nghị cấp trên làm gì?");
        taps(chat, "⏭ Bỏ qua", "Mức độ?");
        taps(chat, "Bình thường", "Xin xem lại trước khi gửi");
        taps(chat, "✅ Gửi báo cáo", "Số biên nhận");
    }

    private void asks(long chat) {
        says(chat, "de an 08 ban hanh ngay nao", "05/7/2023");
        says(chat, "/tasks", "Việc của tôi");
        says(chat, "/reports", "Đồng chí chưa gửi báo cáo nào");
    }

    private void administers() {
        says(ADMINISTRATOR, "/clock +5d", "Đồng hồ chuyển từ");
        // Each says something else, or the second would look like the first one come twice.
        says(ADMINISTRATOR, "/broadcast " + done.get() + ": mời họp giao ban", "Xem trước");
        tapsButton(ADMINISTRATOR, "📣 Gửi cho", "Đã tới:");
        try {
            String text = TestFiles.DECISION.replace("45/2025", (100 + done.get()) + "/2025");
            long before = counts.count(ADMINISTRATOR, "Số, ký hiệu:");
            telegram.sendsFile(ADMINISTRATOR, "Hoa", "document", "qd.docx", WORD, TestFiles.docx(text), "");
            await(ADMINISTRATOR, "Số, ký hiệu:", before);
            tapsButton(ADMINISTRATOR, "✅ Đúng, đưa vào thư viện", "Đã đưa vào thư viện");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void says(long chat, String text, String expected) {
        long before = counts.count(chat, expected);
        telegram.says(chat, name(chat), text);
        await(chat, expected, before);
    }

    private void taps(long chat, String label, String expected) {
        tapsButton(chat, label, expected);
    }

    private void tapsButton(long chat, String label, String expected) {
        long before = counts.count(chat, expected);
        FakeTelegram.Shown shown = counts.button(chat, label)
                .orElseThrow(() -> new Lost("no button " + label + " in " + telegram.chat(chat)));
        String action = shown.buttons().entrySet().stream()
                .filter(button -> button.getKey().startsWith(label))
                .findFirst()
                .orElseThrow()
                .getValue();
        telegram.taps(chat, name(chat), shown.id(), action);
        await(chat, expected, before);
    }

    private void await(long chat, String expected, long before) {
        await(() -> counts.count(chat, expected) > before, chat);
    }

    private void await(BooleanSupplier comes, long chat) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!comes.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new Lost("the answer to what was said last in " + chat + ": " + counts.last(chat, 3));
            }
            LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
        }
        done.incrementAndGet();
    }

    /** An answer that did not come. */
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Lost(String message) {
            super(message);
        }
    }
}
