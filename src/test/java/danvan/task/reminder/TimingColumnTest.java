package danvan.task.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import danvan.task.reminder.ReminderTiming.DaysBefore;
import danvan.task.reminder.ReminderTiming.EscalationStep;
import danvan.task.reminder.ReminderTiming.SnoozedTo;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimingColumnTest {
    /** The ledgers of years hold these numbers: each must go on to mean what it meant when it was written. */
    @Test
    void theNumbersOfLedgersInUseKeepTheirMeaning() {
        Map<Integer, ReminderTiming> written = Map.of(
                0,
                new DaysBefore(0),
                1,
                new DaysBefore(1),
                30,
                new DaysBefore(30),
                -1,
                new EscalationStep(1),
                -2,
                new EscalationStep(2),
                -3,
                new SnoozedTo(LocalDate.of(1970, 1, 4)),
                -19_737,
                new SnoozedTo(LocalDate.of(2024, 1, 15)));

        written.forEach((number, timing) -> {
            assertThat(TimingColumn.timing(number)).as("read %s", number).isEqualTo(timing);
            assertThat(TimingColumn.number(timing)).as("write %s", timing).isEqualTo(number);
        });
    }

    @Test
    void whatWouldBeReadAsSomethingElseCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DaysBefore(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EscalationStep(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new EscalationStep(3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SnoozedTo(LocalDate.of(1970, 1, 3)));
    }
}
