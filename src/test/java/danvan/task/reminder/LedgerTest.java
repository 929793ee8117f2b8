package danvan.task.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import danvan.storage.Tx;
import danvan.task.Audience;
import danvan.task.LocalizedText;
import danvan.task.Occurrence;
import danvan.task.OccurrenceKey;
import danvan.task.Schedule;
import danvan.task.Task;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is entered is reminded, once; whoever has finished, or was granted a later day, is not. */
class LedgerTest {
    private static final LocalDate DUE = LocalDate.of(2024, 2, 1);
    private static final Instant NOW = Instant.parse("2024-01-25T00:30:00Z");
    private static final long LAN = 1;
    private static final long MINH = 2;

    @TempDir
    private Path folder;

    private final Ledger ledger = new Ledger();
    private final CompletionStore doings = new CompletionStore();
    private final Task task = task("T1");
    private final ReminderBatch round = round(task, DUE, new ReminderTiming.DaysBefore(7));
    private Database database;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.sqlite(folder));
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void aMemberIsEnteredOnceForEachTaskDayAndLeadTime() {
        assertThat(enters(round, LAN)).isTrue();
        assertThat(enters(round, LAN)).isFalse();
        assertThat(enters(round, MINH)).isTrue();
        assertThat(enters(round(task, DUE, new ReminderTiming.DaysBefore(1)), LAN))
                .isTrue();
        assertThat(enters(round(task, DUE.plusDays(1), new ReminderTiming.DaysBefore(7)), LAN))
                .isTrue();
        assertThat(enters(round(task("T2"), DUE, new ReminderTiming.DaysBefore(7)), LAN))
                .isTrue();
        assertThat(database.<List<String>>read(tx -> tx.list(
                        "SELECT * FROM reminder WHERE member_id = 2",
                        row -> row.text("task") + " " + row.text("due") + " " + row.number("lead") + " "
                                + row.instant("entered_at") + " " + row.flag("late"))))
                .containsExactly("2024/T1 2024-02-01 7 " + NOW + " true");
    }

    @Test
    void whoHasFinishedItIsNotRemindedAndOfAnotherPeriodIs() {
        assertThat(concerns(round, LAN)).isTrue();
        does(tx -> doings.finish(tx, new OccurrenceKey("2024/T1", "2023"), LAN, Completion.done(NOW)));
        does(tx -> doings.finish(tx, new OccurrenceKey("2024/T2", "2024"), LAN, Completion.done(NOW)));
        assertThat(concerns(round, LAN)).isTrue();
        does(tx -> doings.finish(tx, key(), LAN, Completion.done(NOW)));
        assertThat(concerns(round, LAN)).isFalse();
        assertThat(enters(round, LAN)).isFalse();
        assertThat(concerns(round, MINH)).isTrue();
        assertThat(enters(round, MINH)).isTrue();
        assertThat(does(tx -> doings.reopen(tx, key(), LAN))).isTrue();
        assertThat(enters(round, LAN)).isTrue();
    }

    @Test
    void whoWasGrantedALaterDayIsNotRemindedOfThisOneAndWhoOnlyAskedIs() {
        grants(LAN, "ASKED", DUE.plusDays(9));
        grants(MINH, "GRANTED", DUE);
        assertThat(concerns(round, LAN)).isTrue();
        assertThat(concerns(round, MINH)).as("that day is the granted one").isTrue();
        assertThat(enters(round, MINH)).isTrue();
        grants(LAN, "GRANTED", DUE.plusDays(1));
        assertThat(concerns(round, LAN)).isFalse();
        assertThat(enters(round, LAN)).isFalse();
    }

    /** Two occurrences that were moved to one day have one row; each is told of in the transaction that enters it. */
    @Test
    void theRowOfOneOccurrenceCountsForAnotherOfTheSameDayInItsTransaction() {
        ReminderBatch other =
                new ReminderBatch(task, new Occurrence("2023", DUE), new ReminderTiming.DaysBefore(7), false, NOW);
        does(tx -> doings.finish(tx, new OccurrenceKey("2024/T1", "2023"), MINH, Completion.done(NOW)));
        does(tx -> {
            LedgerEntries entries = new LedgerEntries(ledger, tx, NOW);
            assertThat(entries.enter(round, LAN, false)).isTrue();
            assertThat(entries.enter(other, LAN, false)).isTrue();
            assertThat(entries.enter(round, MINH, false)).isTrue();
            assertThat(entries.enter(other, MINH, false)).as("finished").isFalse();
            return true;
        });
        does(tx -> {
            LedgerEntries later = new LedgerEntries(ledger, tx, NOW);
            assertThat(later.enter(other, LAN, false)).as("reminded before").isFalse();
            assertThat(later.enter(other, LAN, false))
                    .as("and not by being asked again")
                    .isFalse();
            return true;
        });
    }

    @Test
    void aRoundIsEndedOnceAndKnownByItsTaskDayAndLeadTime() {
        ReminderBatch step = round(task, DUE, new ReminderTiming.EscalationStep(2));
        ReminderBatch put = round(task, DUE, new ReminderTiming.SnoozedTo(LocalDate.of(2024, 1, 30)));
        assertThat(does(tx -> ledger.closed(tx, round))).isFalse();
        assertThat(does(tx -> ledger.close(tx, round, Ledger.Outcome.SENT, NOW)))
                .isTrue();
        assertThat(does(tx -> ledger.close(tx, round, Ledger.Outcome.MISSED, NOW)))
                .isFalse();
        assertThat(does(tx -> ledger.closed(tx, round))).isTrue();
        assertThat(does(tx -> ledger.closed(tx, step))).isFalse();
        assertThat(does(tx -> ledger.closed(tx, round(task, DUE.plusDays(1), round.timing()))))
                .isFalse();
        assertThat(does(tx -> ledger.closed(tx, round(task("T2"), DUE, round.timing()))))
                .isFalse();
        does(tx -> ledger.close(tx, step, Ledger.Outcome.MISSED, NOW));
        does(tx -> ledger.close(tx, put, Ledger.Outcome.SENT, NOW));
        assertThat(database.<Set<ReminderBatch.Key>>read(ledger::closed))
                .containsExactlyInAnyOrder(round.key(), step.key(), put.key());
        assertThat(database.<List<String>>read(tx -> tx.list(
                        "SELECT * FROM reminder_round WHERE lead = 7",
                        row -> row.text("outcome") + " " + row.instant("closed_at"))))
                .containsExactly("SENT " + NOW);
    }

    @Test
    void whatARoundIsIsToldByItsTiming() {
        ReminderBatch step = round(task, DUE, new ReminderTiming.EscalationStep(1));
        ReminderBatch put = round(task, DUE, new ReminderTiming.SnoozedTo(LocalDate.of(2024, 1, 30)));
        assertThat(List.of(round.escalation(), step.escalation(), put.escalation()))
                .containsExactly(false, true, false);
        assertThat(List.of(round.snoozed(), step.snoozed(), put.snoozed())).containsExactly(false, false, true);
        assertThat(round.key()).isEqualTo(new ReminderBatch.Key("2024/T1", DUE, new ReminderTiming.DaysBefore(7)));
        ReminderBatch later = new ReminderBatch(task, round.occurrence(), round.timing(), false, NOW.plusSeconds(1));
        ReminderBatch nextDay = round(task, DUE.plusDays(1), round.timing());
        ReminderBatch nextTask = round(task("T2"), DUE, round.timing());
        List<ReminderBatch> all = new ArrayList<>(List.of(later, nextDay, nextTask, round));
        all.sort(ReminderBatch.OLDEST_FIRST);
        assertThat(all).containsExactly(round, nextTask, nextDay, later);
    }

    @Test
    void whatWasFinishedIsKeptWithItsEvidenceAndKnownByMemberAndByTask() {
        Completion done = new Completion(
                Completion.How.NOT_APPLICABLE,
                Optional.of("không có hộ nào"),
                Optional.of(new Completion.Evidence("ref", "anh.jpg", "image/jpeg")),
                NOW);
        assertThat(does(tx -> doings.finish(tx, key(), LAN, done))).isTrue();
        assertThat(does(tx -> doings.finish(tx, key(), LAN, Completion.done(NOW.plusSeconds(9)))))
                .as("it was finished")
                .isFalse();
        assertThat(does(tx -> doings.finish(tx, key(), MINH, Completion.done(NOW))))
                .isTrue();
        assertThat(database.<Map<Long, Completion>>read(tx -> doings.finished(tx, key())))
                .isEqualTo(Map.of(LAN, done, MINH, Completion.done(NOW)));
        assertThat(database.<Map<Long, Completion>>read(
                        tx -> doings.finished(tx, new OccurrenceKey("2024/T1", "2023"))))
                .isEmpty();
        MemberProgress lan = database.read(tx -> doings.standing(tx, LAN));
        assertThat(lan.finished()).isEqualTo(Map.of(key(), done));
        assertThat(lan.finished(task, round.occurrence())).contains(done);
        assertThat(does(tx -> doings.reopen(tx, key(), LAN))).isTrue();
        assertThat(does(tx -> doings.reopen(tx, key(), LAN))).isFalse();
        assertThat(database.<Map<Long, Completion>>read(tx -> doings.finished(tx, key())))
                .containsOnlyKeys(MINH);
    }

    @Test
    void aReminderThatIsPutOffIsARoundOfItsOwnUntilThatIsOver() {
        ReminderBatch put = round(task, DUE, new ReminderTiming.SnoozedTo(LocalDate.of(2024, 1, 30)));
        does(tx -> {
            doings.snooze(tx, put.key(), LAN, NOW);
            doings.snooze(tx, put.key(), LAN, NOW.plusSeconds(5));
            doings.snooze(tx, put.key(), MINH, NOW);
            return true;
        });
        assertThat(database.<List<ReminderBatch.Key>>read(doings::snoozes)).containsExactly(put.key());
        assertThat(database.<Set<Long>>read(tx -> doings.snoozers(tx, put.key())))
                .containsExactlyInAnyOrder(LAN, MINH);
        assertThat(database.<Set<Long>>read(tx -> doings.snoozers(tx, round.key())))
                .isEmpty();
        does(tx -> ledger.close(tx, put, Ledger.Outcome.SENT, NOW));
        assertThat(database.<List<ReminderBatch.Key>>read(doings::snoozes)).isEmpty();
    }

    private boolean enters(ReminderBatch which, long member) {
        return does(tx -> ledger.enter(tx, which, member, NOW, member == MINH));
    }

    private boolean concerns(ReminderBatch which, long member) {
        return does(tx -> ledger.concerns(tx, which, member));
    }

    private boolean does(Function<Tx, Boolean> what) {
        return database.write(what);
    }

    private void grants(long member, String state, LocalDate until) {
        does(tx -> tx.update(
                        "INSERT INTO task_extension (task, period, member_id, wanted, reason, asked_at, state, until)"
                                + " VALUES ('2024/T1', '2024', ?, ?, '', ?, ?, ?)",
                        member,
                        until.toString(),
                        NOW,
                        state,
                        until.toString())
                == 1);
    }

    private static OccurrenceKey key() {
        return new OccurrenceKey("2024/T1", "2024");
    }

    private static ReminderBatch round(Task of, LocalDate due, ReminderTiming timing) {
        return new ReminderBatch(of, new Occurrence("2024", due), timing, false, NOW);
    }

    private static Task task(String id) {
        LocalizedText words = new LocalizedText(Map.of(Language.VI, "việc"));
        return new Task(
                2024,
                id,
                words,
                words,
                Optional.empty(),
                Task.Status.OFFICIAL,
                Optional.empty(),
                new Schedule.Once(DUE, Optional.of("2024")),
                Optional.empty(),
                new Audience(Optional.of("COMMUNE"), Set.of(Role.CADRE), Set.of(), Set.of()),
                List.of(7),
                Task.Evidence.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
