package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import danvan.outbox.Dispatcher;
import danvan.outbox.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock begins on Tuesday 2 January 2024, 07:30: PLAN, due on the 9th, is reminded of on the 2nd, 8th and 9th. */
class RemindersTest {
    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember lan;

    @BeforeEach
    void found() {
        town = new TaskTestBot(folder, "programmes");
        lan = town.addMember("Lan", Role.CADRE, "commune", VI);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aReminderSaysWhatAndWhenAndOnWhatAuthority() {
        town.opens();
        assertThat(town.texts(town.reminders(lan))).containsExactly("""
                🔔 Lập kế hoạch năm
                Hạn: Thứ Ba, 09/01/2024 (còn 7 ngày)
                theo bản tin 21/12/2023 · mốc gợi ý""");
        assertThat(TaskTestBot.buttons(town.reminders(lan).get(0)))
                .extracting(danvan.chat.Button::label)
                .containsExactly("✅ Đã xong", "🔁 Mai nhắc lại", "📄 Chi tiết");
    }

    @Test
    void restartsBeforeAndAfterDoubleNothing() {
        town.opens();
        town.restarts();
        town.goesTo("2024-01-08T07:29");
        town.restarts();
        assertThat(town.reminders(lan)).hasSize(1);
        town.goesTo("2024-01-08T07:31");
        town.restarts();
        town.restarts();
        assertThat(town.reminders(lan)).hasSize(2);
        assertThat(TaskTestBot.text(town.reminders(lan).get(1))).contains("(ngày mai)");
    }

    @Test
    void aJumpOverSeveralRemindsOfEachOldestFirstAsOnItsDay() {
        town.opens();
        town.goesBy(Duration.ofDays(10));
        assertThat(town.texts(town.reminders(lan)))
                .satisfiesExactly(
                        first -> assertThat(first).contains("còn 7 ngày"),
                        second -> assertThat(second).contains("ngày mai"),
                        third -> assertThat(third).contains("hôm nay"));
        assertThat(town.ledger()).noneMatch(TaskTestBot.Entry::late);
    }

    /** "Due 19/01 (tomorrow)" stood on the phone page under the 22nd: the clock had gone on before the message went out. */
    @Test
    void whatIsSentInAJumpIsDeliveredOnItsOwnDay() {
        town.opens();
        Map<String, LocalDate> delivered = new ConcurrentHashMap<>();
        Courier slow = (to, what) -> CompletableFuture.supplyAsync(
                () -> {
                    delivered.put(
                            TaskTestBot.text(what),
                            town.clock().instant().atZone(TaskTestBot.ZONE).toLocalDate());
                    return new Delivery.Delivered("1");
                },
                CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
        try (Dispatcher dispatcher =
                new Dispatcher("test", town.outbox(), town.database(), slow, Pace.unlimited(), (tx, to) -> {})) {
            dispatcher.start();
            town.goesBy(Duration.ofDays(10));
            TaskTestBot.await(() -> town.outbox().waiting() == 0);
        }
        assertThat(delivered).anySatisfy((text, day) -> {
            assertThat(text).contains("09/01").contains("(ngày mai)");
            assertThat(day).isEqualTo(LocalDate.of(2024, 1, 8));
        });
        assertThat(delivered).anySatisfy((text, day) -> {
            assertThat(text).contains("(hôm nay)");
            assertThat(day).isEqualTo(LocalDate.of(2024, 1, 9));
        });
    }

    @Test
    void quartzRingsAtTheHourWithoutAnybodyMovingTheClock() {
        town.opens();
        town.goesTo("2024-01-08T07:29:59");
        assertThat(town.reminders(lan)).hasSize(1);
        TaskTestBot.await(() -> town.reminders(lan).size() == 2);
        assertThat(town.clock().instant().atZone(TaskTestBot.ZONE).toLocalTime())
                .isBetween(LocalTime.of(7, 30), LocalTime.of(7, 30, 5));
    }

    @Test
    void whoHasDoneItIsNotReminded() {
        town.opens();
        town.taps(lan, TaskTestBot.button(town.reminders(lan).get(0), "Đã xong"));
        town.addMember("Mai", Role.CADRE, "commune", VI);
        town.goesTo("2024-01-12T00:00");
        assertThat(town.reminders(lan)).hasSize(1);
        assertThat(town.ledger()).filteredOn(entry -> entry.who().equals("Mai")).hasSize(2);
    }

    @Test
    void whoJoinsLaterIsNotRemindedOfOldRounds() {
        town.opens();
        TaskTestBot.TestMember mai = town.addMember("Mai", Role.LEAD, "commune", EN);
        town.restarts();
        assertThat(town.reminders(mai)).isEmpty();
        town.goesTo("2024-01-08T12:00");
        assertThat(town.texts(town.reminders(mai)))
                .satisfiesExactly(
                        weekly -> assertThat(weekly).contains("Weekly reception"),
                        plan -> assertThat(plan)
                                .contains("Draw up the plan", "Due: Tuesday, 9 January 2024 (tomorrow)"));
    }

    @Test
    void whoLeavesIsNotRemindedAnyMore() {
        town.opens();
        town.removeMember(lan);
        town.goesTo("2024-01-12T00:00");
        assertThat(town.ledger()).hasSize(1);
    }

    @Test
    void whatFellDueDuringAShortStandstillIsSentAndMarkedLate() {
        town.opens();
        town.goesTo("2024-01-07T12:00");
        town.restartsAfter(Duration.ofHours(30));
        assertThat(town.texts(town.reminders(lan)).get(1))
                .startsWith("🔔 Nhắc muộn: Lập kế hoạch năm\nHạn: Thứ Ba, 09/01/2024 (ngày mai)")
                .contains("Lẽ ra lời nhắc này được gửi lúc 07:30, Thứ Hai 08/01/2024");
        assertThat(town.missed).isEmpty();
        town.restarts();
        assertThat(town.reminders(lan)).hasSize(2);
    }

    @Test
    void whatFellDueBeforeTheGracePeriodIsReportedOnceAndNotSent() {
        town.opens();
        town.goesTo("2024-01-07T12:00");
        town.restartsAfter(Duration.ofDays(4));
        assertThat(town.reminders(lan)).hasSize(1);
        assertThat(town.missed)
                .extracting(missed -> missed.task() + " "
                        + missed.at().atZone(TaskTestBot.ZONE).toLocalDate())
                .containsExactly("2024/PLAN 2024-01-08", "2024/PLAN 2024-01-09");
        town.restarts();
        assertThat(town.missed).hasSize(2);
        assertThat(town.reminders(lan)).hasSize(1);
    }

    @Test
    void nobodyIsDisturbedInQuietHoursEvenByWhatIsLate() {
        town.opens();
        town.goesTo("2024-01-08T07:00");
        town.restartsAfter(Duration.ofHours(15));
        assertThat(town.clock().instant().atZone(TaskTestBot.ZONE).toLocalTime())
                .isAfter(LocalTime.of(22, 0));
        assertThat(town.reminders(lan)).hasSize(1);
        town.goesTo("2024-01-09T06:29");
        assertThat(town.reminders(lan)).hasSize(1);
        town.goesTo("2024-01-09T06:31");
        assertThat(town.texts(town.reminders(lan)).get(1)).contains("Nhắc muộn", "(hôm nay)");
    }

    /** The office was written to at night, when the bot came back. */
    @Test
    void theOfficeIsToldOfAStandstillAfterTheQuietHours() {
        town.opens();
        town.goesTo("2024-01-07T12:00");
        town.restartsAfter(Duration.ofHours(4 * 24 + 11));
        assertThat(town.clock().instant().atZone(TaskTestBot.ZONE).toLocalTime())
                .isAfter(LocalTime.of(22, 0));
        assertThat(town.missed).isEmpty();
        town.goesTo("2024-01-12T06:31");
        assertThat(town.missed).hasSizeGreaterThanOrEqualTo(2);
        assertThat(town.reminders(lan)).hasSize(1);
    }

    @Test
    void theMorningsReminderIsMadeUpForWhereTheBotIsFirstStartedLater() {
        town.opens();
        assertThat(town.ledger()).hasSize(1);
        assertThat(town.missed).isEmpty();
    }

    @Test
    void twoProcessesOnOneDatabaseDoubleNothing() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            town.addMember("Nr " + i, Role.CADRE, "commune", VI);
        }
        town.opens();
        try (Tasks second = town.tasks(town.database(), town.clock(), town.outbox())) {
            second.start();
            town.goesTo("2024-01-09T07:31");
            assertThat(second.awaitIdle(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(town.ledger()).hasSize(3 * 1_001);
        assertThat(town.outbox().waiting()).isEqualTo(3 * 1_001);
        // Regression: the one that closed took the other's clock with it, which then jumped over what was due.
        town.goesTo("2024-03-18T08:00");
        assertThat(town.ledger()).hasSize(4 * 1_001);
        assertThat(town.missed).isEmpty();
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleCostsNobodyAReminder() {
        for (int i = 0; i < 9_999; i++) {
            town.addMember("Nr " + i, Role.CADRE, "commune", VI);
        }
        town.opens();
        town.clock().advance(Duration.ofDays(7));
        TaskTestBot.await(() -> town.reminded() > 10_000);
        town.isKilled();
        assertThat(TaskTestBot.rows(folder, "reminder"))
                .isLessThan(3 * 10_000)
                .isEqualTo(TaskTestBot.rows(folder, "outbox"));
        town.opens();
        assertThat(town.ledger()).hasSize(3 * 10_000);
        assertThat(town.outbox().waiting()).isEqualTo(3 * 10_000);
        assertThat(town.clock().instant())
                .isAfter(ZonedDateTime.of(2024, 1, 9, 7, 30, 0, 0, TaskTestBot.ZONE)
                        .toInstant());
    }

    @Test
    void aFailureInTheMiddleIsTriedAgain() {
        town.opens();
        town.failures.set(1);
        town.goesTo("2024-01-08T12:00");
        assertThat(town.failures).hasValue(0);
        assertThat(town.reminders(lan)).hasSize(2);
    }

    /** Some 30 ms where nothing else runs; the bound leaves room for a busy machine. */
    @Test
    void startingAndEndingAreQuick() {
        town.opens();
        long begin = System.nanoTime();
        try (Tasks more = town.tasks(town.database(), town.clock(), town.outbox())) {
            more.start();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }
}
