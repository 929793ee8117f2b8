package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.ChildJvm;
import danvan.SecretWatch;
import danvan.text.Markup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as a process of its own, over the Bot API, killed without warning (kill -9). */
class KilledTest {
    private static final long ADMINISTRATOR = 500;
    private static final long LAN = 600;

    @TempDir
    Path folder;

    private final FakeTelegram telegram = new FakeTelegram();
    private Process bot;

    @BeforeEach
    void start() throws IOException {
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
                        folder.resolve("data"), FakeTelegram.TOKEN, telegram.url(), ADMINISTRATOR));
        launch(ChildJvm.CLASS_PATH);
        says(ADMINISTRATOR, "/invite cadre xa-tien-duc");
        String invitation = awaited(ADMINISTRATOR, "Đã tạo mã mời", 1);
        String code = invitation.lines().skip(1).findFirst().orElseThrow();
        says(LAN, code);
        awaited(LAN, "Chào mừng", 1);
    }

    @AfterEach
    void stop() {
        bot.destroyForcibly();
        telegram.close();
        // It is looked through for the token whenever it is read.
        assertThat(log()).isNotEmpty();
    }

    /** One life of a bot with three beginnings: a process takes its seconds to start, so what it shows is one story. */
    @Test
    void aReportGoesOnAReminderComesOnceAndNothingIsDroppedHoweverTheBotEnds()
            throws IOException, InterruptedException {
        says(LAN, "/report");
        awaited(LAN, "Chọn mẫu báo cáo", 1);
        taps(LAN, "Báo cáo đột xuất");
        awaited(LAN, "Việc gì đã xảy ra?", 1);
        says(LAN, "Ngập đường thôn 3");
        awaited(LAN, "Việc này thuộc loại nào?", 1);
        taps(LAN, "Thiên tai, cháy nổ");
        awaited(LAN, "Ở thôn, tổ dân phố nào?", 1);
        String reminder = "09/01/2024 (ngày mai)";
        AtomicBoolean onItsWay = new AtomicBoolean();
        // The reminder's request is lost together with the process that sent it. It is left without an answer: a
        // request
        // cut off is sent again within milliseconds, and that one could arrive and still be unrecorded when the bot is
        // killed.
        telegram.fails(new FakeTelegram.Fault(
                "sendmessage"::equalsIgnoreCase,
                body -> body.contains("(ngày mai)") && onItsWay.compareAndSet(false, true),
                false,
                FakeTelegram.silence()));
        says(LAN, "/clock 2024-01-08 07:31");
        Await.until(() -> "the reminder to be on its way\n" + log(), onItsWay::get);

        bot.destroyForcibly().waitFor();
        // Said while the bot was dead: Telegram keeps it.
        says(LAN, "thôn 3");
        launch(ChildJvm.CLASS_LOADER);

        awaited(LAN, "Xảy ra từ ngày nào?", 1);
        awaited(LAN, reminder, 1);
        taps(LAN, "Hôm nay");
        awaited(LAN, "Khoảng bao nhiêu người", 1);
        says(LAN, "40");
        awaited(LAN, "Có ai bị thương", 1);
        taps(LAN, "Không");
        for (String next : List.of("Nguyên nhân bước đầu?", "Thôn, xã đã làm gì?", "Đề nghị cấp trên làm gì?")) {
            awaited(LAN, next, 1);
            taps(LAN, "⏭ Bỏ qua");
        }
        awaited(LAN, "Mức độ?", 1);
        taps(LAN, "Bình thường");
        String summary = awaited(LAN, "Xin xem lại trước khi gửi", 1);
        assertThat(summary).contains("Ngập đường thôn 3", "Thiên tai, cháy nổ", "thôn 3", "40");
        taps(LAN, "✅ Gửi báo cáo");
        awaited(LAN, "Số biên nhận: BC-2024-0001", 1);

        for (int i = 0; i < 10; i++) {
            says(LAN, "/tasks");
        }
        bot.destroy();
        assertThat(bot.waitFor(30, TimeUnit.SECONDS)).isTrue();
        launch(ChildJvm.CLASS_PATH);
        awaited(LAN, "Việc của tôi", 10);
        says(LAN, "/help");
        awaited(LAN, "trợ giúp này", 1);
        assertThat(count(LAN, "Việc của tôi")).isEqualTo(10);
        assertThat(count(LAN, reminder)).isEqualTo(1);
        assertThat(count(LAN, "Số biên nhận")).isEqualTo(1);
    }

    private void launch(ChildJvm launch) throws IOException {
        bot = BotProcess.launch(folder, launch, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    }

    private void says(long chat, String text) {
        telegram.says(chat, "Lan", text);
    }

    private void taps(long chat, String label) {
        List<FakeTelegram.Shown> all = telegram.chat(chat);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).buttons().containsKey(label)) {
                telegram.taps(chat, "Lan", all.get(i).id(), all.get(i).buttons().getOrDefault(label, ""));
                return;
            }
        }
        throw new AssertionError("no button " + label);
    }

    /** The latest message that holds the text, once so many do. */
    private String awaited(long chat, String text, long times) {
        Await.until(() -> "«" + text + "» in " + telegram.chat(chat) + "\n" + log(), () -> count(chat, text) >= times);
        List<String> found = telegram.chat(chat).stream()
                .map(shown -> Markup.strip(shown.text()))
                .filter(shown -> shown.contains(text))
                .toList();
        return found.get(found.size() - 1);
    }

    private long count(long chat, String text) {
        return telegram.chat(chat).stream()
                .filter(shown -> Markup.strip(shown.text()).contains(text))
                .count();
    }

    private String log() {
        try {
            return SecretWatch.clean(Files.readString(folder.resolve("bot.log")));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
