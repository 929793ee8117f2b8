package danvan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Person;
import danvan.chat.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static Unit unit(String code, String name, String to, String successor) {
        return new Unit(
                code,
                name,
                Unit.Level.COMMUNE,
                Optional.of("tinh"),
                Optional.empty(),
                Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                Optional.of(successor).filter(next -> !next.isEmpty()));
    }

    private static List<String> moves(Unit... units) {
        Person lan = new Person(1, "Lan", Role.CADRE, "a", Optional.empty());
        Roster.Entry entry = new Roster.Entry(lan, Instant.EPOCH, Optional.empty(), true, false);
        return Succession.of(List.of(entry), List.of(units), TODAY).moves().stream()
                .map(move -> move.to().code())
                .toList();
    }

    @Test
    void whoseUnitGoesOnStays() {
        assertThat(moves(unit("a", "A", "", "b"), unit("b", "B", "", ""))).isEmpty();
        assertThat(moves(unit("a", "A", "2026-11-26", "b"), unit("b", "B", "", "")))
                .as("the last day is one of its days")
                .isEmpty();
    }

    @Test
    void theSuccessorOfTheSuccessorIsMeantWhereThatHasEndedToo() {
        assertThat(moves(unit("a", "A", "2024-12-31", "b"), unit("b", "B", "2025-06-30", "c"), unit("c", "C", "", "")))
                .containsExactly("c");
    }

    @Test
    void aSuccessorMayBeNamedAndTheOneThatGoesOnIsMeant() {
        assertThat(moves(
                        unit("a", "xã A", "2025-06-30", "XA B"),
                        unit("old", "xã B", "2025-06-30", ""),
                        unit("new", "xã B", "", "")))
                .containsExactly("new");
    }

    @Test
    void withoutASuccessorThatIsKnownNobodyMoves() {
        assertThat(moves(unit("a", "A", "2025-06-30", ""))).isEmpty();
        assertThat(moves(unit("a", "A", "2025-06-30", "gone"))).isEmpty();
        assertThat(moves(unit("a", "A", "2025-06-30", "X"), unit("x1", "X", "", ""), unit("x2", "X", "", "")))
                .as("two of the name")
                .isEmpty();
    }

    @Test
    void aRingOfSuccessorsEnds() {
        assertThat(moves(unit("a", "A", "2025-06-30", "b"), unit("b", "B", "2025-06-30", "a")))
                .isEmpty();
    }
}
